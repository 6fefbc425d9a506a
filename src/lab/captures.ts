// The hops of a lab as captured packets: found by tcpdump's expressions, and written as a capture file. Loaded when first
// needed.
import { concat } from '../wire/octets.ts'
import { compileFilter } from '../commands/tcpdump/filter.ts'
import { DLT_EN10MB, ethernetOctets } from '../commands/tcpdump/packet.ts'
import { pcapFileHeader, pcapRecord } from '../commands/tcpdump/pcap.ts'
import { servicePort } from '../commands/lib/services.ts'
import type { Process } from '../os/program.ts'
import { BIRTHDAY, SECOND, type Nanoseconds } from '../sim/clock.ts'
import type { Frame } from '../wire/ethernet.ts'

/** A frame on a cable. */
export interface Caught {
  readonly time: Nanoseconds
  readonly frame: Frame
}

export interface Captures {
  /** What an expression of pcap-filter(7) finds; null when it is none. Ports go by the names that `p` knows. */
  readonly filter: (text: string, p: Process) => ((frame: Frame) => boolean) | null
  /** A file that tcpdump and Wireshark read. */
  readonly file: (caught: readonly Caught[]) => Uint8Array
}

/** Octets of a packet that are kept: all. */
const SNAPLEN = 262_144
const LINK = { cooked: false, live: false, netmask: 0 } as const

export const CAPTURES: Captures = { filter, file }

function filter(text: string, p: Process): ((frame: Frame) => boolean) | null {
  const read = compileFilter(text, LINK, {
    host: () => 'unknown',
    port: (name, protocol) => servicePort(p, name, protocol),
  })
  if (!('filter' in read)) return null
  return (frame) => {
    const bytes = ethernetOctets(frame)
    const sight = { bytes, length: bytes.length, tag: null, outgoing: true, ifindex: 0, overrun: false }
    return read.filter(sight) && !sight.overrun
  }
}

function file(caught: readonly Caught[]): Uint8Array {
  const records = caught.map(({ time, frame }) => {
    const bytes = ethernetOctets(frame)
    const seconds = Math.floor(time / SECOND)
    return pcapRecord({
      link: DLT_EN10MB,
      bytes,
      length: bytes.length,
      seconds: BIRTHDAY + seconds,
      nanoseconds: time - seconds * SECOND,
    })
  })
  const parts = [pcapFileHeader(DLT_EN10MB, SNAPLEN), ...records]
  return concat(parts)
}
