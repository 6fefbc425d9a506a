// kube-proxy in iptables mode: services as rules of a node. (Ref: pkg/proxy/iptables/proxier.go)
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Provenance } from '../../../sim/provenance.ts'
import { capture } from '../../lib/capture.ts'
import { forEngine } from '../../lib/madeFor.ts'
import type { ApiClient } from '../api/client.ts'
import { klog } from '../api/klog.ts'
import { flag, serverOf } from '../api/server.ts'
import { follow, type Cache } from '../api/watch.ts'
import { VERSION } from '../api/version.ts'
import { proxiedPorts } from './ports.ts'
import { CHAINS, chainsOf, proxyRules, type RuleSet } from './rules.ts'

export const CLUSTER_CIDR = '10.244.0.0/16'
const CANARY = 'KUBE-PROXY-CANARY'
/** Chains that come and go with services and endpoints. */
const PASSING = /^KUBE-(?:SVC|SVL|EXT|FW|SEP)-/

const NEW = '-m conntrack --ctstate NEW'

/** Table, chain, target, comment, further conditions; each is put first in its chain. */
const JUMPS: readonly (readonly [string, string, string, string, string])[] = [
  ['filter', 'INPUT', CHAINS.external, 'kubernetes externally-visible service portals', NEW],
  ['filter', 'FORWARD', CHAINS.external, 'kubernetes externally-visible service portals', NEW],
  ['filter', 'INPUT', CHAINS.nodePorts, 'kubernetes health check service ports', ''],
  ['filter', 'FORWARD', CHAINS.services, 'kubernetes service portals', NEW],
  ['filter', 'OUTPUT', CHAINS.services, 'kubernetes service portals', NEW],
  ['filter', 'FORWARD', CHAINS.forward, 'kubernetes forwarding rules', ''],
  ['filter', 'INPUT', CHAINS.firewall, 'kubernetes load balancer firewall', NEW],
  ['filter', 'OUTPUT', CHAINS.firewall, 'kubernetes load balancer firewall', NEW],
  ['filter', 'FORWARD', CHAINS.firewall, 'kubernetes load balancer firewall', NEW],
  ['nat', 'OUTPUT', CHAINS.services, 'kubernetes service portals', ''],
  ['nat', 'PREROUTING', CHAINS.services, 'kubernetes service portals', ''],
  ['nat', 'POSTROUTING', CHAINS.postrouting, 'kubernetes postrouting rules', ''],
]

export const kubeProxyCommand: Command = {
  name: 'kube-proxy',
  path: '/usr/local/bin/kube-proxy',
  summary: 'services of a Kubernetes cluster as iptables rules',
  supports: ['ClusterIP, NodePort, external addresses, session affinity, traffic policies; iptables mode'],
  *run(p) {
    const node = flag(p, 'hostname-override') ?? p.net.hostname()
    const cidr = flag(p, 'cluster-cidr') ?? CLUSTER_CIDR
    const services = new Map<string, Provenance>()
    p.procs.setMaker(forEngine('kube-proxy', (chain, comment) => services.get(chain) ?? serviceOf(comment)))
    // Ports of nodes answer on 127.0.0.1, too.
    p.fs.writeFile('/proc/sys/net/ipv4/conf/all/route_localnet', '1')
    p.fs.writeFile('/proc/sys/net/ipv4/ip_forward', '1')
    greet(p)
    yield* prepare(p)
    let written = ''
    return yield* follow(
      p,
      serverOf(p),
      ['Service', 'EndpointSlice'],
      function* sync(cache: Cache, _: ApiClient) {
        const ports = proxiedPorts(cache, node)
        for (const port of ports) {
          const provenance = serviceOf(port.name)
          if (provenance) for (const chain of chainsOf(port)) services.set(chain, provenance)
        }
        const rules = proxyRules(ports, cidr)
        const text = JSON.stringify(rules)
        if (text !== written && (yield* restore(p, rules))) written = text
      },
    )
  },
}

function greet(p: Process): void {
  klog(p, 'server_linux.go:53', '"Using iptables proxy"')
  klog(p, 'server_linux.go:132', '"Using iptables Proxier"')
  const route =
    '"Setting route_localnet=1 to allow node-ports on localhost; to change this either disable iptables.localhostNodePorts ' +
    '(--iptables-localhost-nodeports) or set nodePortAddresses (--nodeport-addresses) to filter loopback addresses" ipFamily="IPv4"'
  klog(p, 'proxier.go:242', route)
  klog(p, 'server.go:529', `"Version info" version="${VERSION}"`)
  for (const what of ['service', 'endpoint slice'])
    klog(p, 'config.go:105', `"Starting ${what} config controller"`)
}

/** Of the service that a comment speaks of: `default/web:http cluster IP`. */
function serviceOf(comment: string): Provenance | null {
  const [, name, port] = /(?:^|\s)([a-z0-9.-]+\/[a-z0-9.-]+)(?::([a-z0-9-]+))?(?:\s|$)/.exec(comment) ?? []
  return name === undefined ? null : { by: 'kube-proxy', kind: 'service', name, detail: port ?? '' }
}

function* iptables(p: Process, ...words: readonly string[]): Blocking<boolean> {
  const done = yield* capture(p, '/usr/sbin/iptables', ['iptables', '-w', '5', ...words])
  return !isErrno(done) && done.status === 0
}

/** The chains that stay, and the way to them. */
function* prepare(p: Process): Blocking<void> {
  for (const table of ['mangle', 'nat', 'filter']) yield* iptables(p, '-N', CANARY, '-t', table)
  for (const [table, chain, target, comment, words] of JUMPS) {
    yield* iptables(p, '-N', target, '-t', table)
    const rule = [
      ...words.split(' ').filter((word) => word !== ''),
      '-m',
      'comment',
      '--comment',
      comment,
      '-j',
      target,
    ]
    if (yield* iptables(p, '-C', chain, '-t', table, ...rule)) continue
    yield* iptables(p, '-I', chain, '-t', table, ...rule)
  }
}

/** All rules at once; chains that are no longer wanted go with it. */
function* restore(p: Process, { filter, nat }: RuleSet): Blocking<boolean> {
  const saved = yield* capture(p, '/usr/sbin/iptables-save', ['iptables-save', '-t', 'nat'])
  const there = isErrno(saved) ? [] : [...saved.stdout.matchAll(/^:(\S+)/gm)].flatMap(([, name = '']) => name)
  const wanted = new Set(nat.chains)
  const stale = there.filter((name) => PASSING.test(name) && !wanted.has(name))
  const declare = (chains: readonly string[]) => chains.map((chain) => `:${chain} - [0:0]`)
  const lines = [
    '*filter',
    ...declare(filter.chains),
    ...filter.rules,
    'COMMIT',
    '*nat',
    ...declare([...nat.chains, ...stale]),
    ...nat.rules,
    ...stale.map((chain) => `-X ${chain}`),
    'COMMIT',
    '',
  ]
  const argv = ['iptables-restore', '-w', '5', '-W', '100000', '--noflush', '--counters']
  const done = yield* capture(p, '/usr/sbin/iptables-restore', argv, { stdin: lines.join('\n') })
  if (!isErrno(done) && done.status === 0) return true
  if (!isErrno(done)) p.io.err(done.stderr)
  return false
}
