// User and group numbers, as a user namespace counts them. Nothing here is denied to anybody for them.
// Ref: kernel/user_namespace.c:map_id_range_down(), map_id_up()
import type { UserNamespace } from './namespaces.ts'

/** Who has no number in a namespace goes by this one (/proc/sys/kernel/overflowuid). */
const NOBODY = 65_534

type IdKind = 'uidMap' | 'gidMap'

function ranges(map: string): readonly (readonly number[])[] {
  return map
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim().split(/\s+/).map(Number))
}

/** The machine's number of a user or group, as that namespace has it. */
export function idIn(user: UserNamespace, kind: IdKind, id: number): number {
  if (!user.parent) return id
  const outer = idIn(user.parent, kind, id)
  for (const [inner = 0, first = 0, count = 0] of ranges(user[kind])) {
    if (outer >= first && outer < first + count) return inner + outer - first
  }
  return NOBODY
}

/** The machine's number of what that namespace calls `id`; null when it maps nobody to it. */
export function idFrom(user: UserNamespace, kind: IdKind, id: number): number | null {
  if (!user.parent) return id
  for (const [inner = 0, first = 0, count = 0] of ranges(user[kind])) {
    if (id >= inner && id < inner + count) return idFrom(user.parent, kind, first + id - inner)
  }
  return null
}
