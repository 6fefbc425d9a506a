// `bridge vlan`: which VLANs ports belong to (Ref: iproute2 bridge/vlan.c).
import type { BridgeVlanMessage, BridgeVlanRequest } from '../../uapi/bridge.ts'
import type { Args } from '../ip/args.ts'
import { matches } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { cannotFindDevice, talk } from '../ip/libnetlink.ts'
import { PORT_STATES } from '../ip/linkdetails.ts'
import { atoi, parseUnsigned } from '../ip/utils.ts'
import { BRIDGE_VLAN_USAGE } from './usage.ts'

const VLAN_N_VID = 4096
/** Columns of a port's name. */
const NAME_WIDTH = 18

/** Runs the verb at hand and gives the exit status. */
export function vlanObject(ctx: IpContext, args: Args): number {
  if (!args.more) return show(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, 'RTM_ADDVLAN')
  if (matches(verb, 'delete')) return modify(ctx, args, 'RTM_DELVLAN')
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return show(ctx, args)
  if (matches(verb, 'tunnelshow')) {
    ctx.out.text('port              vlan-id    tunnel-id\n')
    return 0
  }
  if (matches(verb, 'set')) return setOptions(ctx, args)
  if (matches(verb, 'global')) ctx.unsupported('vlan global')
  if (matches(verb, 'help')) ctx.usage(BRIDGE_VLAN_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "bridge vlan help".\n`)
  ctx.exit(255)
}

interface Words {
  dev: string | null
  vid: number | null
  vidEnd: number | null
}

/** `10` or `10-20`; false after the refusal has been written. */
function takeVid(ctx: IpContext, args: Args, w: Words): boolean {
  const [first = '', last] = args.value().split(/-(.*)/)
  w.vid = atoi(first) & 0xffff
  if (last === undefined) return true
  w.vidEnd = atoi(last) & 0xffff
  if (w.vid < w.vidEnd && w.vidEnd < VLAN_N_VID) return true
  ctx.err(`Invalid VLAN range "${w.vid}-${w.vidEnd}"\n`)
  return false
}

/** Index of the device; null after the refusal has been written. */
function finish(
  ctx: IpContext,
  { dev, vid }: Words,
): { readonly index: number; readonly vid: number } | null {
  if (dev === null || vid === null) {
    ctx.err('Device and VLAN ID are required arguments.\n')
    return null
  }
  const index = ctx.links.index(dev)
  if (index === 0) ctx.err(`Cannot find bridge device "${dev}"\n`)
  else if (vid >= VLAN_N_VID) ctx.err(`Invalid VLAN ID "${vid}"\n`)
  else return { index, vid }
  return null
}

/** Ref: vlan_modify() */
function modify(ctx: IpContext, args: Args, type: 'RTM_ADDVLAN' | 'RTM_DELVLAN'): number {
  const w: Words = { dev: null, vid: null, vidEnd: null }
  let self = false
  let pvid = false
  let untagged = false
  while (args.more) {
    const word = args.take()
    if (word === 'dev') w.dev = args.value()
    else if (word === 'vid') {
      if (!takeVid(ctx, args, w)) return 255
    } else if (word === 'self') self = true
    else if (word === 'pvid') pvid = true
    else if (word === 'untagged') untagged = true
    else if (word === 'tunnel_info') ctx.unsupported('vlan tunnel_info')
    // Any other word is passed over, as iproute2 does.
    else if (matches(word, 'help')) args.value()
  }
  const found = finish(ctx, w)
  if (!found) return 255
  if (w.vidEnd !== null && pvid) {
    ctx.err('pvid cannot be configured for a vlan range\n')
    return 255
  }
  const vlan: BridgeVlanRequest = { ...found, target: self ? 'self' : 'master', pvid, untagged }
  if (w.vidEnd !== null) vlan.vidEnd = w.vidEnd
  return talk(ctx, { type, vlan }) ? 0 : 255
}

/** Ref: vlan_option_set() */
function setOptions(ctx: IpContext, args: Args): number {
  const w: Words = { dev: null, vid: null, vidEnd: null }
  const options: { state?: number; mcastRouter?: number } = {}
  while (args.more) {
    const word = args.take()
    if (word === 'dev') w.dev = args.value()
    else if (word === 'vid') {
      if (!takeVid(ctx, args, w)) return 255
    } else if (word === 'state') {
      const text = args.value()
      const state = /^[+-]?\d+$/.test(text) ? Number(text) : PORT_STATES.indexOf(text)
      if (state < 0) {
        ctx.err('Error: invalid STP state\n')
        return 255
      }
      options.state = state
    } else if (word === 'mcast_router') {
      const text = args.value()
      options.mcastRouter = parseUnsigned(text, 255) ?? args.invarg('invalid mcast_router', text)
    } else if (matches(word, 'help')) args.value()
  }
  const found = finish(ctx, w)
  if (!found) return 255
  const vlan: BridgeVlanRequest = { ...found, target: 'master', ...options }
  if (w.vidEnd !== null) vlan.vidEnd = w.vidEnd
  return talk(ctx, { type: 'RTM_NEWVLAN', vlan }) ? 0 : 255
}

/** A VLAN, or several that differ in nothing but their numbers. */
interface Row {
  readonly first: BridgeVlanMessage
  last: number
}

function sameOptions(a: BridgeVlanMessage, b: BridgeVlanMessage): boolean {
  return (
    a.untagged === b.untagged && !a.pvid && !b.pvid && a.state === b.state && a.mcastRouter === b.mcastRouter
  )
}

function rowsOf(vlans: readonly BridgeVlanMessage[], compress: boolean): Row[] {
  const rows: Row[] = []
  for (const vlan of vlans) {
    const before = rows.at(-1)
    if (compress && before && before.last === vlan.vid - 1 && sameOptions(before.first, vlan)) before.last++
    else rows.push({ first: vlan, last: vlan.vid })
  }
  return rows
}

/** Ref: vlan_show() */
function show(ctx: IpContext, args: Args): number {
  let dev: string | null = null
  let vid = 0
  while (args.more) {
    // Any other word is passed over, as iproute2 does.
    const word = args.take()
    if (word === 'dev') {
      const name = args.value()
      if (dev !== null) args.duparg('dev', name)
      dev = name
    } else if (word === 'vid') vid = atoi(args.value())
  }
  const index = dev === null ? 0 : ctx.links.index(dev)
  if (dev !== null && index === 0) {
    cannotFindDevice(ctx, dev)
    return 255
  }
  const messages = talk(ctx, { type: 'RTM_GETVLAN' })
  if (!messages) return 255
  const { out, options } = ctx
  const compress = options.compressVlans || options.details > 0
  out.beginJson()
  out.text(options.stats > 0 ? 'port              vlan-id\n' : 'port              vlan-id  \n')
  const byPort = new Map<number, BridgeVlanMessage[]>()
  for (const message of messages) {
    if (message.type !== 'RTM_NEWVLAN' || (index !== 0 && message.index !== index)) continue
    byPort.set(message.index, [...(byPort.get(message.index) ?? []), message])
  }
  for (const [port, vlans] of byPort) {
    const rows = rowsOf(vlans, compress).filter(
      (row) => vid === 0 || (row.first.vid <= vid && vid <= row.last),
    )
    if (rows.length > 0) printPort(ctx, ctx.links.name(port), rows)
  }
  out.endJson()
  return 0
}

function printPort(ctx: IpContext, name: string, rows: readonly Row[]): void {
  const { out } = ctx
  out.openObject(null)
  out.colored('ifname', 'ifname', name, name.padEnd(NAME_WIDTH))
  out.openArray('vlans', '')
  rows.forEach((row, i) => {
    if (i > 0) out.text(' '.repeat(NAME_WIDTH))
    printRow(ctx, row)
  })
  out.closeArray('')
  out.closeObject()
}

function printRow(ctx: IpContext, { first, last }: Row): void {
  const { out, options } = ctx
  out.openObject(null)
  out.any(options.stats > 0 ? 'vid' : 'vlan', first.vid, `${first.vid}`)
  if (last !== first.vid) out.any('vlanEnd', last, `-${last}`)
  const flags = [first.pvid ? 'PVID' : '', first.untagged ? 'Egress Untagged' : ''].filter(Boolean)
  // The end of a range is a flag too, which has no word.
  if (flags.length > 0 || (last !== first.vid && options.details === 0)) {
    out.openArray('flags', '')
    for (const flag of flags) out.item(flag, ` ${flag}`)
    out.closeArray('')
  }
  out.text('\n')
  const indent = ' '.repeat(NAME_WIDTH + 2)
  if (options.stats > 0) {
    out.any('rx_bytes', first.rxBytes, `${indent}RX: ${first.rxBytes} bytes`)
    out.any('rx_packets', first.rxPackets, ` ${first.rxPackets} packets\n`)
    out.any('tx_bytes', first.txBytes, `${indent}TX: ${first.txBytes} bytes`)
    out.any('tx_packets', first.txPackets, ` ${first.txPackets} packets\n`)
  } else if (options.details > 0) {
    const state = PORT_STATES[first.state] ?? ''
    out.any('state', state, `${indent}state ${state} `)
    out.any('mcast_router', first.mcastRouter, `mcast_router ${first.mcastRouter} `)
    out.text('\n')
  }
  out.closeObject()
}
