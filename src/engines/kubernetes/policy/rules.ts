// Network policies as rules of a node: a chain a policy, a chain a pod that one selects. The names and the marks are
// kube-router's; where it keeps addresses in sets, each has a rule here.
// (Ref: cloudnativelabs/kube-router pkg/controllers/netpol)
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { matches } from '../api/selector.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Namespace, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyRule } from '../api/types.ts'
import type { Provenance } from '../../../sim/provenance.ts'
import type { ObjectMeta } from '../api/meta.ts'
import { hashedName } from '../kubeproxy/names.ts'

const FORWARD = 'KUBE-ROUTER-FORWARD'
const OUTPUT = 'KUBE-ROUTER-OUTPUT'
/** What a policy allowed. */
const ALLOWED = '0x10000/0x10000'

export interface PolicyRules {
  readonly chains: readonly string[]
  readonly rules: readonly string[]
  /** By chain: for which policy or pod it is. */
  readonly owners: ReadonlyMap<string, Provenance>
}

export function policyRules(cache: Cache, node: string): PolicyRules {
  const chains = [FORWARD, OUTPUT]
  const rules: string[] = []
  const policies = cache.all<NetworkPolicy>('NetworkPolicy')
  const own = cache.all<Pod>('Pod').filter(({ spec, status }) => {
    return spec.nodeName === node && status.podIP !== undefined && spec.hostNetwork !== true
  })
  const used = new Set<NetworkPolicy>()
  const owners = new Map<string, Provenance>()
  const credit = (
    chain: string,
    kind: 'pod' | 'policy',
    { name, namespace = 'default' }: ObjectMeta,
  ): void => {
    owners.set(chain, { by: 'kube-router', kind, name: `${namespace}/${name}`, detail: '' })
  }
  for (const pod of own) {
    const selecting = policies.filter((policy) => selects(policy, pod))
    if (selecting.length === 0) continue
    for (const policy of selecting) used.add(policy)
    credit(podChain(pod), 'pod', pod.metadata)
    podRules(pod, selecting, chains, rules)
  }
  for (const policy of used) {
    chains.push(chainOf(policy))
    credit(chainOf(policy), 'policy', policy.metadata)
    rules.push(
      ...policyChain(
        cache,
        policy,
        own.filter((pod) => selects(policy, pod)),
      ),
    )
  }
  return { chains, rules, owners }
}

function chainOf({ metadata }: NetworkPolicy): string {
  return hashedName('KUBE-NWPLCY-', `${metadata.namespace}${metadata.name}`)
}

function podChain({ metadata: { name, namespace } }: Pod): string {
  return hashedName('KUBE-POD-FW-', `${namespace}${name}`)
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
  const chain = podChain(pod)
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
    const others = peers && peers.length > 0 ? peers.flatMap((peer) => endsOf(cache, policy, peer)) : [ANYONE]
    return pods.flatMap((pod) => {
      const { podIP = '' } = pod.status
      return others.flatMap((other) => {
        const ends = inward
          ? [side('-s', other.address), `-d ${podIP}`]
          : [`-s ${podIP}`, side('-d', other.address)]
        return portWords(rule, inward ? pod : other.pod).map((words) => {
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

/** One side of what a policy allows: an address or a prefix, and the pod that has it. */
interface End {
  readonly address: string
  readonly pod: Pod | null
}

const ANYONE: End = { address: '', pod: null }

function side(option: string, address: string): string {
  return address === '' ? '' : `${option} ${address}`
}

/** A port by name is that of the pod which is reached; one that has none of the name is not. */
function portWords({ ports }: NetworkPolicyRule, reached: Pod | null): string[] {
  if (!ports || ports.length === 0) return ['']
  return ports.flatMap(({ protocol = 'TCP', port, endPort }) => {
    const low = protocol.toLowerCase()
    if (port === undefined) return `-p ${low}`
    const number = typeof port === 'number' ? port : namedPort(reached, port, protocol)
    if (number === null) return []
    return `-p ${low} -m ${low} --dport ${endPort === undefined ? number : `${number}:${endPort}`}`
  })
}

function namedPort(pod: Pod | null, name: string, protocol: string): number | null {
  const ports = pod?.spec.containers.flatMap((container) => container.ports ?? []) ?? []
  const found = ports.find((one) => one.name === name && (one.protocol ?? 'TCP') === protocol)
  return found?.containerPort ?? null
}

function endsOf(
  cache: Cache,
  policy: NetworkPolicy,
  { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer,
): End[] {
  if (ipBlock) return without(ipBlock.cidr, ipBlock.except ?? []).map((address) => ({ address, pod: null }))
  const spaces = namespaceSelector
    ? cache.all<Namespace>('Namespace').filter(({ metadata }) => matches(namespaceSelector, metadata.labels))
    : null
  const names = spaces?.map(({ metadata }) => metadata.name) ?? [policy.metadata.namespace ?? 'default']
  return cache.all<Pod>('Pod').flatMap((pod) => {
    const { podIP } = pod.status
    const fits = names.includes(pod.metadata.namespace ?? '') && matches(podSelector, pod.metadata.labels)
    return fits && podIP !== undefined ? [{ address: podIP, pod }] : []
  })
}

/** The prefixes that are left of a block when others are cut out of it. */
export function without(cidr: string, except: readonly string[]): string[] {
  const whole = readPrefix(cidr)
  let left = whole ? [whole] : []
  for (const text of except) {
    const hole = readPrefix(text)
    if (hole) left = left.flatMap((one) => cut(one, hole))
  }
  return left.map(({ from, bits }) => `${formatInet(from)}/${bits}`)
}

interface Prefix {
  readonly from: number
  readonly bits: number
}

function readPrefix(text: string): Prefix | null {
  const [address = '', bits = '32'] = text.split('/')
  const value = parseInet(address)
  if (value === null) return null
  const size = 2 ** (32 - Number(bits))
  return { from: value - (value % size), bits: Number(bits) }
}

/** Halved again and again until the hole is one of the pieces. */
function cut(one: Prefix, hole: Prefix): Prefix[] {
  const size = 2 ** (32 - one.bits)
  const inside = hole.from >= one.from && hole.from < one.from + size
  if (hole.bits <= one.bits) return one.from - (one.from % 2 ** (32 - hole.bits)) === hole.from ? [] : [one]
  if (!inside) return [one]
  const bits = one.bits + 1
  return [one.from, one.from + size / 2].flatMap((from) => cut({ from, bits }, hole))
}
