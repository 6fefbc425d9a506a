// Sets of addresses as they stand, and the commands that make them.
import { formatMember } from '../commands/ipset/entry.ts'
import type { KernelApi, Net } from '../kernel/kernel.ts'
import type { IpsetSet } from '../uapi/ipset.ts'
import { word } from './shellquote.ts'

export interface SetState {
  readonly name: string
  /** What follows `ipset create NAME`. */
  readonly type: string
  /** What follows `ipset add NAME`, sorted: their order is the hash's affair. */
  readonly members: readonly string[]
}

/** What one gets without asking. */
const MAXELEM = 65536
const BUCKETSIZE = 12

export function setStates(kernel: KernelApi, net: Net): SetState[] {
  const { sets = [] } = kernel.ipset(net, { type: 'LIST', name: null })
  return sets
    .map((set) => ({ name: set.name, type: typeWords(set), members: memberWords(set).toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Without the size of the hash, which grows by itself, and its seed. */
function typeWords({ type, options }: IpsetSet): string {
  const words: string[] = [type]
  if (options.family === 'inet6') words.push('family inet6')
  if (options.maxelem !== MAXELEM) words.push(`maxelem ${options.maxelem}`)
  if (options.netmask !== null) words.push(`netmask ${options.netmask}`)
  if (options.timeout !== null) words.push(`timeout ${options.timeout}`)
  if (options.counters) words.push('counters')
  if (options.comment) words.push('comment')
  if (options.bucketsize !== BUCKETSIZE) words.push(`bucketsize ${options.bucketsize}`)
  return words.join(' ')
}

/** Without what traffic counted. */
function memberWords(set: IpsetSet): string[] {
  const silent = { ...set, options: { ...set.options, counters: false } }
  return set.members.map((member) => {
    const words = formatMember(silent, { ...member, comment: null })
    return member.comment === null ? words : `${words} comment ${word(member.comment)}`
  })
}

export function setCommands(inside: string, from: readonly SetState[], to: readonly SetState[]): string[] {
  const wanted = new Map(to.map((set) => [set.name, set]))
  const stays = new Map(
    from.flatMap((set) => (wanted.get(set.name)?.type === set.type ? [[set.name, set.members]] : [])),
  )
  const ipset = (words: string): string => `${inside}ipset ${words}`
  return [
    ...from.flatMap(({ name }) => (stays.has(name) ? [] : [ipset(`destroy ${word(name)}`)])),
    ...to.flatMap(({ name, type, members }) => {
      const there = stays.get(name)
      const standing = new Set(there)
      const needed = new Set(members)
      return [
        ...(there ? [] : [ipset(`create ${word(name)} ${type}`)]),
        ...[...standing].flatMap((m) =>
          needed.has(m) ? [] : [ipset(`del ${word(name)} ${m.replace(/ .*/s, '')}`)],
        ),
        ...members.flatMap((m) => (standing.has(m) ? [] : [ipset(`add ${word(name)} ${m}`)])),
      ]
    }),
  ]
}
