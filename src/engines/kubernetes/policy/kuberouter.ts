// kube-router with its firewall alone: network policies kept as rules of a node.
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Provenance } from '../../../sim/provenance.ts'
import { capture } from '../../lib/capture.ts'
import { forEngine } from '../../lib/madeFor.ts'
import { klog } from '../api/klog.ts'
import { flag, serverOf } from '../api/server.ts'
import { follow, type Cache } from '../api/watch.ts'
import { policyRules, type PolicyRules } from './rules.ts'

const PASSING = /^KUBE-(?:NWPLCY|POD-FW)-/

export const kubeRouterCommand: Command = {
  name: 'kube-router',
  path: '/usr/local/bin/kube-router',
  summary: 'network policies of a Kubernetes cluster as iptables rules',
  supports: ['pod and namespace selectors, address blocks, ports by number and name'],
  *run(p) {
    const node = flag(p, 'hostname-override') ?? p.net.hostname()
    let owners: PolicyRules['owners'] = new Map()
    p.procs.setMaker(forEngine('kube-router', (chain, comment) => owners.get(chain) ?? podOf(comment)))
    for (const [chain, target] of [
      ['FORWARD', 'KUBE-ROUTER-FORWARD'],
      ['OUTPUT', 'KUBE-ROUTER-OUTPUT'],
    ] as const) {
      const rule = ['-m', 'comment', '--comment', 'kube-router netpol', '-j', target]
      const made = yield* iptables(p, '-N', target)
      if (made || !(yield* iptables(p, '-C', chain, ...rule))) yield* iptables(p, '-I', chain, '1', ...rule)
    }
    klog(p, 'kube-router.go:70', 'Running /usr/local/bin/kube-router')
    klog(p, 'network_policy_controller.go:177', 'Starting network policy controller')
    let written = ''
    return yield* follow(p, serverOf(p), ['NetworkPolicy', 'Pod', 'Namespace'], function* sync(cache: Cache) {
      const rules = policyRules(cache, node)
      owners = rules.owners
      const text = JSON.stringify(rules)
      if (text !== written && (yield* restore(p, rules))) written = text
    })
  },
}

/** The pod that a comment speaks of. */
function podOf(comment: string): Provenance | null {
  const [, pod, namespace] = /POD name:(\S+) namespace: (\S+)/.exec(comment) ?? []
  return pod === undefined
    ? null
    : { by: 'kube-router', kind: 'pod', name: `${namespace}/${pod}`, detail: '' }
}

function* iptables(p: Process, ...words: readonly string[]): Blocking<boolean> {
  const done = yield* capture(p, '/usr/sbin/iptables', ['iptables', '-w', '5', ...words])
  return !isErrno(done) && done.status === 0
}

function* restore(p: Process, { chains, rules }: PolicyRules): Blocking<boolean> {
  const saved = yield* capture(p, '/usr/sbin/iptables-save', ['iptables-save', '-t', 'filter'])
  const there = isErrno(saved) ? [] : [...saved.stdout.matchAll(/^:(\S+)/gm)].flatMap(([, name = '']) => name)
  const stale = there.filter((name) => PASSING.test(name) && !chains.includes(name))
  const declared = [...chains, ...stale].map((chain) => `:${chain} - [0:0]`)
  const lines = ['*filter', ...declared, ...rules, ...stale.map((chain) => `-X ${chain}`), 'COMMIT', '']
  const argv = ['iptables-restore', '-w', '5', '--noflush']
  const done = yield* capture(p, '/usr/sbin/iptables-restore', argv, { stdin: lines.join('\n') })
  if (isErrno(done)) return false
  if (done.status !== 0) p.io.err(done.stderr)
  return done.status === 0
}
