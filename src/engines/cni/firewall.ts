// The CNI plugin that lets a container's packets through a firewall of the host.
// (Ref: containernetworking/plugins plugins/meta/firewall/{firewall,iptables,ingresspolicy}.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { isV4, widthOf } from './address.ts'
import { Iptables } from './iptables.ts'
import { readNetConf } from './netconf.ts'
import type { CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'

const TABLE = 'filter'
const FORWARD = 'CNI-FORWARD'
const STAGE_1 = 'CNI-ISOLATION-STAGE-1'
const STAGE_2 = 'CNI-ISOLATION-STAGE-2'

export const firewallPlugin: Command = {
  name: 'firewall',
  path: '/opt/cni/bin/firewall',
  summary: 'CNI plugin: let a namespace through the firewall',
  supports: [
    'iptablesAdminChainName, ingressPolicy open and same-bridge; backend iptables',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'firewall', versions: ['0.4.0', '1.0.0'], add, check, del }),
}

interface FirewallConf {
  readonly adminChain: string
  readonly ingressPolicy: string
  readonly before: CniResult | null
}

function readConf(cni: CniCall): FirewallConf {
  const { conf } = readNetConf(cni, 'failed to load netconf: ', 'FirewallNetConf')
  if (conf.string('backend') === 'firewalld') {
    cni.fail('dial unix /var/run/dbus/system_bus_socket: connect: no such file or directory')
  }
  return {
    adminChain: conf.string('iptablesAdminChainName') || 'CNI-ADMIN',
    ingressPolicy: conf.string('ingressPolicy'),
    before: cni.prevResult(),
  }
}

/** Rules of one family, by the container's addresses. */
function ownRules(result: CniResult, v4: boolean): string[][] {
  return result.ips.flatMap(({ address: { ip } }) => {
    if (isV4(ip) !== v4) return []
    const text = `${formatAddress(ip)}/${widthOf(ip)}`
    return [
      ['-d', text, '-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED', '-j', 'ACCEPT'],
      ['-s', text, '-j', 'ACCEPT'],
    ]
  })
}

function forwardRule(): string[] {
  return ['-m', 'comment', '--comment', 'CNI firewall plugin rules', '-j', FORWARD]
}

function adminRule(adminChain: string): string[] {
  return ['-m', 'comment', '--comment', 'CNI firewall plugin admin overrides', '-j', adminChain]
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { adminChain, ingressPolicy, before } = readConf(cni)
  if (!before) return cni.fail('missing prevResult from earlier plugin')
  for (const v4 of [true, false]) {
    const rules = ownRules(before, v4)
    if (rules.length === 0) continue
    const iptables = new Iptables(cni, !v4)
    yield* iptables.ensureChain('', TABLE, FORWARD)
    yield* iptables.ensureChain('', TABLE, adminChain)
    yield* ensureFirst(iptables, 'FORWARD', forwardRule())
    yield* ensureFirst(iptables, FORWARD, adminRule(adminChain))
    for (const rule of rules) yield* iptables.appendUnique('', TABLE, FORWARD, rule)
  }
  if (ingressPolicy === 'same-bridge') yield* isolate(cni, before)
  else if (!['', 'open'].includes(ingressPolicy)) cni.fail(`unknown ingress policy: "${ingressPolicy}"`)
  return before
}

function* ensureFirst(iptables: Iptables, chain: string, rule: readonly string[]): Blocking<void> {
  if (!(yield* iptables.exists('', TABLE, chain, rule))) {
    yield* iptables.must('', TABLE, '-I', chain, '1', ...rule)
  }
}

/** Bridges of CNI do not reach each other: in two stages, as Docker does. */
function* isolate(cni: CniCall, before: CniResult): Blocking<void> {
  const bridge = before.interfaces.find(({ sandbox }) => sandbox === '')?.name
  if (bridge === undefined) {
    const words = 'interface name is unknown for ingress policy: "same-bridge"'
    return cni.fail(`${words}, make sure to chain "firewall" plugin with "bridge"`)
  }
  const comment = ['-m', 'comment', '--comment', 'CNI firewall plugin rules (ingressPolicy: same-bridge)']
  for (const v4 of [true, false]) {
    if (!before.ips.some(({ address }) => isV4(address.ip) === v4)) continue
    const iptables = new Iptables(cni, !v4)
    for (const chain of [STAGE_1, STAGE_2]) yield* iptables.ensureChain('', TABLE, chain)
    const first = ['-i', bridge, '!', '-o', bridge, ...comment, '-j', STAGE_2]
    yield* ensureFirst(iptables, 'FORWARD', [...comment, '-j', STAGE_1])
    yield* ensureFirst(iptables, STAGE_1, first)
    yield* iptables.appendUnique('', TABLE, STAGE_1, [...comment, '-j', 'RETURN'])
    yield* ensureFirst(iptables, STAGE_2, ['-o', bridge, ...comment, '-j', 'DROP'])
    yield* iptables.appendUnique('', TABLE, STAGE_2, [...comment, '-j', 'RETURN'])
  }
}

function* check(cni: CniCall): Blocking<null> {
  const { adminChain, before } = readConf(cni)
  if (!before) return cni.fail('missing prevResult from earlier plugin')
  for (const v4 of [true, false]) {
    const rules = ownRules(before, v4)
    if (rules.length === 0) continue
    const iptables = new Iptables(cni, !v4)
    yield* iptables.ensureChain('', TABLE, FORWARD)
    yield* iptables.ensureChain('', TABLE, adminChain)
    yield* expect(cni, iptables, 'FORWARD', forwardRule())
    yield* expect(cni, iptables, FORWARD, adminRule(adminChain))
    for (const rule of rules) {
      if (yield* iptables.exists('', TABLE, FORWARD, rule)) continue
      cni.fail(`expected rule [${rule.join(' ')}] not found`)
    }
  }
  return null
}

function* expect(cni: CniCall, iptables: Iptables, chain: string, rule: readonly string[]): Blocking<void> {
  if (yield* iptables.exists('', TABLE, chain, rule)) return
  cni.fail(`expected ${chain} rule [${rule.join(' ')}] not found`)
}

function* del(cni: CniCall): Blocking<null> {
  const { before } = readConf(cni)
  if (!before) return null
  for (const v4 of [true, false]) {
    const iptables = new Iptables(cni, !v4)
    for (const rule of ownRules(before, v4)) yield* iptables.try(TABLE, '-D', FORWARD, ...rule)
  }
  return null
}
