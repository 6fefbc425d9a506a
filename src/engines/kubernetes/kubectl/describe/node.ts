// kubectl describe node. (Ref: kubectl/pkg/describe/describe.go:describeNode())
import type { Process } from '../../../../os/program.ts'
import type { Pod } from '../../api/podtypes.ts'
import { parseQuantity } from '../../api/quantity.ts'
import { formatTaint } from '../../api/taints.ts'
import type { Node } from '../../api/types.ts'
import { rolesOf } from '../columns.ts'
import { ageOf } from '../duration.ts'
import { annotationLines, labelLines, longTime, NONE } from './lines.ts'
import type { Tabbed } from './tabbed.ts'

/** `renewed`: when its lease was; null when it has none. */
export function describeNode(
  t: Tabbed,
  p: Process,
  node: Node,
  pods: readonly Pod[],
  renewed: string | null,
): void {
  const { metadata, spec, status } = node
  t.row('Name:', metadata.name)
  t.row('Roles:', rolesOf(node).join(',') || NONE)
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  t.row('CreationTimestamp:', longTime(metadata.creationTimestamp))
  const taints = (spec.taints ?? []).map(formatTaint)
  for (const [i, taint] of (taints.length > 0 ? taints : [NONE]).entries())
    t.row(i === 0 ? 'Taints:' : '', taint)
  t.row('Unschedulable:', String(spec.unschedulable ?? false))
  if (renewed === null)
    t.row('Lease:', `Failed to get lease: leases.coordination.k8s.io "${metadata.name}" not found`)
  else {
    t.line('Lease:')
    t.row('  HolderIdentity:', metadata.name)
    t.row('  AcquireTime:', '<unset>')
    t.row('  RenewTime:', longTime(renewed))
  }
  t.line('Conditions:')
  t.row('  Type', 'Status', 'LastHeartbeatTime', 'LastTransitionTime', 'Reason', 'Message')
  t.row('  ----', '------', '-----------------', '------------------', '------', '-------')
  for (const one of status.conditions) {
    const [beat, change] = [one.lastHeartbeatTime, one.lastTransitionTime].map(longTime)
    t.row(
      `  ${one.type} `,
      `${one.status} `,
      `${beat} `,
      `${change} `,
      `${one.reason ?? ''} `,
      one.message ?? '',
    )
  }
  t.line('Addresses:')
  for (const { type, address } of status.addresses) t.row(`  ${type}:`, address)
  for (const [title, map] of [
    ['Capacity', status.capacity],
    ['Allocatable', status.allocatable],
  ] as const) {
    t.line(`${title}:`)
    for (const [key, value] of Object.entries(map)) t.row(`  ${key}:`, value)
  }
  systemLines(t, status.nodeInfo)
  if (spec.podCIDR !== undefined) {
    t.row('PodCIDR:', spec.podCIDR)
    t.row('PodCIDRs:', (spec.podCIDRs ?? []).join(','))
  }
  podLines(t, p, node, pods)
}

function systemLines(t: Tabbed, info: Node['status']['nodeInfo']): void {
  t.line('System Info:')
  for (const [title, key] of [
    ['Machine ID', 'machineID'],
    ['System UUID', 'systemUUID'],
    ['Boot ID', 'bootID'],
    ['Kernel Version', 'kernelVersion'],
    ['OS Image', 'osImage'],
    ['Operating System', 'operatingSystem'],
    ['Architecture', 'architecture'],
    ['Container Runtime Version', 'containerRuntimeVersion'],
    ['Kubelet Version', 'kubeletVersion'],
  ] as const) {
    t.row(`  ${title}:`, info[key] ?? '')
  }
}

type Which = 'requests' | 'limits'

function amounts({ spec }: Pod, which: Which, what: string): string[] {
  return spec.containers.flatMap(({ resources }) => {
    const given = resources?.[which]?.[what] ?? (which === 'requests' ? resources?.limits?.[what] : undefined)
    return given ?? []
  })
}

function podLines(t: Tabbed, p: Process, { status }: Node, pods: readonly Pod[]): void {
  const share = (list: readonly string[], what: string): string => {
    const sum = list.reduce((total, text) => total + parseQuantity(text), 0)
    const whole = parseQuantity(status.allocatable[what] ?? '0')
    const percent = whole === 0 ? 0 : Math.floor((100 * sum) / whole)
    return `${quantity(sum, what, list)} (${percent}%)`
  }
  t.row('Non-terminated Pods:', `(${pods.length} in total)`)
  t.row('  Namespace', 'Name', '', 'CPU Requests', 'CPU Limits', 'Memory Requests', 'Memory Limits', 'Age')
  t.row('  ---------', '----', '', '------------', '----------', '---------------', '-------------', '---')
  for (const pod of pods) {
    const cells = (['cpu', 'memory'] as const).flatMap((what) => {
      return (['requests', 'limits'] as const).map((which) => share(amounts(pod, which, what), what))
    })
    t.row(
      `  ${pod.metadata.namespace}`,
      pod.metadata.name,
      '',
      ...cells,
      ageOf(p, pod.metadata.creationTimestamp),
    )
  }
  t.line('Allocated resources:')
  t.line('  (Total limits may be over 100 percent, i.e., overcommitted.)')
  t.row('  Resource', 'Requests', 'Limits')
  t.row('  --------', '--------', '------')
  const first = ['cpu', 'memory', 'ephemeral-storage']
  const others = Object.keys(status.allocatable).filter((key) => key !== 'pods' && !first.includes(key))
  for (const what of [...first, ...others.sort()]) {
    const of = (which: Which): string => {
      const all = pods.flatMap((pod) => amounts(pod, which, what))
      return share(all, what)
    }
    t.row(`  ${what}`, of('requests'), of('limits'))
  }
}

/** In the unit of the first that was given. */
function quantity(sum: number, what: string, list: readonly string[]): string {
  if (sum === 0) return '0'
  if (what === 'cpu') return Number.isInteger(sum) ? String(sum) : `${Math.round(sum * 1000)}m`
  const [, unit = ''] = /([A-Za-z]*)$/.exec(list[0] ?? '') ?? []
  return `${sum / (parseQuantity(`1${unit}`) || 1)}${unit}`
}
