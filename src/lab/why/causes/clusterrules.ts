// Rules that a cluster made: of a service without anybody behind it, and of a network policy.
// (Ref: k8s.io/kubernetes pkg/proxy/iptables; cloudnativelabs/kube-router pkg/controllers/netpol)
import type { Labels } from '../../../engines/kubernetes/api/meta.ts'
import type { Pod } from '../../../engines/kubernetes/api/podtypes.ts'
import type { NetworkPolicy, Service } from '../../../engines/kubernetes/api/types.ts'
import type { Words } from '../cause.ts'
import { inNamespace, type Cluster } from '../cluster.ts'
import { mend, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import type { Judgement, Maker } from './judgement.ts'

const NO_ENDPOINTS: Words = {
  en: 'kube-proxy made this rule because the service {service} has no endpoints: {why}.',
  ko: '서비스 {service}에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다: {whyKo}.',
}
const NO_LOCAL: Words = {
  en: 'kube-proxy made this rule because the service {service} has externalTrafficPolicy: Local and no endpoint on {where}.',
  ko: '서비스 {service}의 externalTrafficPolicy가 Local인데 {where}에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다.',
}
const INGRESS: Words = {
  en: 'It stands for NetworkPolicy {policy}, which selects pod {pod} and does not let this in.',
  ko: '파드 {pod}을(를) 고르는 NetworkPolicy {policy}의 규칙이며, 이 패킷을 들여보내지 않습니다.',
}
const EGRESS: Words = {
  en: 'It stands for NetworkPolicy {policy}, which selects pod {pod} and does not let this out.',
  ko: '파드 {pod}을(를) 고르는 NetworkPolicy {policy}의 규칙이며, 이 패킷을 내보내지 않습니다.',
}

export function clusterMaker(scene: Scene, judged: Judgement): Maker | null {
  const { cluster } = scene
  const { rule, rules } = judged
  if (!cluster || rule === null) return null
  const [, called = '', local] = /--comment "(\S+) has no (local )?endpoints"/.exec(rule) ?? []
  const service = called === '' ? null : cluster.serviceCalled(called)
  if (service) {
    const values = { service: service.metadata.name, where: scene.name(judged.netns) }
    if (local !== undefined) return { words: NO_LOCAL, values, mends: [] }
    const { en, ko, mends } = nobodyBehind(cluster, service)
    return { words: NO_ENDPOINTS, values: { ...values, why: en, whyKo: ko }, mends }
  }
  const refused = /rule to REJECT traffic (destined for|from) POD name:(\S+) namespace: (\S+?)"/.exec(rule)
  if (!refused) return null
  const [, direction, pod = '', namespace = ''] = refused
  const inward = direction === 'destined for'
  const names = new Set(rules.map((text) => /run through nw policy (\S+?)"/.exec(text)?.[1]))
  const policies = cluster.policies.filter(
    ({ metadata, spec }) =>
      names.has(metadata.name) &&
      metadata.namespace === namespace &&
      spec.policyTypes?.includes(inward ? 'Ingress' : 'Egress') === true,
  )
  const policy = policies.map(({ metadata }) => metadata.name).join(', ')
  return {
    words: inward ? INGRESS : EGRESS,
    values: { policy, pod },
    mends: [...admitted(cluster, judged, policies, inward), ...dropped(cluster, policies)],
  }
}

/** Nobody is behind it: no pod has the labels, or none of those is ready. */
export function nobodyBehind(
  cluster: Cluster,
  service: Service,
): { readonly en: string; readonly ko: string; readonly mends: readonly Mend[] } {
  const { metadata, spec } = service
  const selector = spec.selector ?? {}
  const text = textOf(selector)
  const here = <T extends { metadata: Service['metadata'] }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.metadata.namespace === metadata.namespace)
  const flag = inNamespace(service)
  const command = (line: string): Mend['commands'][number] => ({ machine: cluster.machine, line })
  const chosen = here(cluster.pods).filter((pod) => has(pod.metadata.labels, selector))
  if (chosen.length > 0) {
    const told = chosen.map((pod) => ({ name: pod.metadata.name, ...notReady(pod) }))
    return {
      en: `of the pods with ${text} none is ready (${told.map(({ name, en }) => `${name}: ${en}`).join('; ')})`,
      ko: `${text} 레이블이 있는 파드 가운데 준비된 것이 없습니다(${told.map(({ name, ko }) => `${name}: ${ko}`).join('; ')})`,
      mends: [],
    }
  }
  const idle = here(cluster.deployments).filter(
    (one) => one.spec.replicas === 0 && has(one.spec.template.metadata.labels, selector),
  )
  if (idle.length > 0) {
    const names = idle.map((one) => one.metadata.name).join(', ')
    return {
      en: `the deployment ${names} has 0 replicas`,
      ko: `디플로이먼트 ${names}의 복제본이 0개입니다`,
      mends: idle.map((one) =>
        mend([command(`kubectl${flag} scale deployment ${one.metadata.name} --replicas=1`)]),
      ),
    }
  }
  const keys = Object.keys(selector)
  const near = here(cluster.pods).filter(
    ({ metadata: { labels, ownerReferences } }) =>
      ownerReferences === undefined && keys.some((key) => labels?.[key] !== undefined),
  )
  const deployments = here(cluster.deployments)
  const meant = deployments.find((one) => one.metadata.name === metadata.name) ?? deployments[0]
  const port = spec.ports?.[0]
  const exposed =
    meant && port
      ? [
          mend([
            command(`kubectl${flag} delete service ${metadata.name}`),
            command(
              `kubectl${flag} expose deployment ${meant.metadata.name} --name=${metadata.name} --port=${port.port} --target-port=${port.targetPort}`,
            ),
          ]),
        ]
      : []
  const [app = ''] = keys.length === 1 && keys[0] === 'app' ? Object.values(selector) : []
  const made =
    app === '' ? [] : [mend([command(`kubectl${flag} create deployment ${app} --image=nginx`)], 0.5)]
  return {
    en: `no pod has the labels of its selector, ${text}`,
    ko: `셀렉터 ${text}에 맞는 레이블을 가진 파드가 없습니다`,
    mends: [
      ...near.map((pod) =>
        mend([
          command(`kubectl${flag} label --overwrite pod ${pod.metadata.name} ${text.replaceAll(',', ' ')}`),
        ]),
      ),
      ...exposed,
      ...made,
    ],
  }
}

/** Why a pod is not ready, as far as its status says. */
function notReady({ metadata, status }: Pod): Words {
  const { conditions = [], containerStatuses = [] } = status
  if (metadata.deletionTimestamp !== undefined) return { en: 'it is being deleted', ko: '삭제되는 중' }
  const placed = conditions.find(({ type }) => type === 'PodScheduled')
  if (placed?.status === 'False') {
    const message = (placed.message ?? '').replace(/\.$/, '')
    return { en: `no node takes it, ${message}`, ko: `받아 줄 노드가 없음, ${message}` }
  }
  const waiting = containerStatuses.map(({ state }) => state.waiting?.reason).find((one) => one !== undefined)
  const ended = containerStatuses
    .map(({ state }) => state.terminated?.reason)
    .find((one) => one !== undefined)
  const reason = waiting ?? ended
  if (reason !== undefined) return { en: reason, ko: reason }
  const restarts = containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0)
  if (restarts > 0)
    return {
      en: `it ends and is started again, ${restarts} times so far`,
      ko: `끝나고 다시 시작되기를 ${restarts}번 되풀이함`,
    }
  return containerStatuses.some(({ ready }) => !ready) && status.phase === 'Running'
    ? { en: 'it runs, but its readiness probe fails', ko: '실행 중이지만 readiness 프로브가 실패함' }
    : { en: status.phase, ko: status.phase }
}

function has(labels: Labels | undefined, wanted: Labels): boolean {
  const entries = Object.entries(wanted)
  return entries.length > 0 && entries.every(([key, value]) => labels?.[key] === value)
}

function textOf(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
}

/** The labels by which a policy lets somebody in, for the one who asks. */
function admitted(
  cluster: Cluster,
  { packet }: Judgement,
  policies: readonly NetworkPolicy[],
  inward: boolean,
): Mend[] {
  const { payload } = packet
  const dns = !inward && (payload.kind === 'udp' || payload.kind === 'tcp') && payload.dport === DNS_PORT
  if (dns) return policies.slice(0, 1).map((policy) => dnsAllowed(cluster, policy))
  const other = cluster.podAt(inward ? packet.src : packet.dst)
  if (!other) return []
  return policies.flatMap(({ metadata, spec }) =>
    (inward ? (spec.ingress ?? []) : (spec.egress ?? []))
      .flatMap((rule) => (inward ? rule.from : rule.to) ?? [])
      .flatMap(({ podSelector, namespaceSelector, ipBlock }) => {
        const labels = podSelector?.matchLabels
        const wanted = namespaceSelector?.matchLabels
        if (wanted && !podSelector) {
          const line = `kubectl label --overwrite namespace ${other.metadata.namespace} ${spaced(wanted)}`
          return [mend([{ machine: cluster.machine, line }])]
        }
        if (!labels || namespaceSelector || ipBlock || metadata.namespace !== other.metadata.namespace)
          return []
        return [mend([{ machine: cluster.machine, line: labelled(other, labels) }])]
      }),
  )
}

function labelled(pod: Pod, labels: Labels): string {
  return `kubectl${inNamespace(pod)} label --overwrite pod ${pod.metadata.name} ${spaced(labels)}`
}

function spaced(labels: Labels): string {
  return textOf(labels).replaceAll(',', ' ')
}

const DNS_PORT = 53

/** Policies add up: another one lets questions for names out. */
function dnsAllowed({ machine }: Cluster, { metadata, spec: { podSelector } }: NetworkPolicy): Mend {
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'allow-dns', namespace: metadata.namespace },
    spec: {
      podSelector,
      policyTypes: ['Egress'],
      egress: [{ ports: ['UDP', 'TCP'].map((protocol) => ({ port: DNS_PORT, protocol })) }],
    },
  }
  return mend([{ machine, line: `echo '${JSON.stringify(policy)}' | kubectl apply -f -` }], -0.5)
}

/** What a policy stood against is let in again. */
function dropped(cluster: Cluster, policies: readonly NetworkPolicy[]): Mend[] {
  const lines = policies.map((policy) => ({
    machine: cluster.machine,
    line: `kubectl${inNamespace(policy)} delete networkpolicy ${policy.metadata.name}`,
  }))
  return lines.length > 0 ? [mend(lines, 1.2)] : []
}
