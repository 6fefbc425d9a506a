// A network of the cluster as the nodes that take part in it are told.
import type { ManagedNetwork } from '../libnetwork/controller.ts'
import type { NetworkObject } from './objects.ts'

/** null: nothing was chosen for it. */
export function managedNetwork({ id, spec, allocated }: NetworkObject): ManagedNetwork | null {
  if (!allocated) return null
  const { name, labels, internal, attachable, ingress, enableIPv6, options } = spec
  return { id, name, labels, internal, attachable, ingress, enableIPv6, options, ...allocated }
}
