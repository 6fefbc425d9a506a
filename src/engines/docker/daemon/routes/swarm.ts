// What concerns a swarm: outside of one the daemon refuses it.
import { ApiError, systemError } from '../../libnetwork/apiError.ts'
import { NOT_A_MANAGER } from '../swarm.ts'
import { at, type Route } from './route.ts'

const refuse = () => new ApiError(503, NOT_A_MANAGER)
const lacking = () => systemError('swarm mode is not supported in vethlab')

export const swarmRoutes: readonly Route[] = [
  at('GET', '/swarm', refuse),
  at('POST', '/swarm/init', lacking),
  at('POST', '/swarm/join', lacking),
  at('POST', '/swarm/leave', () => new ApiError(503, 'This node is not part of a swarm')),
  at('GET', '/nodes', refuse),
  at('GET', '/nodes/{id}', refuse),
  at('GET', '/services', refuse),
  at('GET', '/services/{id}', refuse),
  at('POST', '/services/create', refuse),
  at('GET', '/tasks', refuse),
  at('GET', '/secrets', refuse),
  at('GET', '/configs', refuse),
]
