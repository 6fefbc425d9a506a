// `conntrack -D`, `-U`, `-I`, `-A`, `-G`: flows taken out, changed, made, and one found.
// Ref: conntrack-tools src/conntrack.c:delete_cb(), update_cb(), do_command_ct()
import type { CtEntry, CtTuple } from '../../uapi/conntrack.ts'
import { EEXIST, EOPNOTSUPP, ENOENT } from '../../uapi/errno.ts'
import { entryText, type Output } from './list.ts'
import type { CtTool } from './tool.ts'
import { detailsWanted, endsWanted, type Wanted } from './wanted.ts'

export function change(
  tool: CtTool,
  command: 'D' | 'U' | 'I' | 'A' | 'G',
  wanted: Wanted,
  output: Output,
): number {
  switch (command) {
    case 'D':
      return remove(tool, wanted, output)
    case 'U':
      return update(tool, wanted, output)
    case 'G':
      return getOne(tool, wanted, output)
    case 'I':
    case 'A':
      return create(tool, command, wanted)
  }
}

function matching(tool: CtTool, wanted: Wanted): readonly CtEntry[] {
  const reply = tool.p.net.conntrack({ type: 'GET', family: wanted.family })
  return reply.error ? [] : reply.entries.filter((entry) => endsWanted(entry, wanted))
}

function remove(tool: CtTool, wanted: Wanted, output: Output): number {
  const { p, out } = tool
  const portid = p.random()
  let deleted = 0
  for (const entry of matching(tool, wanted)) {
    if (!detailsWanted(entry, wanted)) continue
    const { error } = p.net.conntrack({ type: 'DELETE', id: entry.id, orig: entry.orig, portid })
    if (error) continue
    deleted++
    out.print(`${entryText(entry, output)}\n`)
  }
  tool.say(`${deleted} flow entries have been deleted.`)
  return deleted === 0 ? 1 : 0
}

/** What the command line would make of a flow; null when it is that already. */
function changed(
  entry: CtEntry,
  { mark, timeout, status }: Wanted,
): { readonly [key: string]: number } | null {
  const values: Record<string, number> = {}
  if (mark) values['mark'] = (entry.mark & ~mark.mask) ^ mark.value
  if (timeout !== null) values['timeout'] = timeout
  if (status) values['status'] = entry.status | status.value
  if (values['status'] === entry.status) delete values['status']
  if (values['mark'] === entry.mark) delete values['mark']
  return Object.keys(values).length > 0 ? values : null
}

function update(tool: CtTool, wanted: Wanted, output: Output): number {
  const { p, out } = tool
  const portid = p.random()
  let updated = 0
  for (const entry of matching(tool, wanted)) {
    const values = changed(entry, wanted)
    if (!values) continue
    // Without a family, which an address brings along, the library asks for what the kernel does not know.
    if (wanted.family === 0) {
      p.io.err(`Operation failed: ${EOPNOTSUPP.text}\n`)
      return tool.failed(EOPNOTSUPP.text)
    }
    const reply = p.net.conntrack({ type: 'UPDATE', orig: entry.orig, portid, ...values })
    if (reply.error) return tool.failed(reply.error.errno.text)
    updated++
    for (const now of reply.entries) out.print(`${entryText(now, output, 2)}\n`)
  }
  tool.say(`${updated} flow entries have been updated.`)
  return updated === 0 ? 1 : 0
}

/** The tuple of a command line's ends; null where they are not given. */
function tupleOf(wanted: Wanted, way: 'original' | 'reply'): CtTuple | null {
  const { ports, protocol } = wanted
  const [src, dst] = way === 'original' ? [wanted.src, wanted.dst] : [wanted.replySrc, wanted.replyDst]
  if (!src || !dst || protocol === null) return null
  const [sport, dport] = way === 'original' ? ['sport', 'dport'] : ['reply-port-src', 'reply-port-dst']
  const icmp = protocol === 1 || protocol === 58
  return {
    family: typeof src.address === 'number' ? 2 : 10,
    src: src.address,
    dst: dst.address,
    protocol,
    sport: ports.get(sport ?? '') ?? 0,
    dport: ports.get(dport ?? '') ?? 0,
    icmp: icmp
      ? { type: ports.get('type') ?? 0, code: ports.get('code') ?? 0, id: ports.get('id') ?? 0 }
      : null,
  }
}

function getOne(tool: CtTool, wanted: Wanted, output: Output): number {
  const tuple = tupleOf(wanted, 'original')
  if (!tuple) return tool.failed('invalid parameters')
  const reply = tool.p.net.conntrack({ type: 'GETONE', tuple })
  if (reply.error) {
    const { errno } = reply.error
    return tool.failed(errno === ENOENT ? "such conntrack doesn't exist" : errno.text)
  }
  for (const entry of reply.entries) tool.out.print(`${entryText(entry, output, 2)}\n`)
  tool.say(`${reply.entries.length} flow entries have been shown.`)
  return 0
}

/** Types of ICMP that answer one another. */
const ICMP_ANSWERS: Readonly<Record<number, number>> = {
  8: 0,
  0: 8,
  13: 14,
  14: 13,
  15: 16,
  16: 15,
  17: 18,
  18: 17,
}
const ICMPV6_ANSWERS: Readonly<Record<number, number>> = { 128: 129, 129: 128 }

function invert({ family, src, dst, protocol, sport, dport, icmp }: CtTuple): CtTuple {
  const answers = protocol === 1 ? ICMP_ANSWERS : ICMPV6_ANSWERS
  const back = icmp && { ...icmp, type: answers[icmp.type] ?? icmp.type }
  return { family, src: dst, dst: src, protocol, sport: dport, dport: sport, icmp: back }
}

/** What answers look like: as asked for, else the other way round, mapped where NAT was asked for. */
function replyOf(orig: CtTuple, wanted: Wanted): CtTuple {
  const given = tupleOf(wanted, 'reply')
  const inverse = given && given.icmp === null ? given : invert(orig)
  const { srcNat, dstNat } = wanted
  return {
    ...inverse,
    src: dstNat?.address ?? inverse.src,
    sport: dstNat?.port ?? inverse.sport,
    dst: srcNat?.address ?? inverse.dst,
    dport: srcNat?.port ?? inverse.dport,
  }
}

function create(tool: CtTool, command: 'I' | 'A', wanted: Wanted): number {
  const { p } = tool
  const reply = tupleOf(wanted, 'reply')
  const orig = tupleOf(wanted, 'original') ?? (reply && invert(reply))
  if (!orig) return tool.failed('invalid parameters')
  const { error } = p.net.conntrack({
    type: 'NEW',
    portid: p.pid,
    entry: {
      orig,
      reply: replyOf(orig, wanted),
      timeout: wanted.timeout ?? 0,
      status: wanted.status?.value ?? 0,
      tcpState: wanted.state,
      mark: wanted.mark?.value ?? 0,
      zone: wanted.zone ?? 0,
    },
  })
  const word = command === 'A' ? 'added' : 'created'
  if (error && command === 'A' && error.errno === EEXIST) {
    tool.say(`0 flow entries have been ${word}.`)
    return 0
  }
  if (error) {
    const exists = 'Such conntrack exists, try -U to update'
    return tool.failed(error.errno === EEXIST ? exists : error.errno.text)
  }
  tool.say(`1 flow entries have been ${word}.`)
  return 0
}
