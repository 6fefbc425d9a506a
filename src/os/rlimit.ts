// Resource limits of a process. Ref: kernel/sys.c:do_prlimit()
import { DEFAULT_LIMITS, type Limit, type Resource } from '../uapi/resource.ts'
import type { Task } from './task.ts'

export function limitOf({ limits }: Task, resource: Resource): Limit {
  return limits?.get(resource) ?? DEFAULT_LIMITS[resource]
}
