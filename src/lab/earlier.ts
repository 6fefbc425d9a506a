// Whether two packets ask the same thing: the last earlier one like it is what a run is compared with.
import type { TraceEvent } from '../sim/trace.ts'
import type { Packet } from '../wire/ethernet.ts'
import { isIcmp6Echo } from '../wire/icmp6.ts'
import { isIcmpEcho } from '../wire/icmp.ts'

export type Birth = Extract<TraceEvent, { readonly kind: 'born' }>

interface Probe {
  /** The same of every packet of this kind, run after run. */
  readonly like: string
  /** Of one run: a ping's identifier, a connection's source port. */
  readonly run: number
  /** Which packet of the run; 0 where that is not counted. */
  readonly seq: number
}

/** The packet of an earlier run that asked the same; of the same run when there was no other. `births`, oldest first, are
 *  of packets that came of no other; the last is the one in question. */
export function earlierProbe(births: readonly Birth[]): Birth | null {
  const last = births.at(-1)
  const asked = last && probeOf(last)
  if (!asked) return null
  let found: { readonly birth: Birth; readonly probe: Probe } | null = null
  for (let i = births.length - 2; i >= 0; i--) {
    const birth = births[i]
    const probe = birth && probeOf(birth)
    if (!birth || probe?.like !== asked.like) continue
    const ownRun = probe.run === asked.run
    if (ownRun && asked.seq === 0) continue
    if (!found || (found.probe.run === asked.run && !ownRun)) found = { birth, probe }
    // Of that run, the packet at the same place in it.
    else if (!ownRun && probe.run === found.probe.run && probe.seq === asked.seq) found = { birth, probe }
  }
  return found?.birth ?? null
}

function probeOf({ machine, netns, packet }: Birth): Probe | null {
  const parts = partsOf(packet)
  return parts && { ...parts, like: `${machine}/${netns} ${parts.like}` }
}

function partsOf(packet: Packet): Probe | null {
  if (packet.kind !== 'ipv4' && packet.kind !== 'ipv6') return null
  const { payload } = packet
  const ends = `${packet.kind} ${packet.src} ${packet.dst} ${payload.kind}`
  switch (payload.kind) {
    case 'icmp':
      if (!isIcmpEcho(payload)) return null
      return { like: `${ends} ${payload.type}`, run: payload.id, seq: payload.seq }
    case 'icmp6':
      if (!isIcmp6Echo(payload)) return null
      return { like: `${ends} ${payload.type}`, run: payload.id, seq: payload.seq }
    case 'tcp':
      return { like: `${ends} ${payload.dport} ${payload.flags}`, run: payload.sport, seq: 0 }
    case 'udp':
      return { like: `${ends} ${payload.dport}`, run: payload.sport, seq: 0 }
    default:
      return null
  }
}
