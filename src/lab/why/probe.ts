// A probe: a program that asks whether one end reaches another, as it was given, and as it is given to a copy of the lab.
import { word } from '../shellquote.ts'
import { parseInet } from '../../wire/inet.ts'

/** Which program ran where, and how it ended. */
export interface Run {
  readonly machine: string
  /** Inode of the namespace it ran in. */
  readonly netns: number
  readonly argv: readonly string[]
  readonly status: number
}

export type ProbeKind = 'ping' | 'tcp' | 'udp' | 'name'

export interface Probe {
  readonly machine: string
  readonly netns: number
  readonly kind: ProbeKind
  /** An address, or a name that is to be resolved. */
  readonly host: string
  /** 0 where there is none. */
  readonly port: number
  /** What is run on a copy: it ends by itself, soon, and its status says whether it got through. */
  readonly command: string
  /** The program, to speak of. */
  readonly program: string
}

type Tried = Omit<Probe, 'machine' | 'netns' | 'program'>

/** Options of a program that take a word after them. */
const VALUED: Readonly<Record<string, RegExp>> = {
  ping: /^-[a-zA-Z0-9]*[cCeFiIlmMNnpQsStTwW]$/,
  nc: /^-[a-zA-Z0-9]*[ILIMmOPpqsTVWwXx]$/,
  curl: /^(-[a-zA-Z0-9]*[AbcCdDeEFhHKmoPQrTtuUwxXYyz]|--(resolve|data|header|request|output|max-time|connect-timeout|user|user-agent|proxy|interface|write-out|retry|form|cacert|cert|key|referer|cookie|range|connect-to|dns-servers|local-port|max-redirs|retry-delay))$/,
  wget: /^(-[a-zA-Z]*[aoOtTQPUwei]|--(timeout|tries|header|user-agent|output-document))$/,
  telnet: /^-[a-zA-Z0-9]*[bel]$/,
  traceroute: /^-[a-zA-Z0-9]*[fgimNpqstwzMO]$/,
  tracepath: /^-[a-zA-Z0-9]*[lmp]$/,
  host: /^-[a-zA-Z0-9]*[ctNRmWp]$/,
  nslookup: /^$/,
  dig: /^-[bcfkpqtxy]$/,
}

/** The probe a run was; null when it was none, or one that says nothing of reaching anybody (a listener). */
export function probeOf(run: Run): Probe | null {
  const [path = '', ...args] = run.argv
  const program = path.slice(path.lastIndexOf('/') + 1)
  const tried = read(program, args)
  return tried && { ...tried, machine: run.machine, netns: run.netns, program }
}

/** How it is asked whether one reaches another. */
export type Way = { readonly by: 'ping' | 'name' } | { readonly by: 'tcp' | 'udp'; readonly port: number }

/** What is asked without a program having asked. */
export function probeTo(machine: string, netns: number, host: string, way: Way): Probe {
  const program = { ping: 'ping', name: 'dig', tcp: 'nc', udp: 'nc' }[way.by]
  return { ...triedBy(way, host), machine, netns, program }
}

function triedBy(way: Way, host: string): Tried {
  if ('port' in way) return way.by === 'tcp' ? connect(host, way.port) : datagram(host, way.port)
  return way.by === 'ping' ? ping(host, []) : named(host, null, true)
}

/** It was told to use IPv6. */
export function wantsIpv6({ command }: Probe): boolean {
  return / (-6|--ipv6) /.test(command)
}

/** Of the name that a probe was given: whether it stands for an address at all. */
export function nameProbe({ machine, netns, program, host }: Probe): Probe {
  return { ...named(host, null, true), machine, netns, program }
}

function read(program: string, args: readonly string[]): Tried | null {
  const { words, options } = split(VALUED[program] ?? /^$/, args)
  const [first, second] = words
  switch (program) {
    case 'ping': {
      const host = words.at(-1)
      return host === undefined ? null : ping(host, keptOfPing(options))
    }
    case 'nc': {
      if (options.some(([name]) => /^-[a-zA-Z]*l/.test(name))) return null
      const port = Number(second)
      if (first === undefined || !Number.isInteger(port)) return null
      return options.some(([name]) => /^-[a-zA-Z]*u/.test(name))
        ? datagram(first, port, options.find(([name]) => /^-[a-zA-Z]*p$/.test(name))?.[1])
        : connect(
            first,
            port,
            options.some(([name]) => /^-[a-zA-Z]*6/.test(name)),
          )
    }
    case 'telnet':
      return first === undefined ? null : connect(first, Number(second ?? 23) || 23)
    case 'curl':
    case 'wget':
      return first === undefined ? null : fetched(program, first, args)
    case 'traceroute':
    case 'tracepath':
      return first === undefined ? null : traced(first)
    case 'dig':
      return dig(args)
    case 'host':
    case 'nslookup': {
      if (first === undefined || parseInet(first) !== null) return null
      return named(first, second ?? null, true)
    }
    default:
      return null
  }
}

