// arping's options (iputils 20221126) and how their arguments are read.
import { INT_MAX, numberIn } from '../lib/iputils/number.ts'
import type { Args, OptionTable } from '../lib/options.ts'

/** As `arping -h` prints it. */
export const USAGE: string = `
Usage:
  arping [options] <destination>

Options:
  -f            quit on first reply
  -q            be quiet
  -b            keep on broadcasting, do not unicast
  -D            duplicate address detection mode
  -U            unsolicited ARP mode, update your neighbours
  -A            ARP answer mode, update your neighbours
  -V            print version and exit
  -c <count>    how many packets to send
  -w <timeout>  how long to wait for a reply
  -i <interval> set interval between packets (default: 1 second)
  -I <device>   which ethernet device to use
  -s <source>   source ip address
  <destination> dns name or ip address

For more details see arping(8).
`

export type ArpingOption = 'f' | 'q' | 'b' | 'D' | 'U' | 'A' | 'V' | 'c' | 'w' | 'i' | 'I' | 's' | 'h'

export const OPTIONS: OptionTable<ArpingOption> = {
  f: ['-f', 'quit on first reply'],
  q: ['-q', 'be quiet'],
  b: ['-b', 'keep on broadcasting, do not unicast'],
  D: ['-D', 'duplicate address detection mode'],
  U: ['-U', 'unsolicited ARP mode, update your neighbours'],
  A: ['-A', 'ARP answer mode, update your neighbours'],
  V: ['-V', 'print version and exit'],
  c: ['-c COUNT', 'how many packets to send'],
  w: ['-w TIMEOUT', 'how long to wait for a reply'],
  i: ['-i INTERVAL', 'seconds between packets'],
  I: ['-I DEVICE', 'which device to use'],
  s: ['-s SOURCE', 'source address'],
  h: ['-h', 'print help and exit'],
}

export interface ArpingSettings {
  /** −1: no end. */
  readonly count: number
  /** Seconds; 0: none. */
  readonly timeout: number
  readonly interval: number
  readonly quitOnReply: boolean
  readonly quiet: boolean
  readonly broadcastOnly: boolean
  /** Duplicate address detection. */
  readonly dad: boolean
  readonly unsolicited: boolean
  /** Replies are sent, not requests. */
  readonly advert: boolean
  readonly device: string | null
  readonly source: string | null
}

/** Or what is wrong. */
export function readSettings(args: Args<ArpingOption>): ArpingSettings | string {
  const numbers = { c: -1, w: 0, i: 1 }
  for (const { id, value } of args.options) {
    if (id !== 'c' && id !== 'w' && id !== 'i') continue
    const number = numberIn(value ?? '', id === 'c' ? 1 : 0, INT_MAX)
    if (typeof number === 'string') return number
    numbers[id] = number
  }
  const device = args.last('I')
  return {
    count: numbers.c,
    timeout: numbers.w,
    interval: numbers.i,
    quitOnReply: args.has('f') || args.has('D'),
    quiet: args.has('q'),
    broadcastOnly: args.has('b'),
    dad: args.has('D'),
    unsolicited: args.has('U') || args.has('A'),
    advert: args.has('A'),
    device: device === '' ? null : device,
    source: args.last('s'),
  }
}
