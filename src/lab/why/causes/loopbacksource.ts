// A packet from 127.0.0.1 that is to leave lo, as DNAT of a port of localhost makes it
// (Ref: net/ipv4/route.c:ip_route_output_key_hash_rcu(), route_localnet).
import { formatInet, isLoopback } from '../../../wire/inet.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, run } from '../commands.ts'
import { ownersOf } from '../lookups.ts'

const MAY_NOT_LEAVE: Words = {
  en: 'DNAT in {where} sends it on to {target}, but it comes from {source}, and what has such an address may not leave lo: net.ipv4.conf.{device}.route_localnet is 0.',
  ko: '{where}의 DNAT가 {target}(으)로 보내지만 출발지가 {source}입니다. 그런 주소를 가진 패킷은 lo를 떠나지 못합니다: net.ipv4.conf.{device}.route_localnet이 0입니다.',
}

export const loopbackSource: Cause = {
  id: 'route-localnet',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped' && fate.kind !== 'strayed') return null
    const { src, dst } = fate.packet
    const netns = scene.netns(fate.event)
    const nat = fate.trail.events.some((e) => e.kind === 'nat' && e.manip === 'DNAT')
    if (!netns || !nat || !isLoopback(src) || isLoopback(dst)) return null
    const [owner] = ownersOf(scene, dst)
    const near =
      owner && netns.devices.find((d) => scene.links.segment(owner.device).includes(d) && d.master === null)
    if (!near) return null
    const setting = `net.ipv4.conf.${near.name}.route_localnet`
    if (scene.sysctl(netns, `net/ipv4/conf/${near.name}/route_localnet`) !== '0') return null
    return {
      words: MAY_NOT_LEAVE,
      values: {
        where: scene.name(netns),
        target: formatInet(dst),
        source: formatInet(src),
        device: near.name,
      },
      mends: [mend([run(scene.outcome.lab, netns, `sysctl -w ${setting}=1`)])],
      netns: netns.id,
      device: near.id,
    }
  },
}
