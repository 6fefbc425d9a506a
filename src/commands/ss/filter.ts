// Which sockets: states, and expressions on addresses and ports. Ref: iproute2 misc/ss.c, ssfilter.y
import type { Process } from '../../os/program.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import { inetMask } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { resolveHost } from '../lib/hosts.ts'
import { inetAton } from '../lib/inetAton.ts'
import { servicePort } from '../lib/services.ts'

export type Test = (message: InetDiagMessage) => boolean

/** Bits by number of state. */
const STATES: Readonly<Record<string, number>> = {
  established: 1 << 1,
  estab: 1 << 1,
  'syn-sent': 1 << 2,
  'syn-recv': (1 << 3) | (1 << 12),
  'fin-wait-1': 1 << 4,
  'fin-wait-2': 1 << 5,
  'time-wait': 1 << 6,
  closed: 1 << 7,
  unconnected: 1 << 7,
  'close-wait': 1 << 8,
  'last-ack': 1 << 9,
  listening: 1 << 10,
  closing: 1 << 11,
}
export const ALL_STATES = (1 << 13) - 2
const CONNECTED = ALL_STATES & ~((1 << 7) | (1 << 10))
const BUCKET = (1 << 3) | (1 << 12) | (1 << 6)

/** Null: no such name. */
export function stateMask(name: string): number | null {
  if (name === 'all') return ALL_STATES
  if (name === 'connected') return CONNECTED
  if (name === 'synchronized') return CONNECTED & ~(1 << 2)
  if (name === 'bucket') return BUCKET
  if (name === 'big') return ALL_STATES & ~BUCKET
  return STATES[name] ?? null
}

type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<='

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  eq: '=',
  '!=': '!=',
  ne: '!=',
  neq: '!=',
  '>': '>',
  gt: '>',
  '>=': '>=',
  ge: '>=',
  geq: '>=',
  '<': '<',
  lt: '<',
  '<=': '<=',
  le: '<=',
  leq: '<=',
}

export class FilterError extends Error {}

/** Reads an expression; throws FilterError with ss's words. */
export class FilterParser {
  #at = 0
  readonly #words: readonly string[]

  constructor(
    private readonly p: Process,
    words: readonly string[],
  ) {
    this.#words = words
      .flatMap((word) => word.split(/(?<=^|\s)([()!])|([()])(?=\s|$)|\s+/))
      .filter((word) => word)
  }

  parse(): Test {
    if (this.#words.length === 0) return () => true
    const test = this.#or()
    if (this.#at < this.#words.length) throw new FilterError(this.#syntax())
    return test
  }

  #syntax(): string {
    return 'bison bellows (while parsing filter): "syntax error!" Sorry.'
  }

  #next(): string | undefined {
    return this.#words[this.#at]
  }

  #or(): Test {
    let left = this.#and()
    while (['or', '|', '||'].includes(this.#next() ?? '')) {
      this.#at++
      const [a, b] = [left, this.#and()]
      left = (m) => a(m) || b(m)
    }
    return left
  }

  #and(): Test {
    let left = this.#not()
    for (;;) {
      const word = this.#next()
      if (word === undefined || word === ')' || ['or', '|', '||'].includes(word)) return left
      if (['and', '&', '&&'].includes(word)) this.#at++
      const [a, b] = [left, this.#not()]
      left = (m) => a(m) && b(m)
    }
  }

  #not(): Test {
    const word = this.#next()
    if (word === 'not' || word === '!') {
      this.#at++
      const test = this.#not()
      return (m) => !test(m)
    }
    if (word === '(') {
      this.#at++
      const test = this.#or()
      if (this.#next() !== ')') throw new FilterError(this.#syntax())
      this.#at++
      return test
    }
    return this.#predicate()
  }

  #predicate(): Test {
    const word = this.#words[this.#at++] ?? ''
    const comparison = COMPARISONS[this.#next() ?? '']
    if (comparison) this.#at++
    const value = this.#words[this.#at++]
    if (value === undefined) throw new FilterError(this.#syntax())
    if (word === 'sport' || word === 'dport') return this.#port(word, comparison ?? '=', value)
    if (word === 'src' || word === 'dst') return this.#address(word, value, comparison === '!=')
    if (word === 'dev') return this.#device(value, comparison === '!=')
    throw new FilterError(this.#syntax())
  }

  #port(side: 'sport' | 'dport', comparison: Comparison, text: string): Test {
    const colon = text.lastIndexOf(':')
    const port = this.#portNumber(text.slice(colon + 1))
    return (m) => {
      const actual = side === 'sport' ? m.local.port : m.remote.port
      switch (comparison) {
        case '=':
          return actual === port
        case '!=':
          return actual !== port
        case '>':
          return actual > port
        case '>=':
          return actual >= port
        case '<':
          return actual < port
        case '<=':
          return actual <= port
      }
    }
  }

  #portNumber(text: string): number {
    if (/^\d+$/.test(text)) return Number(text)
    const port = servicePort(this.p, text, 'tcp') ?? servicePort(this.p, text, 'udp')
    if (port === null) throw new FilterError(`Error: "${text}" does not look like a port.`)
    return port
  }

  /** `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1:80`, `:80`, `[::1]:80` */
  #address(side: 'src' | 'dst', text: string, negated: boolean): Test {
    const six = /^\[(.*)\](?::(.*))?$/.exec(text)
    const four = /^([^:]*)(?::(.*))?$/.exec(text)
    const [, host = '', portText] = six ?? (parseInet6(text) !== null ? [text, text] : (four ?? []))
    const port =
      portText === undefined || portText === '' || portText === '*' ? null : this.#portNumber(portText)
    const matches = host === '' || host === '*' ? () => true : this.#host(host)
    return (m) => {
      const end = side === 'src' ? m.local : m.remote
      return (matches(end.address) && (port === null || end.port === port)) !== negated
    }
  }

  #host(text: string): (address: number | bigint) => boolean {
    const [host = '', bits] = text.split('/')
    const six = parseInet6(host)
    if (six !== null) {
      const shift = 128n - BigInt(bits ?? 128)
      return (a) => typeof a === 'bigint' && a >> shift === six >> shift
    }
    const resolved = inetAton(host) !== null ? { address: inetAton(host) ?? 0 } : resolveHost(this.p, host)
    if ('error' in resolved) throw new FilterError(`Error: an inet prefix is expected rather than "${text}".`)
    const mask = inetMask(Number(bits ?? 32))
    return (a) => typeof a === 'number' && (a & mask) >>> 0 === (resolved.address & mask) >>> 0
  }

  #device(name: string, negated: boolean): Test {
    const reply = this.p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: name })
    const [message] = reply.error ? [] : reply.messages
    if (message?.type !== 'RTM_NEWLINK') throw new FilterError(`Cannot find device "${name}"`)
    const { index } = message
    return (m) => (m.boundIf === index) !== negated
  }
}
