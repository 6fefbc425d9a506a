// What ipvsadm lists. Ref: ipvsadm's ipvsadm.c:print_service_entry(), print_conn()
import type { Blocking, Process } from '../../os/program.ts'
import { IPVS_SH_FALLBACK, IPVS_SH_PORT, type IpvsDest, type IpvsService } from '../../uapi/ipvs.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { serviceName } from '../lib/services.ts'
import type { OptionId } from './options.ts'

/** How it was asked for. */
export interface Format {
  readonly options: ReadonlySet<OptionId>
  /** As commands that make it again. */
  readonly rules: boolean
}

export const TITLE = 'IP Virtual Server version 1.2.1 (size=4096)\n'

/** Names of what is listed, as far as they are asked for. */
export class Names {
  readonly #p: Process
  readonly #numeric: boolean
  readonly #hosts = new Map<Inet, string>()

  constructor(p: Process, numeric: boolean) {
    this.#p = p
    this.#numeric = numeric
  }

  *ask(addresses: Iterable<Inet>): Blocking<void> {
    if (this.#numeric) return
    for (const address of new Set(addresses)) {
      this.#hosts.set(address, (yield* getnameinfo(this.#p, address)) ?? formatInet(address))
    }
  }

  /** Ref: ipvsadm.c:addrport_to_anyname() */
  of(address: Inet, port: number, protocol: number): string {
    if (this.#numeric) return `${formatInet(address)}:${port}`
    const kind = protocol === IPPROTO_TCP ? 'tcp' : protocol === IPPROTO_UDP ? 'udp' : null
    const service = kind && serviceName(this.#p, port, kind)
    return `${this.#hosts.get(address) ?? formatInet(address)}:${service ?? port}`
  }
}

export function addressesOf(services: readonly IpvsService[]): Inet[] {
  return services.flatMap(({ id, dests }) => [
    ...(id.protocol === undefined ? [] : [id.address]),
    ...dests.map(({ address }) => address),
  ])
}

/** Ref: libipvs.c:ipvs_cmp_services(), ipvs_cmp_dests() */
export function sorted(services: readonly IpvsService[]): IpvsService[] {
  return services
    .map((service) => ({
      ...service,
      dests: [...service.dests].sort((a, b) => a.address - b.address || a.port - b.port),
    }))
    .sort(({ id: a }, { id: b }) => {
      if (a.protocol === undefined || b.protocol === undefined) return (a.fwmark ?? 0) - (b.fwmark ?? 0)
      return a.protocol - b.protocol || a.address - b.address || a.port - b.port
    })
}

const REMOTE = '  -> RemoteAddress:Port\n'

function columns(first: string, ...rest: readonly string[]): string {
  return `${first.padEnd(33)} ${rest.map((word) => word.padStart(8)).join(' ')}\n${REMOTE}`
}

/** Ref: ipvsadm.c:print_title() */
export function titleOf({ options, rules }: Format): string {
  const first = 'Prot LocalAddress:Port'
  if (options.has('stats')) return columns(first, 'Conns', 'InPkts', 'OutPkts', 'InBytes', 'OutBytes')
  if (options.has('rate')) return columns(first, 'CPS', 'InPPS', 'OutPPS', 'InBPS', 'OutBPS')
  if (options.has('thresholds')) {
    return `${first.padEnd(33)} Uthreshold Lthreshold ActiveConn InActConn \n${REMOTE}`
  }
  if (options.has('persistent-conn')) {
    return `${first.padEnd(33)} Weight    PersistConn ActiveConn InActConn \n${REMOTE}`
  }
  if (rules) return ''
  const tunnel = options.has('tun-info') ? 'TunnelInfo    ' : ''
  return (
    'Prot LocalAddress:Port Scheduler Flags\n' +
    `  -> RemoteAddress:Port           Forward ${tunnel}Weight ActiveConn InActConn\n`
  )
}

/** Ref: ipvsadm.c:print_largenum() */
function large(value: number, exact: boolean): string {
  const text = String(value)
  if (exact) return text.length <= 8 ? text.padStart(9) : ` ${text}`
  if (value < 1e8) return text.padStart(9)
  const [divisor, unit] =
    value < 1e9 ? [1e3, 'K'] : value < 1e11 ? [1e6, 'M'] : value < 1e14 ? [1e9, 'G'] : [1e12, 'T']
  return `${String(Math.floor(value / Number(divisor))).padStart(8)}${unit}`
}

function numbers(of: IpvsService | IpvsDest, { options }: Format): readonly number[] {
  if (options.has('stats')) {
    const { conns, inPackets, outPackets, inBytes, outBytes } = of.stats
    return [conns, inPackets, outPackets, inBytes, outBytes]
  }
  const { cps, inPps, outPps, inBps, outBps } = of.rates
  return [cps, inPps, outPps, inBps, outBps]
}

function flagWords({ schedFlags, scheduler }: IpvsService): string {
  const sh = scheduler === 'sh'
  const words = [
    schedFlags & IPVS_SH_FALLBACK ? (sh ? 'sh-fallback' : 'flag-1') : '',
    schedFlags & IPVS_SH_PORT ? (sh ? 'sh-port' : 'flag-2') : '',
    schedFlags & 0x20 && !sh ? 'flag-3' : '',
  ]
  return words.filter((word) => word !== '').join(',')
}

function serviceLine(service: IpvsService, name: string, format: Format): string {
  const { scheduler, persistent, netmask, onePacket, schedFlags } = service
  const flags = schedFlags === 0 ? '' : flagWords(service)
  const masked = netmask === 0xffffffff ? '' : formatInet(netmask)
  if (format.rules) {
    const mask = masked === '' ? '' : ` -M ${masked}`
    const stays = persistent === null ? '' : ` -p ${persistent}${mask}`
    return `-A ${name} -s ${scheduler}${stays}${onePacket ? ' -o' : ''}${flags === '' ? '' : ` -b ${flags}`}\n`
  }
  const exact = format.options.has('exact')
  if (format.options.has('stats') || format.options.has('rate')) {
    return `${name.padEnd(33)}${numbers(service, format)
      .map((n) => large(n, exact))
      .join('')}\n`
  }
  const mask = masked === '' ? '' : ` mask ${masked}`
  const stays = persistent === null ? '' : ` persistent ${persistent}${mask}`
  return `${name} ${scheduler}${flags === '' ? '' : ` (${flags})`}${stays}${onePacket ? ' ops' : ''}\n`
}

function destLine(dest: IpvsDest, service: string, name: string, format: Format): string {
  const { forward, weight, upper, lower, active, inactive, persistent } = dest
  const { options, rules } = format
  if (rules) return `-a ${service} -r ${name} ${forward === 'masq' ? '-m' : '-g'} -w ${weight}\n`
  const head = `  -> ${name.slice(0, 28).padEnd(28)}`
  const exact = options.has('exact')
  const counted = numbers(dest, format)
  if (options.has('stats')) return `${head}${counted.map((n) => large(n, exact)).join('')}\n`
  if (options.has('rate')) {
    const plain = counted.slice(0, 3).map((n) => ` ${String(n).padStart(8)}`)
    const octets = counted.slice(3).map((n) => large(n, exact))
    return `${head}${[...plain, ...octets].join('')}\n`
  }
  const cells = (...words: readonly (readonly [string | number, number])[]): string =>
    `${head} ${words.map(([word, width]) => String(word).padEnd(width)).join(' ')}\n`
  const connections = [
    [active, 10],
    [inactive, 10],
  ] as const
  if (options.has('thresholds')) return cells([upper, 10], [lower, 10], ...connections)
  if (options.has('persistent-conn')) return cells([weight, 9], [persistent, 11], ...connections)
  const way = forward === 'masq' ? 'Masq' : 'Route'
  const tunnel = options.has('tun-info') ? ([['n/a', 13]] as const) : []
  return cells([way, 7], ...tunnel, [weight, 6], ...connections)
}

/** A service and its servers. */
export function formatService(service: IpvsService, names: Names, format: Format): string {
  const { id, dests } = service
  const { rules } = format
  const protocol = id.protocol ?? IPPROTO_TCP
  const at = id.protocol === undefined ? String(id.fwmark) : names.of(id.address, id.port, id.protocol)
  const kind = id.protocol === undefined ? 'FWM' : id.protocol === IPPROTO_TCP ? 'TCP' : 'UDP'
  const option = id.protocol === undefined ? '-f' : id.protocol === IPPROTO_TCP ? '-t' : '-u'
  const full = rules ? `${option} ${at}` : `${kind.padEnd(4)} ${at}`
  const name = rules ? full : full.slice(0, 33)
  const lines = dests.map((dest) => destLine(dest, name, names.of(dest.address, dest.port, protocol), format))
  return serviceLine(service, name, format) + lines.join('')
}

interface Conn {
  readonly protocol: string
  readonly ends: readonly (readonly [address: Inet, port: number])[]
  readonly state: string
  readonly seconds: number
}

/** A line of /proc/net/ip_vs_conn. */
function parseConn(line: string): Conn {
  const [protocol = '', ca = '', cp = '', va = '', vp = '', da = '', dp = '', state = '', seconds = ''] = line
    .trim()
    .split(/\s+/)
  const ends = [
    [ca, cp],
    [va, vp],
    [da, dp],
  ] as const
  return {
    protocol,
    ends: ends.map(([address, port]) => [parseInt(address, 16), parseInt(port, 16)] as const),
    state,
    seconds: Number(seconds),
  }
}

/** Ref: ipvsadm.c:list_conn() */
export function* formatConns(text: string, names: Names, { options }: Format): Blocking<string> {
  const conns = text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map(parseConn)
  yield* names.ask(conns.flatMap(({ ends }) => ends.map(([address]) => address)))
  const cells = (words: readonly string[], last: string): string => {
    const widths = [11, 18, 18]
    return `${words.map((word, i) => word.padEnd(widths[i] ?? 0)).join(' ')} ${last}\n`
  }
  const wide = options.has('persistent-conn')
  const last = wide ? `${'destination'.padEnd(18)} ${'pe name'.padEnd(16)} pe_data` : 'destination'
  let out = `IPVS connection entries\npro expire ${cells(['state', 'source', 'virtual'], last)}`
  for (const { protocol, ends, state, seconds } of conns) {
    const number = protocol === 'TCP' ? IPPROTO_TCP : protocol === 'UDP' ? IPPROTO_UDP : 0
    const [client = '', virtual = '', server = ''] = ends.map(([address, port]) =>
      names.of(address, port, number),
    )
    const two = (n: number): string => String(n).padStart(2, '0')
    const left = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
    out += `${protocol.padEnd(3)} ${left.padEnd(6)} ${cells([state, client, virtual], server)}`
  }
  return out
}
