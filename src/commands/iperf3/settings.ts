// What iperf3 is asked for. Ref: iperf 3.12 src/iperf_api.c:iperf_parse_arguments()
import type { Args, OptionTable } from '../lib/options.ts'

export type Iperf3Option =
  | 'bind'
  | 'bitrate'
  | 'bytes'
  | 'client'
  | 'connectTimeout'
  | 'daemon'
  | 'format'
  | 'help'
  | 'interval'
  | 'length'
  | 'oneOff'
  | 'parallel'
  | 'port'
  | 'reverse'
  | 'server'
  | 'time'
  | 'udp'
  | 'v4'
  | 'v6'
  | 'version'
  | 'window'

export const OPTIONS: OptionTable<Iperf3Option> = {
  bind: ['-B, --bind=ADDRESS', 'address to bind to'],
  bitrate: ['-b, --bitrate=RATE', 'bits a second to send: 10M'],
  bytes: ['-n, --bytes=AMOUNT', 'octets to send instead of a time'],
  client: ['-c, --client=HOST', 'measure to a server'],
  connectTimeout: ['--connect-timeout=MILLISECONDS', 'how long the connection may take'],
  daemon: ['-D, --daemon', 'go to the background'],
  format: ['-f, --format=UNIT', 'k, m, g or t: bits; K, M, G or T: octets'],
  help: ['-h, --help', 'print help'],
  interval: ['-i, --interval=SECONDS', 'time between reports'],
  length: ['-l, --length=OCTETS', 'size of what is written at a time'],
  oneOff: ['-1, --one-off', 'one client, then exit'],
  parallel: ['-P, --parallel=COUNT', 'streams at once'],
  port: ['-p, --port=PORT', 'port of the server'],
  reverse: ['-R, --reverse', 'the server sends'],
  server: ['-s, --server', 'wait for clients'],
  time: ['-t, --time=SECONDS', 'how long to send'],
  udp: ['-u, --udp', 'UDP instead of TCP'],
  v4: ['-4, --version4', 'IPv4 only'],
  v6: ['-6, --version6', 'IPv6 only'],
  version: ['-v, --version', 'print the version'],
  window: ['-w, --window=OCTETS', 'size of the window'],
}

export const REFUSED: readonly string[] = [
  '-A, --affinity=CPU',
  '-C, --congestion=ALGORITHM',
  '-F, --file=FILE',
  '-I, --pidfile=FILE',
  '-J, --json',
  '-k, --blockcount=COUNT',
  '-L, --flowlabel=LABEL',
  '-M, --set-mss=OCTETS',
  '-N, --no-delay',
  '-O, --omit=SECONDS',
  '-S, --tos=TOS',
  '-T, --title=TEXT',
  '-V, --verbose',
  '-X, --xbind=NAME',
  '-Z, --zerocopy',
  '-d, --debug',
  '--bidir',
  '--cport=PORT',
  '--dont-fragment',
  '--get-server-output',
  '--logfile=FILE',
  '--sctp',
]

export interface Settings {
  readonly host: string
  readonly port: number
  readonly bind: string | null
  readonly family: 'any' | 'inet' | 'inet6'
  readonly seconds: number
  /** Octets to send; 0: as much as the time gives. */
  readonly bytes: number
  readonly interval: number
  readonly streams: number
  readonly reverse: boolean
  readonly udp: boolean
  /** Bits a second of a stream; 0: no limit. */
  readonly rate: number
  readonly window: number
  /** 0: the usual. */
  readonly length: number
  readonly format: string
  readonly connectTimeout: number | null
}

const DEFAULT_PORT = 5201
const UDP_RATE = 1_048_576
const MOST_STREAMS = 128

/** `10M`: 1024s for octets, 1000s for rates. Ref: src/units.c:unit_atof(), unit_atof_rate() */
function amount(text: string, step: number): number {
  const [, digits = '0', unit = ''] = /^([\d.]+)([kmgtKMGT]?)/.exec(text) ?? []
  return Number(digits) * step ** ' kmgt'.indexOf(unit.toLowerCase() || ' ')
}

/** Or the words of a parameter error. */
export function readSettings(args: Args<Iperf3Option>): Settings | string {
  const number = (id: Iperf3Option, standard: number): number => {
    const text = args.last(id)
    return text === null ? standard : Number.parseFloat(text) || 0
  }
  const udp = args.has('udp')
  const streams = number('parallel', 1)
  const interval = number('interval', 1)
  const rate = args.last('bitrate')
  const timeout = args.last('connectTimeout')
  if (streams < 1 || streams > MOST_STREAMS)
    return `number of parallel streams too large (maximum = ${MOST_STREAMS})`
  if (interval !== 0 && (interval < 0.1 || interval > 60))
    return 'invalid report interval (min = 0.1, max = 60 seconds)'
  const seconds = number('time', 10)
  if (seconds > 86400) return 'test duration too long (maximum = 86400 seconds)'
  return {
    host: args.last('client') ?? '',
    port: number('port', DEFAULT_PORT),
    bind: args.last('bind'),
    family: args.has('v4') ? 'inet' : args.has('v6') ? 'inet6' : 'any',
    seconds: args.has('bytes') ? Infinity : seconds,
    bytes: amount(args.last('bytes') ?? '0', 1024),
    interval,
    streams,
    reverse: args.has('reverse'),
    udp,
    rate: rate === null ? (udp ? UDP_RATE : 0) : amount(rate, 1000),
    window: amount(args.last('window') ?? '0', 1024),
    length: amount(args.last('length') ?? '0', 1024),
    format: args.last('format') ?? 'a',
    connectTimeout: timeout === null ? null : Number(timeout),
  }
}
