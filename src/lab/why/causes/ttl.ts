// Its time to live is used up (RFC 791 3.2; Ref: net/ipv4/ip_forward.c:ip_forward()): it goes round, or began with little.
import { formatInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, run } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { routesTo } from './noroute.ts'

const LOOP: Words = {
  en: 'The packet goes round between {ring} until its TTL is used up: for each of them the way to {target} leads to the next (routing loop){nobody}.',
  ko: '패킷이 TTL이 다할 때까지 {ring} 사이를 돕니다: 저마다 {target}(으)로 가는 길을 다음 쪽으로 둡니다(라우팅 루프){nobodyKo}.',
}
const SHORT: Words = {
  en: 'The packet’s TTL is used up at {where}: it left {from} with {ttl}, and every router takes one away.',
  ko: '패킷의 TTL이 {where}에서 다했습니다: {from}에서 {ttl}(으)로 떠났고 라우터마다 1씩 줄입니다.',
}

export const timeToLive: Cause = {
  id: 'ttl',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped' || fate.event.fn !== 'ipForward' || fate.event.reason !== 'IP_INHDR')
      return null
    const netns = scene.netns(fate.event)
    const from = scene.netns(fate.trail.born)
    const { packet } = fate.trail.born
    if (!netns || !from || packet.kind !== 'ipv4') return null
    const way = fate.trail.events.flatMap((e) => {
      const at = e.kind === 'step' && e.fn === 'ipForward' ? scene.netns(e) : null
      return at ? [at] : []
    })
    const target = formatInet(fate.packet.dst)
    const ring = [...new Set(way.filter((n, i) => way.indexOf(n) < i))]
    if (ring.length > 0) return loop(scene, netns, ring)
    const setting = 'net.ipv4.ip_default_ttl'
    const own = scene.sysctl(from, 'net/ipv4/ip_default_ttl') === String(packet.ttl)
    return {
      words: SHORT,
      values: { where: scene.name(netns), from: scene.name(from), ttl: packet.ttl, target },
      mends: own && packet.ttl < 64 ? [mend([run(scene.outcome.lab, from, `sysctl -w ${setting}=64`)])] : [],
      netns: netns.id,
      device: null,
    }
  },
}

function loop(scene: Scene, netns: NetnsView, ring: readonly NetnsView[]): ReturnType<Cause['find']> {
  const { fate } = scene
  if (fate.kind !== 'dropped') return null
  const { dst } = fate.packet
  const held = scene.holding(dst).length > 0
  return {
    words: LOOP,
    values: {
      ring: ring.map((n) => scene.name(n)).join(', '),
      target: formatInet(dst),
      nobody: held ? '' : '; no interface in the lab has that address',
      nobodyKo: held ? '' : '. 랩에 그 주소를 가진 인터페이스가 없습니다',
    },
    mends: held ? ring.flatMap((n) => routesTo(scene, n, dst)) : [],
    netns: netns.id,
    device: null,
  }
}
