// Network policies as rules of a node: a chain a policy, a chain a pod that one selects. The names and the marks are
// kube-router's; where it keeps addresses in sets, each has a rule here.
// (Ref: cloudnativelabs/kube-router pkg/controllers/netpol)
import { matches } from '../api/selector.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Namespace, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyRule } from '../api/types.ts'
import { hashedName } from '../kubeproxy/names.ts'

const FORWARD = 'KUBE-ROUTER-FORWARD'
const OUTPUT = 'KUBE-ROUTER-OUTPUT'
/** What a policy allowed. */
const ALLOWED = '0x10000/0x10000'

export interface PolicyRules {
  readonly chains: readonly string[]
  readonly rules: readonly string[]
}

export function policyRules(cache: Cache, node: string): PolicyRules {
  const chains = [FORWARD, OUTPUT]
  const rules: string[] = []
  const policies = cache.all<NetworkPolicy>('NetworkPolicy')
  const own = cache.all<Pod>('Pod').filter(({ spec, status }) => {
    return spec.nodeName === node && status.podIP !== undefined && spec.hostNetwork !== true
  })
  const used = new Set<NetworkPolicy>()
  for (const pod of own) {
    const selecting = policies.filter((policy) => selects(policy, pod))
    if (selecting.length === 0) continue
    for (const policy of selecting) used.add(policy)
    podRules(pod, selecting, chains, rules)
  }
  for (const policy of used) {
    chains.push(chainOf(policy))
    rules.push(
      ...policyChain(
        cache,
        policy,
        own.filter((pod) => selects(policy, pod)),
      ),
    )
  }
  return { chains, rules }
}

function chainOf({ metadata }: NetworkPolicy): string {
  return hashedName('KUBE-NWPLCY-', `${metadata.namespace}${metadata.name}`)
}

function selects({ metadata, spec }: NetworkPolicy, pod: Pod): boolean {
  return metadata.namespace === pod.metadata.namespace && matches(spec.podSelector, pod.metadata.labels)
}

function has({ spec }: NetworkPolicy, type: string): boolean {
  return (spec.policyTypes ?? []).includes(type)
}

/** What goes to and comes from a pod: what belongs to a flow passes, then what a policy marks; the rest is refused. */
function podRules(pod: Pod, policies: readonly NetworkPolicy[], chains: string[], rules: string[]): void {
  const { name, namespace } = pod.metadata
  const ip = pod.status.podIP ?? ''
  const chain = hashedName('KUBE-POD-FW-', `${namespace}${name}`)
  const who = `POD name:${name} namespace: ${namespace}`
  chains.push(chain)
  const add = (from: string, words: string, comment: string, target: string): void => {
    rules.push(`-A ${from} ${words} -m comment --comment "${comment}" -j ${target}`)
  }
  const [ingress, egress] = [
    policies.some((one) => has(one, 'Ingress')),
    policies.some((one) => has(one, 'Egress')),
  ]
  const into = `rule to jump traffic destined to ${who} to chain ${chain}`
  if (ingress) for (const from of [FORWARD, OUTPUT]) add(from, `-d ${ip}`, into, chain)
  if (egress) add(FORWARD, `-s ${ip}`, `rule to jump traffic from ${who} to chain ${chain}`, chain)
  add(chain, '-m conntrack --ctstate RELATED,ESTABLISHED', 'rule for stateful firewall for pod', 'ACCEPT')
  // The node itself may always reach its pods, as probes do.
  add(
    chain,
    `-m addrtype --src-type LOCAL -d ${ip}`,
    'rule to permit the traffic to pods when source is the pod local node',
    'ACCEPT',
  )
  for (const policy of policies)
    add(chain, '', `run through nw policy ${policy.metadata.name}`, chainOf(policy))
  const refused = `-m mark ! --mark ${ALLOWED} -j REJECT --reject-with icmp-port-unreachable`
  if (ingress)
    rules.push(
      `-A ${chain} -d ${ip} -m comment --comment "rule to REJECT traffic destined for ${who}" ${refused}`,
    )
  if (egress)
    rules.push(`-A ${chain} -s ${ip} -m comment --comment "rule to REJECT traffic from ${who}" ${refused}`)
  rules.push(`-A ${chain} -m mark --mark ${ALLOWED} -j MARK --set-mark 0x0/0x10000`)
}

function policyChain(cache: Cache, policy: NetworkPolicy, pods: readonly Pod[]): string[] {
  const chain = chainOf(policy)
  const comment = `-m comment --comment "rule to ACCEPT traffic by policy ${policy.metadata.name} in namespace ${policy.metadata.namespace}"`
  const marks = (
    rule: NetworkPolicyRule,
    peers: readonly NetworkPolicyPeer[] | undefined,
    inward: boolean,
  ): string[] => {
    const others =
      peers && peers.length > 0 ? peers.flatMap((peer) => addressesOf(cache, policy, peer)) : ['']
    return pods.flatMap(({ status: { podIP = '' } }) => {
      return others.flatMap((other) => {
        const ends = inward ? [side('-s', other), `-d ${podIP}`] : [`-s ${podIP}`, side('-d', other)]
        return portWords(rule).map((words) => {
          const all = [...ends, words, comment].filter((word) => word !== '').join(' ')
          return `-A ${chain} ${all} -j MARK --set-xmark ${ALLOWED}`
        })
      })
    })
  }
  return [
    ...(has(policy, 'Ingress') ? (policy.spec.ingress ?? []) : []).flatMap((rule) =>
      marks(rule, rule.from, true),
    ),
    ...(has(policy, 'Egress') ? (policy.spec.egress ?? []) : []).flatMap((rule) =>
      marks(rule, rule.to, false),
    ),
  ]
}

function side(option: string, address: string): string {
  return address === '' ? '' : `${option} ${address}`
}

function portWords({ ports }: NetworkPolicyRule): string[] {
  if (!ports || ports.length === 0) return ['']
  return ports.map(({ protocol = 'TCP', port, endPort }) => {
    const low = protocol.toLowerCase()
    if (port === undefined) return `-p ${low}`
    return `-p ${low} -m ${low} --dport ${endPort === undefined ? port : `${port}:${endPort}`}`
  })
}

/** Addresses that a peer stands for; of a block what is left of it is not cut out, but what it excepts is not in it. */
function addressesOf(
  cache: Cache,
  policy: NetworkPolicy,
  { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer,
): string[] {
  if (ipBlock) return [ipBlock.cidr]
  const spaces = namespaceSelector
    ? cache.all<Namespace>('Namespace').filter(({ metadata }) => matches(namespaceSelector, metadata.labels))
    : null
  const names = spaces?.map(({ metadata }) => metadata.name) ?? [policy.metadata.namespace ?? 'default']
  return cache.all<Pod>('Pod').flatMap(({ metadata, status }) => {
    const fits = names.includes(metadata.namespace ?? '') && matches(podSelector, metadata.labels)
    return fits && status.podIP !== undefined ? [status.podIP] : []
  })
}
