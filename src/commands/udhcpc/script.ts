// What is done at the events of a lease: what Debian's /etc/udhcpc/default.script does, or a program of one's own.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { AF_INET, INFINITY_LIFE_TIME, RT_SCOPE_UNIVERSE } from '../../uapi/rtnetlink.ts'
import { DHCP_OPTIONS, dhcpAddress, dhcpAddresses, dhcpText, type DhcpOption } from '../../wire/dhcp.ts'
import { formatInet, INADDR_ANY, maskLength } from '../../wire/inet.ts'
import type { DhcpLease } from '../lib/dhcp/lease.ts'
import { execvp } from '../lib/spawn.ts'

export type UdhcpcEvent = 'deconfig' | 'bound' | 'renew' | 'leasefail' | 'nak'

export const DEFAULT_SCRIPT = '/etc/udhcpc/default.script'

/** `script`: null for Debian's own. */
export function* runScript(
  p: Process,
  script: string | null,
  ifname: string,
  event: UdhcpcEvent,
  lease: DhcpLease | null,
): Blocking<void> {
  if (script !== null) return yield* runOwn(p, script, ifname, event, lease)
  if (event === 'deconfig') {
    yield* runAll(p, [
      ['ip', 'link', 'set', ifname, 'up'],
      ['ip', '-4', 'addr', 'flush', 'dev', ifname],
      ['ip', '-4', 'route', 'flush', 'dev', ifname],
    ])
  }
  if (lease && (event === 'bound' || event === 'renew')) yield* configure(p, ifname, lease)
}

function* configure(p: Process, ifname: string, { address, netmask, message }: DhcpLease): Blocking<void> {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  if (link?.type !== 'RTM_NEWLINK') return
  const { index } = link
  const broadcast = dhcpAddress(message, DHCP_OPTIONS.broadcast) || (address | ~netmask) >>> 0
  const prefixlen = maskLength(netmask) ?? 32
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  const same = all.some(
    (m) => m.type === 'RTM_NEWADDR' && m.index === index && m.local === address && m.prefixlen === prefixlen,
  )
  if (!same) {
    p.net.rtnetlink({
      type: 'RTM_NEWADDR',
      flags: { create: true, replace: true },
      addr: {
        family: AF_INET,
        index,
        prefixlen,
        local: address,
        address,
        broadcast,
        label: ifname,
        scope: RT_SCOPE_UNIVERSE,
        flags: 0,
        validLft: INFINITY_LIFE_TIME,
        preferredLft: INFINITY_LIFE_TIME,
      },
    })
  }
  const router = dhcpAddress(message, DHCP_OPTIONS.router)
  yield* runAll(p, [['ip', '-4', 'route', 'flush', 'exact', '0.0.0.0/0', 'dev', ifname]])
  if (router !== INADDR_ANY)
    yield* runAll(p, [['ip', '-4', 'route', 'add', 'default', 'via', formatInet(router), 'dev', ifname]])
  const domain = dhcpText(message, DHCP_OPTIONS.domainName)
  const servers = dhcpAddresses(message, DHCP_OPTIONS.dnsServer).map((one) => `nameserver ${formatInet(one)}`)
  p.fs.writeFile(
    '/etc/resolv.conf',
    `${[domain === null ? '' : `domain ${domain}`, ...servers].join('\n')}\n`,
  )
}

function* runAll(p: Process, commands: readonly (readonly string[])[]): Blocking<void> {
  for (const argv of commands) {
    const pid = p.procs.spawn(
      function* (child) {
        const result = yield* execvp(child, argv)
        return isErrno(result) ? 1 : result
      },
      { argv },
    )
    yield* p.procs.wait(pid)
  }
}

function* runOwn(
  p: Process,
  script: string,
  ifname: string,
  event: UdhcpcEvent,
  lease: DhcpLease | null,
): Blocking<void> {
  const argv = [script, event]
  const env = new Map([...p.env, ['interface', ifname], ...(lease ? variables(lease) : [])])
  const pid = p.procs.spawn(
    function* (child) {
      const result = yield* execvp(child, argv, env)
      if (!isErrno(result)) return result
      return 127
    },
    { argv, env },
  )
  yield* p.procs.wait(pid)
}

/** Options by the names they have in the environment; others are optNN with their octets in hex. */
const VARIABLES: Readonly<Record<number, string>> = {
  1: 'subnet',
  3: 'router',
  6: 'dns',
  12: 'hostname',
  15: 'domain',
  26: 'mtu',
  28: 'broadcast',
  42: 'ntpsrv',
  51: 'lease',
  54: 'serverid',
  56: 'message',
}
const TEXTS: ReadonlySet<number> = new Set([12, 15, 56])
const NUMBERS: ReadonlySet<number> = new Set([26, 51])

/** Ref: networking/udhcp/dhcpc.c:fill_envp() */
function variables({ address, netmask, message }: DhcpLease): [string, string][] {
  return [
    ['ip', formatInet(address)],
    ['mask', String(maskLength(netmask) ?? 32)],
    ...(message.siaddr === INADDR_ANY ? [] : ([['siaddr', formatInet(message.siaddr)]] as const)),
    ...message.options.map((option): [string, string] => variable(option)),
  ].map(([name, value]): [string, string] => [name, value])
}

function variable({ code, data }: DhcpOption): [string, string] {
  const hex = (octet: number): string => octet.toString(16).padStart(2, '0')
  const name = VARIABLES[code]
  if (name === undefined) return [`opt${code}`, [...data].map(hex).join('')]
  if (TEXTS.has(code)) return [name, String.fromCharCode(...data)]
  if (NUMBERS.has(code)) return [name, String(data.reduce((sum, octet) => sum * 256 + octet, 0))]
  const addresses = Array.from({ length: data.length >> 2 }, (_, i) =>
    [...data.slice(i * 4, i * 4 + 4)].join('.'),
  )
  return [name, addresses.join(' ')]
}
