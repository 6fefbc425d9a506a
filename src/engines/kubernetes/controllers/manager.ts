// kube-controller-manager: what makes objects out of objects.
import type { Command } from '../../../commands/command.ts'
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { serverOf } from '../api/server.ts'
import { follow, type Cache } from '../api/watch.ts'
import { reconcileDeployments } from './deployments.ts'
import { reconcileEndpoints } from './endpoints.ts'
import { collectGarbage } from './garbage.ts'
import { reconcileReplicaSets } from './replicasets.ts'

const KINDS = [
  'Deployment',
  'ReplicaSet',
  'Pod',
  'Service',
  'EndpointSlice',
  'Endpoints',
  'Namespace',
  'ConfigMap',
  'NetworkPolicy',
]

export const controllerManagerCommand: Command = {
  name: 'kube-controller-manager',
  path: '/usr/local/bin/kube-controller-manager',
  summary: 'the controllers of a Kubernetes cluster',
  supports: ['deployments, replica sets, endpoints, namespaces, garbage'],
  *run(p) {
    return yield* follow(p, serverOf(p), KINDS, reconcile)
  },
}

function* reconcile(cache: Cache, api: ApiClient): Blocking<void> {
  yield* collectGarbage(cache, api)
  yield* reconcileDeployments(cache, api)
  yield* reconcileReplicaSets(cache, api)
  yield* reconcileEndpoints(cache, api)
}
