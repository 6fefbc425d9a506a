// What services and networks of a cluster may be called. (Ref: swarmkit manager/controlapi/common.go:validateAnnotations())
import type { ApiError } from '../libnetwork/apiError.ts'
import { rpcError } from './rpcError.ts'

const NAME = /^[a-z0-9](?:[-_]*[a-z0-9]+)*$/i
const LONGEST = 63

export function checkName(name: string): ApiError | null {
  if (!NAME.test(name)) return rpcError('InvalidArgument', 400, 'name must be valid as a DNS name component')
  return name.length > LONGEST
    ? rpcError('InvalidArgument', 400, `name must be ${LONGEST} characters or fewer`)
    : null
}
