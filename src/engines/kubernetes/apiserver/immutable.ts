// What may not be changed of an object that stands. (Ref: pkg/apis/{core,apps}/validation: ValidatePodUpdate(), …)
import type { KubeObject } from '../api/meta.ts'
import type { Container, Pod, PodSpec } from '../api/podtypes.ts'
import type { Resource } from '../api/resources.ts'
import type { Service } from '../api/types.ts'
import { invalid, type ApiStatus } from '../api/status.ts'
import { invalidValue } from './validation/fielderror.ts'

const POD_WORDS =
  'Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,' +
  '`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),' +
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)'

/** null when nothing of the kind was changed. */
export function immutable(resource: Resource, before: KubeObject, after: KubeObject): ApiStatus | null {
  const { name } = before.metadata
  if (resource.kind === 'Pod') {
    const same = plain((before as Pod).spec) === plain((after as Pod).spec)
    return same ? null : invalid(resource, name, [{ field: 'spec', body: POD_WORDS }])
  }
  if (resource.kind === 'Service') {
    const [old, now] = [before, after].map((object) => (object as Service).spec)
    const fixed = old?.type !== 'ExternalName' && now?.type !== 'ExternalName'
    if (!fixed || old?.clusterIP === now?.clusterIP) return null
    const value = [now?.clusterIP]
    return invalid(resource, name, [invalidValue('spec.clusterIPs[0]', value, 'may not change once set')])
  }
  if (resource.apiVersion !== 'apps/v1') return null
  const [old, now] = [before, after].map((object) => (object.spec as { selector?: object }).selector)
  if (text(old) === text(now)) return null
  return invalid(resource, name, [invalidValue('spec.selector', now, 'field is immutable')])
}

/** What is fixed of a pod, its node aside, which the scheduler adds. */
function plain({ nodeName: _, tolerations: __, containers, initContainers = [], ...spec }: PodSpec): string {
  const bare = ({ image: ___, imagePullPolicy: ____, ...container }: Container): object => container
  return text({ ...spec, containers: containers.map(bare), initContainers: initContainers.map(bare) })
}

/** Whatever the order of its members. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
