// The way to a pod on another node: every node has a route to the pods of the others, and nobody else has.
import { formatInet, parseInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { networkOf, ownersOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'

const NO_ROUTE: Words = {
  en: '{where} has no route to {network}, the pods of node {node}: {what} leaves by its default route. flannel writes that route on every node; here it is gone.',
  ko: '{where}에 노드 {node}의 파드 네트워크 {network}(으)로 가는 경로가 없어 {whatKo} 기본 경로로 나갑니다. flannel이 노드마다 적어 두는 경로인데 여기서는 사라졌습니다.',
}
const OUTSIDE: Words = {
  en: '{address} is pod {pod} on node {node}, and {where} is no node of the cluster: it has no route to {network}, so {what} leaves by its default route.',
  ko: '{address}은(는) 노드 {node}의 파드 {pod}인데 {where}은(는) 클러스터의 노드가 아닙니다: {network}(으)로 가는 경로가 없어 {whatKo} 기본 경로로 나갑니다.',
}

export const podRoute: Cause = {
  id: 'pod-route',
  find(scene) {
    const { fate, cluster } = scene
    if (!cluster || (fate.kind !== 'dropped' && fate.kind !== 'unresolved')) return null
    const dst = fate.packet.dst
    const pod = cluster.podAt(dst)
    const [owner] = pod ? ownersOf(scene, dst) : []
    const node = owner && scene.namespaces.find((n) => n.root && n.machine === owner.netns.machine)
    // By which the other nodes reach it.
    const gateway = parseInet(pod?.status.hostIP ?? '')
    if (!pod || !node || gateway === null) return null
    const way = routers(scene)
    if (way.includes(node)) return null
    const strayed = way.find((netns) => scene.route(netns, dst)?.gateway !== gateway)
    if (!strayed) return null
    const isNode = cluster.pods.some(({ spec }) => spec.nodeName === strayed.machine)
    const network = networkOf(scene, dst)
    return {
      words: isNode ? NO_ROUTE : OUTSIDE,
      values: {
        where: scene.name(strayed),
        network,
        node: node.machine,
        pod: pod.metadata.name,
        address: formatInet(dst),
        what: fate.reply ? 'the reply' : 'the packet',
        whatKo: fate.reply ? '응답이' : '패킷이',
      },
      mends: [mend([ip(scene.outcome.lab, strayed, `route add ${network} via ${formatInet(gateway)}`)])],
      netns: strayed.id,
      device: null,
      sure: true,
    }
  },
}

/** The machines that chose a way for it, in their order. */
function routers(scene: Scene): NetnsView[] {
  const { fate } = scene
  if (fate.kind === 'through' || fate.kind === 'unsent') return []
  const seen: NetnsView[] = []
  for (const event of fate.trail.events) {
    const netns = event.kind === 'route' ? scene.netns(event) : null
    if (netns?.root && !seen.includes(netns)) seen.push(netns)
  }
  return seen
}
