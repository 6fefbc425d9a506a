// kubectl describe networkpolicy: what it says in words. (Ref: kubectl/pkg/describe/describe.go:describeNetworkPolicy())
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyRule } from '../../api/types.ts'
import type { Labels } from '../../api/meta.ts'
import { formatSelector } from '../columns.ts'

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'
const LINE = '----------'

export function formatPolicy({ metadata, spec }: NetworkPolicy): string {
  const types = spec.policyTypes ?? []
  const all = formatSelector(spec.podSelector)
  const rules = (
    has: boolean,
    list: readonly NetworkPolicyRule[] | undefined,
    way: 'from' | 'to',
    word: string,
  ): string => {
    if (!has) return `  Not affecting ${way === 'from' ? 'ingress' : 'egress'} traffic\n`
    const title = `  Allowing ${way === 'from' ? 'ingress' : 'egress'} traffic:\n`
    if (!list || list.length === 0)
      return `${title}    <none> (Selected pods are isolated for ${way === 'from' ? 'ingress' : 'egress'} connectivity)\n`
    return title + list.map((rule) => formatRule(rule, rule[way], word)).join(`    ${LINE}\n`)
  }
  const pods = all === '<none>' ? '<none> (Allowing the specific traffic to all pods in this namespace)' : all
  const { [LAST_APPLIED]: _, ...others } = metadata.annotations ?? {}
  const created = (metadata.creationTimestamp ?? '').replace('T', ' ').replace('Z', ' +0000 UTC')
  return (
    `Name:         ${metadata.name}\nNamespace:    ${metadata.namespace}\nCreated on:   ${created}\n` +
    pairLines('Labels:       ', metadata.labels, '=') +
    pairLines('Annotations:  ', others, ': ') +
    `Spec:\n  PodSelector:     ${pods}\n` +
    rules(types.includes('Ingress'), spec.ingress, 'from', 'From') +
    rules(types.includes('Egress'), spec.egress, 'to', 'To') +
    `  Policy Types: ${types.join(', ')}\n`
  )
}

function pairLines(title: string, labels: Labels | undefined, between: string): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}${between}${value}`)
  const all = pairs.length > 0 ? pairs.sort() : ['<none>']
  return all.map((pair, i) => `${i === 0 ? title : ' '.repeat(title.length)}${pair}\n`).join('')
}

function formatRule(
  { ports }: NetworkPolicyRule,
  peers: readonly NetworkPolicyPeer[] | undefined,
  word: string,
): string {
  const open = (ports ?? []).map(({ port, protocol = 'TCP' }) => `    To Port: ${port}/${protocol}\n`)
  const who = (peers ?? []).map((peer) => `    ${word}:\n${formatPeer(peer)}`)
  return (
    (open.length > 0 ? open.join('') : '    To Port: <any> (traffic allowed to all ports)\n') +
    (who.length > 0
      ? who.join('')
      : `    ${word}: <any> (traffic not restricted by ${word === 'From' ? 'source' : 'destination'})\n`)
  )
}

function formatPeer({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): string {
  if (ipBlock)
    return `      IPBlock:\n        CIDR: ${ipBlock.cidr}\n        Except: ${(ipBlock.except ?? []).join(', ')}\n`
  const lines = []
  if (namespaceSelector) lines.push(`      NamespaceSelector: ${formatSelector(namespaceSelector)}\n`)
  if (podSelector) lines.push(`      PodSelector: ${formatSelector(podSelector)}\n`)
  return lines.join('')
}
