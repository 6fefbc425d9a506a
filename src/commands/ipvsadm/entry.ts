// What a command line of ipvsadm asks for. Ref: ipvsadm's ipvsadm.c:parse_options(), process_options()
import type { Blocking, Process } from '../../os/program.ts'
import {
  IPVS_SH_FALLBACK,
  IPVS_SH_PORT,
  isIpvsScheduler,
  type IpvsDestId,
  type IpvsDestOptions,
  type IpvsServiceId,
  type IpvsServiceOptions,
  type IpvsTimeouts,
} from '../../uapi/ipvs.ts'
import type { Inet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { inetAton } from '../lib/inetAton.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { servicePort } from '../lib/services.ts'
import { checkOptions, fail, Failure, Popt, type CommandId, type OptionId } from './options.ts'
import { TRY_HELP } from './usage.ts'

/** IPVS_SVC_PERSISTENT_TIMEOUT */
const PERSISTENT = 360
const MAX_TIMEOUT = 31 * 86400
const INT_MAX = 0x7fffffff

export interface Entry {
  readonly command: CommandId
  readonly given: ReadonlySet<OptionId>
  readonly service: IpvsServiceId | null
  readonly options: IpvsServiceOptions
  readonly dest: IpvsDestId
  readonly destOptions: IpvsDestOptions
  readonly timeouts: IpvsTimeouts
}

/** Ref: ipvsadm.c:string_to_number() */
function number(text: string, least: number, most: number): number | null {
  if (!/^\s*[+-]?\d+$/.test(text)) return null
  const value = Number(text)
  return least <= value && value <= most ? value : null
}

function lacking(what: string): Failure {
  return new Failure(`ipvsadm: ${what} not supported in vethlab\n`, 1)
}

type Where = { readonly address: Inet; readonly port: number | null } | Failure | null

/** `host[:port]`; null when it is none. Ref: ipvsadm.c:parse_service() */
function* parseService(p: Process, text: string, protocol: 'tcp' | 'udp'): Blocking<Where> {
  if (/^\d*$/.test(text)) return null
  const bracket = /^\[([^\]]*)\](?::.*)?$/.exec(text)
  if (parseInet6(bracket?.[1] ?? text) !== null) return lacking('IPv6 addresses are')
  if (text.startsWith('[')) return null
  const colon = text.lastIndexOf(':')
  const host = colon < 0 ? text : text.slice(0, colon)
  let address = inetAton(host)
  if (address === null) {
    const found = yield* resolveName(p, host)
    if ('error' in found) return null
    address = found.address
  }
  if (colon < 0) return { address, port: null }
  const word = text.slice(colon + 1)
  const port = number(word, 0, 65535) ?? servicePort(p, word, protocol)
  return port === null ? null : { address, port }
}

/** What the options have said so far. */
class Reader {
  readonly given = new Set<OptionId>()
  service: IpvsServiceId | null = null
  scheduler = ''
  persistent: number | null = null
  netmask: Inet = 0xffffffff
  schedFlags = ''
  dest: IpvsDestId = { address: 0, port: 0 }
  forward: 'masq' | 'route' | 'tunnel' = 'route'
  weight = 1
  upper = 0
  lower = 0

  constructor(readonly p: Process) {}

