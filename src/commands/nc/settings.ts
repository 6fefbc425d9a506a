// What nc is asked for, checked in the order and with the words of netcat-openbsd 1.219.
import type { Process } from '../../os/program.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { servicePort } from '../lib/services.ts'

export type NcOption =
  | '4'
  | '6'
  | 'b'
  | 'C'
  | 'D'
  | 'd'
  | 'h'
  | 'i'
  | 'k'
  | 'l'
  | 'M'
  | 'N'
  | 'n'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 'T'
  | 'U'
  | 'u'
  | 'v'
  | 'W'
  | 'w'
  | 'z'

export const OPTIONS: OptionTable<NcOption> = {
  '4': ['-4', 'use IPv4'],
  '6': ['-6', 'use IPv6'],
  b: ['-b', 'allow broadcast'],
  C: ['-C', 'send CRLF as line ending'],
  D: ['-D', 'the debug option of sockets, which shows nowhere'],
  d: ['-d', 'do not read standard input'],
  h: ['-h', 'print help and exit'],
  i: ['-iINTERVAL', 'seconds between lines sent'],
  k: ['-k', 'keep listening after a connection is over'],
  l: ['-l', 'listen for a connection'],
  M: ['-MTTL', 'TTL of what is sent'],
  N: ['-N', 'shut the connection down at the end of standard input'],
  n: ['-n', 'no names'],
  p: ['-pPORT', 'source port, or the port to listen on'],
  q: ['-qSECONDS', 'quit so long after the end of standard input'],
  r: ['-r', 'ports in random order'],
  s: ['-sADDRESS', 'source address'],
  T: ['-TKEYWORD', 'type of service'],
  U: ['-U', 'a socket with a path in place of an address'],
  u: ['-u', 'UDP'],
  v: ['-v', 'say what happens'],
  W: ['-WCOUNT', 'quit after so many packets received'],
  w: ['-wSECONDS', 'time-out for connecting, and for silence afterwards'],
  z: ['-z', 'only look whether ports are open'],
}

export const REFUSED: readonly string[] = [
  '-F',
  '-S',
  '-t',
  '-Z',
  '-ILENGTH',
  '-mMINTTL',
  '-OLENGTH',
  '-PUSER',
  '-VRTABLE',
  '-XPROTOCOL',
  '-xPROXY',
]

export const USAGE = `usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]
	  [-m minttl] [-O length] [-P proxy_username] [-p source_port]
	  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]
	  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]
	  [destination] [port]
`

export const HELP = `OpenBSD netcat (Debian patchlevel 1.219-1)
${USAGE}	Command Summary:
		-4		Use IPv4
		-6		Use IPv6
		-b		Allow broadcast
		-C		Send CRLF as line-ending
		-D		Enable the debug socket option
		-d		Detach from stdin
		-F		Pass socket fd
		-h		This help text
		-I length	TCP receive buffer length
		-i interval	Delay interval for lines sent, ports scanned
		-k		Keep inbound sockets open for multiple connects
		-l		Listen mode, for inbound connects
		-M ttl		Outgoing TTL / Hop Limit
		-m minttl	Minimum incoming TTL / Hop Limit
		-N		Shutdown the network socket after EOF on stdin
		-n		Suppress name/port resolutions
		-O length	TCP send buffer length
		-P proxyuser	Username for proxy authentication
		-p port		Specify local port for remote connects
		-q secs		quit after EOF on stdin and delay of secs
		-r		Randomize remote ports
		-S		Enable the TCP MD5 signature option
		-s sourceaddr	Local source address
		-T keyword	TOS value
		-t		Answer TELNET negotiation
		-U		Use UNIX domain socket
		-u		UDP mode
		-V rtable	Specify alternate routing table
		-v		Verbose
		-W recvlimit	Terminate after receiving a number of packets
		-w timeout	Timeout for connects and final net reads
		-X proto	Proxy protocol: "4", "5" (SOCKS) or "connect"
		-x addr[:port]	Specify proxy address and port
		-Z		DCCP mode
		-z		Zero-I/O mode [used for scanning]
	Port numbers can be individual or ranges: lo-hi [inclusive]
`

export interface NcSettings {
  readonly family: 'any' | 'inet' | 'inet6'
  readonly listen: boolean
  readonly keep: boolean
  readonly udp: boolean
  readonly scan: boolean
  readonly verbose: boolean
  readonly numeric: boolean
  readonly detached: boolean
  readonly crlf: boolean
  /** Shut down at the end of standard input. */
  readonly shutdown: boolean
  readonly broadcast: boolean
  /** Seconds; null: no limit. */
  readonly timeout: number | null
  readonly interval: number
  readonly quit: number | null
  readonly receiveLimit: number
  readonly ttl: number | null
  readonly tos: number | null
  readonly sourcePort: string | null
  readonly source: string | null
  /** -U: path of a socket's file. */
  readonly unix: string | null
  readonly host: string | null
  /** To listen on. */
  readonly port: string | null
  /** To connect to. */
  readonly ports: readonly number[]
}

/** IPTOS_* by name (Ref: map_tos()). */
const TOS: Readonly<Record<string, number>> = {
  af11: 0x28,
  af12: 0x30,
  af13: 0x38,
  af21: 0x48,
  af22: 0x50,
  af23: 0x58,
  af31: 0x68,
  af32: 0x70,
  af33: 0x78,
  af41: 0x88,
  af42: 0x90,
  af43: 0x98,
  critical: 0xa0,
  cs0: 0x00,
  cs1: 0x20,
  cs2: 0x40,
  cs3: 0x60,
  cs4: 0x80,
  cs5: 0xa0,
  cs6: 0xc0,
  cs7: 0xe0,
  ef: 0xb8,
  inetcontrol: 0xc0,
  lowcost: 0x02,
  lowdelay: 0x10,
  netcontrol: 0xe0,
  reliability: 0x04,
  throughput: 0x08,
}

