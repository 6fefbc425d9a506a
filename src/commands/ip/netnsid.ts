// `ip netns set` and `ip netns list-id`.
import { isErrno } from '../../uapi/errno.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { talk } from './libnetlink.ts'
import { NETNS_RUN_DIR, nameOfNsid } from './nsid.ts'
import { NETNS_USAGE } from './usage/netns.ts'
import { parseInteger } from './utils.ts'

/** Any free id. */
const AUTO = -1

/** Exit status. */
export function setId(ctx: IpContext, args: Args): number {
  if (!args.more) {
    ctx.err('No netns name specified\n')
    return 1
  }
  const name = args.take()
  if (!args.more) {
    ctx.err('No nsid specified\n')
    return 1
  }
  const word = args.take()
  const nsid = word === 'auto' ? AUTO : parseInteger(word)
  if (nsid === null) args.invarg('Invalid "netnsid" value', word)
  if (nsid < 0 && word !== 'auto') args.invarg('"netnsid" value should be >= 0', word)
  const netns = ctx.p.net.openNetns(`${NETNS_RUN_DIR}/${name}`)
  if (isErrno(netns)) {
    ctx.err(`Cannot open network namespace "${name}": ${netns.text}\n`)
    return 1
  }
  return talk(ctx, { type: 'RTM_NEWNSID', netns, nsid }) ? 0 : 2
}

/** Exit status. */
export function listIds(ctx: IpContext, args: Args): number {
  let wanted: number | null = null
  while (args.more) {
    const word = args.take()
    if (word === 'target-nsid') ctx.unsupported('target-nsid')
    if (word !== 'nsid') ctx.usage(NETNS_USAGE)
    const value = args.value()
    wanted = parseInteger(value)
    if (wanted === null) args.invarg('"nsid" value is invalid', value)
    if (wanted < 0) args.invarg('"nsid" value should be >= 0', value)
  }
  const answer = talk(ctx, { type: 'RTM_GETNSIDS' })
  if (!answer) return 1
  const ids: number[] = []
  for (const message of answer) if (message.type === 'RTM_NEWNSID') ids.push(message.nsid)
  const { out } = ctx
  if (wanted !== null && !ids.includes(wanted)) {
    ctx.err('Error: Peer netns reference is invalid.\n')
    return 2
  }
  out.beginJson()
  for (const nsid of ids.toSorted((a, b) => a - b)) {
    if (wanted !== null && nsid !== wanted) continue
    out.openObject(null)
    out.any('nsid', nsid, `nsid ${nsid} `)
    const name = nameOfNsid(ctx, nsid)
    if (name !== null) out.any('name', name, `(iproute2 netns name: ${name})`)
    out.text('\n')
    out.closeObject()
  }
  out.endJson()
  return 0
}