interface Split {
  readonly words: readonly string[]
  readonly options: readonly (readonly [name: string, value: string | null])[]
}

function split(valued: RegExp, args: readonly string[]): Split {
  const words: string[] = []
  const options: [string, string | null][] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (!arg.startsWith('-') || arg === '-') words.push(arg)
    else if (valued.test(arg)) options.push([arg, args[++i] ?? ''])
    else options.push([arg, null])
  }
  return { words, options }
}

/** What makes another packet of it: size, source, whether it may be fragmented. */
function keptOfPing(options: Split['options']): string[] {
  const kept: string[] = []
  for (const [name, value] of options) {
    const glued = /^-([sIMQmt])(.+)$/.exec(name)
    if (glued && value === null) kept.push(name)
    else if (value !== null && /^-[sIMQmt]$/.test(name)) kept.push(name, value)
    else if (/^-[46b]$/.test(name)) kept.push(name)
  }
  return kept
}

function ping(host: string, kept: readonly string[]): Tried {
  // Of packets that turn out too big for the way two are lost before they are fragmented.
  const count = kept.some((option) => option.startsWith('-s')) ? '4' : '2'
  const command = ['ping', '-n', ...kept, '-c', count, '-i', '1', '-W', '1', host].map(word).join(' ')
  return { kind: 'ping', host, port: 0, command }
}

function connect(host: string, port: number, six = false): Tried {
  return { kind: 'tcp', host, port, command: `nc ${six ? '-6 ' : ''}-z -w 3 ${word(host)} ${port}` }
}

/** Nobody need answer a datagram: whether it came to a socket is seen in the trace. `from`: the port it is sent from. */
function datagram(host: string, port: number, from?: string | null): Tried {
  const own = from ? `-p ${word(from)} ` : ''
  return { kind: 'udp', host, port, command: `echo | nc -u -w 1 ${own}${word(host)} ${port}` }
}

/** One datagram that no router answers for, to where a traceroute would come to its end. */
function traced(host: string): Tried {
  return {
    kind: 'udp',
    host,
    port: TRACEROUTE_PORT,
    command: `traceroute -n -q 1 -w 1 -f 30 -m 30 -p ${TRACEROUTE_PORT} ${word(host)}`,
  }
}

const TRACEROUTE_PORT = 33434

function fetched(program: string, url: string, args: readonly string[]): Tried | null {
  const match = /^(?:(https?|telnet|ftp):\/\/)?(?:[^@/]*@)?(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?/.exec(url)
  const [, scheme = 'http', named, port] = match ?? []
  if (named === undefined) return null
  const host = named.replace(/^\[(.*)\]$/, '$1')
  const limits = program === 'curl' ? ['-m', '4'] : ['-T', '3', '-t', '1']
  const command = `${[program, ...args, ...limits].map(word).join(' ')} >/dev/null`
  return { kind: 'tcp', host, port: Number(port ?? (scheme === 'https' ? 443 : 80)), command }
}

function dig(args: readonly string[]): Tried | null {
  const server = args.find((arg) => arg.startsWith('@'))?.slice(1) ?? null
  const words = args.filter((arg) => !/^[@+-]/.test(arg))
  const [name] = words
  return name === undefined ? null : named(name, server, args.includes('+search'), words[1])
}

/** `search`: its short form is looked for too, as every program but dig does it. */
function named(name: string, server: string | null, search: boolean, type = 'A'): Tried {
  const at = server === null ? '' : `@${word(server)} `
  return {
    kind: 'name',
    host: name,
    port: 53,
    command: `dig ${search ? '+search ' : ''}+time=2 +tries=1 ${at}${word(name)} ${word(type)}`,
  }
}
