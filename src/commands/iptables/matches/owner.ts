// Ref: extensions/libxt_owner.c
import type { InvertibleRange, XtOwner } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'
import type { Given } from '../option.ts'

function parseIds(given: Given): InvertibleRange {
  const { x, id, value, invert } = given
  const named = id === 'uid-owner' ? x.names.userId(value) : x.names.groupId(value)
  if (named !== null) return { min: named, max: named, invert }
  const bad = (): never => x.problem(`owner: Bad value for "--${id}" option: "${value}"`)
  const dash = value.indexOf('-')
  // The number of nobody at all is none.
  const min = parseUnsigned(dash < 0 ? value : value.slice(0, dash), 0xfffffffe)
  const max = dash < 0 ? min : parseUnsigned(value.slice(dash + 1), 0xfffffffe)
  return min === null || max === null ? bad() : { min, max, invert }
}

function dashedIds({ min, max }: InvertibleRange): string {
  return min === max ? String(min) : `${min}-${max}`
}

export const ownerMatch = defineMatch<XtOwner>({
  name: 'owner',
  options: [
    { name: 'uid-owner', argument: true, invert: true },
    { name: 'gid-owner', argument: true, invert: true },
    { name: 'socket-exists', argument: false, invert: true },
    { name: 'suppl-groups', argument: false, absent: true },
  ],
  help: `owner match options:
[!] --uid-owner userid[-userid]      Match local UID
[!] --gid-owner groupid[-groupid]    Match local GID
[!] --socket-exists                  Match if socket exists
    --suppl-groups                   Also match supplementary groups set with --gid-owner
`,
  parse: (x) => {
    let uid: InvertibleRange | null = null
    let gid: InvertibleRange | null = null
    let socketExists: XtOwner['socketExists'] = null
    return {
      option: (given) => {
        if (given.id === 'uid-owner') uid = parseIds(given)
        else if (given.id === 'gid-owner') gid = parseIds(given)
        else socketExists = { invert: given.invert }
      },
      finish: (given) => {
        if (given.size === 0) {
          x.problem('owner: At least one of --uid-owner, --gid-owner or --socket-exists is required')
        }
        return { name: 'owner', uid, gid, socketExists }
      },
    }
  },
  print: ({ uid, gid, socketExists }, { x, numeric }) => {
    const not = (invert: boolean): string => (invert ? ' !' : '')
    const ids = (label: string, range: InvertibleRange | null, name: string | null): string => {
      if (range === null) return ''
      const value = range.min === range.max && !numeric && name !== null ? name : dashedIds(range)
      return `${not(range.invert)} owner ${label} match ${value}`
    }
    const socket = socketExists === null ? '' : `${not(socketExists.invert)} owner socket exists`
    const user = uid === null ? null : x.names.userName(uid.min)
    const group = gid === null ? null : x.names.groupName(gid.min)
    return `${socket}${ids('UID', uid, user)}${ids('GID', gid, group)}`
  },
  save: ({ uid, gid, socketExists }) => {
    const ids = (option: string, range: InvertibleRange | null): string =>
      range === null ? '' : `${range.invert ? ' !' : ''} --${option} ${dashedIds(range)}`
    const socket = socketExists === null ? '' : `${socketExists.invert ? ' !' : ''} --socket-exists`
    return `${socket}${ids('uid-owner', uid)}${ids('gid-owner', gid)}`
  },
  translate: ({ uid, gid, socketExists }) => {
    if (socketExists !== null) return null
    const ids = (key: string, range: InvertibleRange | null): string[] =>
      range === null ? [] : [`${key} ${range.invert ? '!= ' : ''}${dashedIds(range)}`]
    return [...ids('skuid', uid), ...ids('skgid', gid)].join(' ')
  },
})
