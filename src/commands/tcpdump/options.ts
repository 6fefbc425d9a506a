// tcpdump's options (4.99.3) and how their arguments are read.
import type { Args, OptionTable } from '../lib/options.ts'

export const VERSION: string = `tcpdump version 4.99.3
libpcap version 1.10.3 (with TPACKET_V3)
OpenSSL 3.0.19 27 Jan 2026
`

export const USAGE: string = `${VERSION}Usage: tcpdump [-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [--count]
		[ -C file_size ] [ -E algo:secret ] [ -F file ] [ -G seconds ]
		[ -i interface ] [ --immediate-mode ] [ -j tstamptype ]
		[ -M secret ] [ --number ] [ --print ] [ -Q in|out|inout ]
		[ -r file ] [ -s snaplen ] [ -T type ] [ --version ]
		[ -V file ] [ -w file ] [ -W filecount ] [ -y datalinktype ]
		[ --time-stamp-precision precision ] [ --micro ] [ --nano ]
		[ -z postrotate-command ] [ -Z user ] [ expression ]
`

export type TcpdumpOption =
  | 'ascii'
  | 'c'
  | 'counts'
  | 'D'
  | 'e'
  | 'F'
  | 'h'
  | 'i'
  | 'immediate'
  | 'K'
  | 'l'
  | 'L'
  | 'n'
  | 'N'
  | 'number'
  | 'O'
  | 'p'
  | 'print'
  | 'q'
  | 'Q'
  | 'r'
  | 's'
  | 'S'
  | 't'
  | 'U'
  | 'v'
  | 'version'
  | 'w'
  | 'x'
  | 'X'
  | 'Z'

export const OPTIONS: OptionTable<TcpdumpOption> = {
  ascii: ['-A', 'print each packet as text'],
  c: ['-c COUNT', 'end after so many packets'],
  counts: ['--count', 'only how many packets a file holds'],
  D: ['-D, --list-interfaces', 'list the devices that can be captured from'],
  e: ['-e', 'print the link-layer header'],
  F: ['-F FILE', 'read the filter from a file'],
  h: ['-h, --help', 'print help and exit'],
  i: ['-i, --interface=DEVICE', 'device to capture from; any: all of them'],
  immediate: ['--immediate-mode', 'packets are handed over as they arrive'],
  K: ['-K, --dont-verify-checksums', 'do not verify checksums'],
  l: ['-l', 'line buffered output'],
  L: ['-L, --list-data-link-types', 'list the link types of a device'],
  n: ['-n', 'no names of addresses and ports'],
  N: ['-N', 'names of hosts without their domain'],
  number: ['-#, --number', 'number the lines'],
  O: ['-O, --no-optimize', 'filters are never optimized here'],
  p: ['-p, --no-promiscuous-mode', 'leave the device as it is'],
  print: ['--print', 'print packets that are written to a file, too'],
  q: ['-q', 'shorter lines'],
  Q: ['-Q, --direction=WHICH', 'in, out or inout'],
  r: ['-r FILE', 'read packets from a file'],
  s: ['-s, --snapshot-length=OCTETS', 'as much of each packet'],
  S: ['-S, --absolute-tcp-sequence-numbers', 'TCP numbers as they are'],
  t: ['-t', 'no time; -tt seconds, -ttt differences, -tttt with date, -ttttt since the first'],
  U: ['-U, --packet-buffered', 'write each packet to the file at once'],
  v: ['-v', 'more words, -vv and -vvv more still'],
  version: ['--version', 'print the versions and exit'],
  w: ['-w FILE', 'write packets to a file; -: to standard output'],
  x: ['-x', 'print octets in hex, -xx with the link-layer header'],
  X: ['-X', 'print octets in hex and as text, -XX with the link-layer header'],
  Z: ['-Z, --relinquish-privileges=USER', 'everybody is root here: read, and of no effect'],
}

export const REFUSED: readonly string[] = [
  '-B, --buffer-size=SIZE',
  '-C SIZE',
  '-E SECRET',
  '-G SECONDS',
  '-H',
  '-I, --monitor-mode',
  '-J, --list-time-stamp-types',
  '-M SECRET',
  '-T TYPE',
  '-V FILE',
  '-W COUNT',
  '-b',
  '-d',
  '-f',
  '-j, --time-stamp-type=TYPE',
  '-u',
  '-y, --linktype=TYPE',
  '-z COMMAND',
  '--micro',
  '--nano',
  '--time-stamp-precision=PRECISION',
]

const MAX_SNAPLEN = 262144

export interface TcpdumpSettings {
  /** −1: no end. */
  readonly count: number
  readonly snaplen: number
  readonly device: string | null
  readonly direction: 'in' | 'out' | 'inout'
  readonly read: string | null
  readonly write: string | null
  /** Lines are printed. */
  readonly prints: boolean
  /** Only how many packets a file holds. */
  readonly counts: boolean
  readonly verbose: number
  /** 0: none; 1: without the link-layer header; 2: with it. */
  readonly hex: number
  readonly hexText: number
}

/** Or what is wrong. */
export function readSettings(args: Args<TcpdumpOption>): TcpdumpSettings | string {
  let count = -1
  let snaplen = MAX_SNAPLEN
  for (const { id, value } of args.options) {
    const text = value ?? ''
    if (id === 'c') {
      count = parseInt(text, 10)
      if (!(count > 0)) return `invalid packet count ${text}`
    } else if (id === 's') {
      if (!/^(0x[0-9a-fA-F]+|\d+)$/.test(text) || Number(text) > MAX_SNAPLEN) return `invalid snaplen ${text}`
      snaplen = Number(text) || MAX_SNAPLEN
    } else if (id === 'Q' && !['in', 'out', 'inout'].includes(text.toLowerCase())) {
      return `unknown capture direction \`${text}'`
    }
  }
  const direction = args.last('Q')?.toLowerCase()
  const write = args.last('w')
  return {
    count,
    snaplen,
    device: args.last('i'),
    direction: direction === 'in' || direction === 'out' ? direction : 'inout',
    read: args.last('r'),
    write,
    prints: (write === null && !args.has('counts')) || args.has('print'),
    counts: args.has('counts'),
    verbose: args.count('v'),
    hex: args.count('x'),
    hexText: args.count('X'),
  }
}