  *option(long: string, option: OptionId, value: string): Blocking<Failure | null> {
    if (this.given.has(option)) return fail(`multiple '${option}' options specified`)
    this.given.add(option)
    switch (option) {
      case 'service-address':
        return yield* this.#service(long, value)
      case 'scheduler':
        this.scheduler = value.slice(0, 15)
        return null
      case 'netmask': {
        const mask = inetAton(value)
        if (mask === null) return fail('illegal virtual server persistent mask specified')
        this.netmask = mask
        return null
      }
      case 'real-server':
        return yield* this.#server(value)
      case 'forwarding-method':
        this.forward = long === 'masquerading' ? 'masq' : long === 'ipip' ? 'tunnel' : 'route'
        return null
      case 'weight':
        return this.#number(value, 65535, 'illegal weight specified', (n) => (this.weight = n))
      case 'u-threshold':
        return this.#number(value, INT_MAX, 'illegal u_threshold specified', (n) => (this.upper = n))
      case 'l-threshold':
        return this.#number(value, INT_MAX, 'illegal l_threshold specified', (n) => (this.lower = n))
      case 'sched-flags':
        this.schedFlags = value
        return null
      case 'pe':
        return lacking('persistence engines are')
      case 'tun-type':
        return /^(ipip|gue|gre)$/.test(value) ? null : fail('illegal tunnel type specified')
      default:
        return null
    }
  }

  #number(text: string, most: number, complaint: string, set: (n: number) => void): Failure | null {
    const value = number(text, 0, most)
    if (value === null) return fail(complaint)
    set(value)
    return null
  }

  /** Its argument may be left out. */
  persistence(value: string | null): Failure | null {
    if (this.given.has('persistent')) return fail("multiple 'persistent' options specified")
    this.given.add('persistent')
    this.persistent = value === null ? PERSISTENT : number(value, 1, MAX_TIMEOUT)
    return this.persistent === null ? fail(`invalid timeout value \`${value}' specified`) : null
  }

  *#service(long: string, value: string): Blocking<Failure | null> {
    if (long === 'fwmark-service') {
      const fwmark = number(value, 1, 0xffffffff)
      if (fwmark === null) return fail(`invalid fwmark value \`${value}' specified`)
      this.service = { fwmark }
      return null
    }
    if (long === 'sctp-service') return lacking('SCTP is')
    const tcp = long === 'tcp-service'
    const where = yield* parseService(this.p, value, tcp ? 'tcp' : 'udp')
    if (where instanceof Failure) return where
    if (where === null) return fail('illegal virtual server address[:port] specified')
    const { address, port } = where
    this.service = { protocol: tcp ? IPPROTO_TCP : IPPROTO_UDP, address, port: port ?? 0 }
    return null
  }

  *#server(value: string): Blocking<Failure | null> {
    const { service } = this
    const udp = service?.protocol === IPPROTO_UDP
    const where = yield* parseService(this.p, value, udp ? 'udp' : 'tcp')
    if (where instanceof Failure) return where
    if (where === null) return fail('illegal real server address[:port] specified')
    const port = service?.protocol === undefined ? 0 : service.port
    this.dest = { address: where.address, port: where.port ?? port }
    return null
  }

  /** Ref: ipvsadm.c:parse_sched_flags() */
  flags(): number | Failure {
    let flags = 0
    for (const word of this.schedFlags.split(',').filter((each) => each !== '')) {
      if (word === 'flag-1' || word === 'sh-fallback') flags |= IPVS_SH_FALLBACK
      else if (word === 'flag-2' || word === 'sh-port') flags |= IPVS_SH_PORT
      else if (word === 'flag-3') flags |= 0x20
      else if (/^mh-(fallback|port)$/.test(word)) return fail(`incompatible scheduler flag \`${word}'`)
      else return fail(`invalid scheduler flag \`${word}'`)
      if (word.startsWith('sh-') && this.scheduler !== 'sh')
        return fail(`incompatible scheduler flag \`${word}'`)
    }
    return flags
  }
}

