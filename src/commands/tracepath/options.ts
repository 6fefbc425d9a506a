// tracepath's options (iputils 20221126) and how their arguments are read.
import { INT_MAX, numberIn } from '../lib/iputils/number.ts'
import type { Args, OptionTable } from '../lib/options.ts'

/** As `tracepath -h` prints it. */
export const USAGE: string = `
Usage
  tracepath [options] <destination>

Options:
  -4             use IPv4
  -6             use IPv6
  -b             print both name and ip
  -l <length>    use packet <length>
  -m <hops>      use maximum <hops>
  -n             no dns name resolution
  -p <port>      use destination <port>
  -V             print version and exit
  <destination>  dns name or ip address

For more details see tracepath(8).
`

export type TracepathOption = '4' | '6' | 'b' | 'l' | 'm' | 'n' | 'p' | 'V' | 'h'

export const OPTIONS: OptionTable<TracepathOption> = {
  '4': ['-4', 'use IPv4'],
  '6': ['-6', 'use IPv6'],
  b: ['-b', 'print both name and address'],
  l: ['-l LENGTH', 'length of the first packet'],
  m: ['-m HOPS', 'maximum number of hops'],
  n: ['-n', 'no name resolution'],
  p: ['-p PORT', 'first destination port'],
  V: ['-V', 'print version and exit'],
  h: ['-h', 'print help and exit'],
}

export interface TracepathSettings {
  readonly target: string
  /** null: as the destination allows. */
  readonly family: 'inet' | 'inet6' | null
  /** Octets of a packet, headers included; 0: as many as its family may have at all. */
  readonly length: number
  readonly maxHops: number
  readonly port: number
  readonly numeric: boolean
  readonly both: boolean
}

const DEFAULT_PORT = 44444
const MOST_HOPS = 255

/** Or what is wrong. */
export function readSettings(args: Args<TracepathOption>): TracepathSettings | string {
  const numbers = { l: 0, m: 30, p: 0 }
  const most = { l: INT_MAX, m: MOST_HOPS, p: 65535 }
  for (const { id, value } of args.options) {
    if (id !== 'l' && id !== 'm' && id !== 'p') continue
    const number = numberIn(value ?? '', 0, most[id])
    if (typeof number === 'string') return number
    numbers[id] = number
  }
  const [target = '', portText] = numbers.p === 0 ? (args.operands[0] ?? '').split('/') : [args.operands[0]]
  const port = portText === undefined ? numbers.p || DEFAULT_PORT : numberIn(portText, 0, most.p)
  if (typeof port === 'string') return port
  return {
    target,
    family: args.has('6') ? 'inet6' : args.has('4') ? 'inet' : null,
    length: numbers.l,
    maxHops: numbers.m,
    port,
    numeric: args.has('n'),
    both: args.has('b'),
  }
}