type Read<T> = { readonly value: T } | { readonly complaint: string }

/** As strtonum(3) has it. */
function number(text: string, least: number, most: number): number | string {
  if (!/^\s*[+-]?\d+$/.test(text)) return 'invalid'
  const value = Number(text)
  return value < least ? 'too small' : value > most ? 'too large' : value
}

/** Null: the usage is wrong. */
export function readSettings(
  p: Process,
  args: Args<NcOption>,
): NcSettings | { readonly complaint: string } | null {
  let complaint = ''
  const numeric = (
    id: NcOption,
    least: number,
    most: number,
    words: (why: string, text: string) => string,
  ): number | null => {
    const text = args.last(id)
    if (text === null) return null
    const value = number(text, least, most)
    if (typeof value === 'number') return value
    complaint ||= words(value, text)
    return null
  }
  const most = 4294967295
  const interval = numeric('i', 0, most, (why, text) => `interval ${why}: ${text}`)
  const ttl = numeric('M', 0, 255, (why) => `ttl is ${why}`)
  const quit = numeric('q', -2147483648, 2147483647, (why, text) => `quit timer ${why}: ${text}`)
  const timeout = numeric('w', 0, 2147483, (why, text) => `timeout ${why}: ${text}`)
  const receiveLimit = numeric('W', 1, 2147483647, (why, text) => `receive limit ${why}: ${text}`)
  const tos = tosOf(args.last('T'))
  if (complaint) return { complaint }
  if (tos !== null && typeof tos !== 'number') return tos
  const [host = null, ...rest] = args.operands
  const listen = args.has('l')
  const unix = args.has('U') ? host : null
  if (args.has('U') && host === null) return null
  if (unix !== null && rest.length > 0) return { complaint: 'cannot use port with -U' }
  const where = unix !== null ? { host, port: '0' } : listen ? listenAt(args) : { host, port: null }
  if (where === null || (!listen && host === null)) return null
  if (listen && args.has('z')) return { complaint: 'cannot use -z and -l' }
  if (!listen && args.has('k')) return { complaint: 'must use -l with -k' }
  if (unix === null && (listen ? where.port === null : rest.length === 0))
    return { complaint: 'missing port number' }
  const ports = listen ? { value: [] } : readPorts(p, rest, args)
  if ('complaint' in ports) return ports
  return {
    family: args.lastOf('4', '6') === '4' ? 'inet' : args.lastOf('4', '6') === '6' ? 'inet6' : 'any',
    listen,
    keep: args.has('k'),
    udp: args.has('u'),
    scan: args.has('z'),
    verbose: args.has('v'),
    numeric: args.has('n'),
    detached: args.has('d'),
    crlf: args.has('C'),
    shutdown: args.has('N') || (quit !== null && quit >= 0),
    broadcast: args.has('b'),
    timeout: timeout === 0 ? 0 : timeout,
    interval: interval ?? 0,
    quit: quit !== null && quit >= 0 ? quit : null,
    receiveLimit: receiveLimit ?? Infinity,
    ttl,
    tos,
    sourcePort: listen ? null : args.last('p'),
    source: listen ? null : args.last('s'),
    unix,
    host: where.host,
    port: where.port,
    ports: ports.value,
  }
}

function tosOf(text: string | null): number | null | { readonly complaint: string } {
  if (text === null) return null
  const known = TOS[text.toLowerCase()]
  if (known !== undefined) return known
  const value = /^0x[0-9a-f]+$/i.test(text) || /^\d+$/.test(text) ? Number(text) : NaN
  return value >= 0 && value <= 255 ? value : { complaint: `illegal tos value ${text}` }
}

/** `nc -l PORT`, `nc -l ADDRESS PORT`, `nc -l -p PORT`, with `-s ADDRESS`; null when they contradict. */
function listenAt(
  args: Args<NcOption>,
): { readonly host: string | null; readonly port: string | null } | null {
  const { operands } = args
  const port = args.last('p')
  const source = args.last('s')
  if (operands.length > 2 || (port !== null && operands.length > 0)) return null
  if (source !== null && operands.length > 1) return null
  const [first = null, second = null] = operands
  if (second !== null) return { host: first, port: second }
  return { host: source, port: port ?? first }
}

/** Ref: build_ports() */
function readPorts(p: Process, words: readonly string[], args: Args<NcOption>): Read<readonly number[]> {
  const list: number[] = []
  for (const word of words) {
    const named = /^\d/.test(word) ? null : servicePort(p, word, args.has('u') ? 'udp' : 'tcp')
    if (named !== null) {
      list.push(named)
      continue
    }
    const dash = word.indexOf('-')
    const ends = dash < 0 ? [word] : [word.slice(dash + 1), word.slice(0, dash)]
    const numbers: number[] = []
    for (const end of ends) {
      const value = number(end, 1, 65535)
      if (typeof value !== 'number') return { complaint: `port number ${value}: ${end}` }
      numbers.push(value)
    }
    const low = Math.min(...numbers)
    const high = Math.max(...numbers)
    const range: number[] = []
    for (let port = low; port <= high; port++) range.push(port)
    if (args.has('r')) shuffle(p, range)
    list.push(...range)
  }
  return { value: list }
}

function shuffle(p: Process, list: number[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = p.random() % (i + 1)
    const [a = 0, b = 0] = [list[i], list[j]]
    list[i] = b
    list[j] = a
  }
}