/** Reads a whole command line; `words` without the program's name. */
export function* parseEntry(p: Process, words: readonly string[]): Blocking<Entry | Failure> {
  const popt = new Popt(words)
  const first = popt.next()
  if (first === null || first instanceof Failure || first.spelling.command === undefined) {
    return new Failure(TRY_HELP, 255)
  }
  const { command } = first.spelling
  if (command === 'start-daemon' || command === 'stop-daemon') {
    if (!/^(master|backup)$/.test(first.value ?? '')) {
      return fail(
        `illegal ${command === 'start-daemon' ? 'start-daemon parameter' : 'start_daemon'} specified`,
      )
    }
    return lacking('the synchronization daemon is')
  }
  const reader = new Reader(p)
  for (
    let read = command === 'h' || command === 'v' ? null : popt.next();
    read !== null;
    read = popt.next()
  ) {
    if (read instanceof Failure) return read
    const { spelling, value, word } = read
    if (spelling.command !== undefined) return fail(`invalid option \`${word}'`)
    const { option, long } = spelling
    let failure: Failure | null = null
    if (long === 'ipv6')
      failure = reader.service ? lacking('IPv6 addresses are') : fail('-6 used before -f\n')
    else if (option === 'persistent') failure = reader.persistence(value)
    else if (option !== undefined) failure = yield* reader.option(long, option, value ?? '')
    if (failure) return failure
  }
  const timeouts = command === 'set' ? readTimeouts(popt.rest.splice(0, 3)) : { tcp: 0, tcpFin: 0, udp: 0 }
  if (timeouts instanceof Failure) return timeouts
  if (popt.rest.length > 0 && command !== 'h' && command !== 'v') {
    return fail(`unexpected argument ${popt.rest[0]}`)
  }
  return finish(command, reader, timeouts)
}

function readTimeouts(words: readonly string[]): IpvsTimeouts | Failure {
  const [tcp, tcpFin, udp] = words
  if (tcp === undefined || tcpFin === undefined || udp === undefined) {
    return fail('--set option requires 3 timeout values')
  }
  const values = words.map((word) => number(word, 0, MAX_TIMEOUT))
  const bad = values.indexOf(null)
  if (bad >= 0) return fail(`invalid timeout value \`${words[bad]}' specified`)
  return { tcp: values[0] ?? 0, tcpFin: values[1] ?? 0, udp: values[2] ?? 0 }
}

/** What the options mean together. Ref: ipvsadm.c:process_options() */
function finish(command: CommandId, reader: Reader, timeouts: IpvsTimeouts): Entry | Failure {
  const { given, service, persistent, netmask, forward, weight, upper, lower } = reader
  const schedFlags = reader.flags()
  if (schedFlags instanceof Failure) return schedFlags
  const wrong = checkOptions(command, given) ?? checkService(command, reader) ?? checkServer(command, reader)
  if (wrong) return wrong
  const scheduler = reader.scheduler === '' ? 'wlc' : reader.scheduler
  if (/^(lblc|lblcr|mh)$/.test(scheduler) && !isIpvsScheduler(scheduler)) {
    return lacking(`the scheduler ${scheduler} is`)
  }
  const onePacket = given.has('ops')
  // Without masquerading a server is asked at the port the client asked.
  const same = service?.protocol !== undefined && forward !== 'masq' && command !== 'd'
  return {
    command,
    given,
    service,
    options: { scheduler, persistent, netmask, onePacket, schedFlags },
    dest: same ? { ...reader.dest, port: service.port } : reader.dest,
    destOptions: { forward: forward === 'masq' ? 'masq' : 'route', weight, upper, lower },
    timeouts,
  }
}

function checkService(command: CommandId, { service, persistent, given }: Reader): Failure | null {
  if ((command !== 'A' && command !== 'E') || service?.protocol === undefined) return null
  if (service.port === 0 && persistent === null) return fail('Zero port specified for non-persistent service')
  if (given.has('ops') && service.protocol !== IPPROTO_UDP) {
    return fail('One-Packet Scheduling is only for UDP virtual services')
  }
  return null
}

function checkServer(command: CommandId, { forward, given }: Reader): Failure | null {
  if (command !== 'a' && command !== 'e') return null
  if (forward === 'tunnel') return lacking('tunneling is')
  return [...given].some((option) => option.startsWith('tun-'))
    ? fail('Tunnel options conflict with forward method')
    : null
}
