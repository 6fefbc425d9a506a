// Who is who in the new user namespace: `-r`, `-c`, `--map-user`, `--map-users`.
import type { Process } from '../../os/program.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args } from '../lib/options.ts'
import type { UnshareOption } from './unshare.ts'

export interface UserMaps {
  /** A line for uid_map and gid_map; null: nothing is written. */
  readonly users: ((uid: number) => string) | null
  readonly groups: ((gid: number) => string) | null
}

/** The maps, or what is wrong. */
export function readMaps(args: Args<UnshareOption>): UserMaps | string {
  const user = args.last('mapUser')
  const group = args.last('mapGroup')
  for (const [word, what] of [
    [user, 'uid'],
    [group, 'gid'],
  ] as const) {
    if (word !== null && wholeNumber(word) === null) return `failed to parse ${what}: '${word}'`
  }
  const all = args.lastOf('r', 'c')
  const one = (word: string | null): ((id: number) => string) | null => {
    if (word !== null) return (id) => `${word} ${id} 1\n`
    if (all === 'r') return (id) => `0 ${id} 1\n`
    return all === 'c' ? (id) => `${id} ${id} 1\n` : null
  }
  const ranges: (string | null)[] = []
  for (const id of ['mapUsers', 'mapGroups'] as const) {
    const word = args.last(id)
    const match = word === null ? null : /^(\d+),(\d+),(\d+)$/.exec(word)
    if (word !== null && !match) return `invalid mapping '${word}'`
    ranges.push(match ? `${match[2]} ${match[1]} ${match[3]}\n` : null)
  }
  const [users = null, groups = null] = ranges
  return {
    users: users === null ? one(user) : () => users,
    groups: groups === null ? one(group) : () => groups,
  }
}

/** Writes them as the parent's numbers had it; what failed, or null. */
export function mapUsers(p: Process, maps: UserMaps, setgroups: string | null): string | null {
  const writes: (readonly [file: string, text: string])[] = []
  if (maps.users) writes.push(['uid_map', maps.users(0)])
  const word = setgroups ?? (maps.groups ? 'deny' : null)
  if (word !== null) writes.push(['setgroups', word])
  if (maps.groups) writes.push(['gid_map', maps.groups(0)])
  for (const [file, text] of writes) {
    const error = p.fs.writeFile(`/proc/self/${file}`, text)
    if (error) return `write failed /proc/self/${file}: ${error.text}`
  }
  return null
}
