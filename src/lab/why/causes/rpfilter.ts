// The way back to the packet's source leads out of another device than it came in by.
import { formatInet } from '../../../wire/inet.ts'
import type { Cause } from '../cause.ts'
import { ip, mend, run } from '../commands.ts'
import { ownersOf, trailsOf } from '../lookups.ts'
import { prefixText } from '../prefixes.ts'
import { refusingRoute } from './noroute.ts'

export const rpFilter: Cause = {
  id: 'rp-filter',
  find(scene) {
    for (const { events, born } of trailsOf(scene.fate)) {
      const why = events.findLast((e) => e.kind === 'no-route' && e.why === 'reverse-path')
      const netns = why && scene.netns(why)
      if (!why || !netns) continue
      const { lab } = scene.outcome
      const { deviceName } = why
      const packet = born.packet
      const source = packet.kind === 'arp' ? packet.spa : packet.kind === 'ipv4' ? packet.src : 0
      const refusing = refusingRoute(scene, netns, source)
      if (refusing) return refusing
      const [owner] = ownersOf(scene, source)
      const network = owner ? prefixText(source, owner.length) : `${formatInet(source)}/32`
      const conf = `net.ipv4.conf.${deviceName}.rp_filter`
      return {
        words: {
          en: '{where} drops what comes in by {device} from {source}: by its own routes the way back leads elsewhere, and rp_filter is strict there.',
          ko: '{where}이(가) {device}(으)로 들어온 {source}발 패킷을 버립니다: 되돌아가는 경로가 다른 장치로 나 있고 rp_filter가 엄격합니다.',
        },
        values: { where: scene.name(netns), device: deviceName ?? '', source: formatInet(source) },
        mends: [
          mend([run(lab, netns, `sysctl -w ${conf}=2`)]),
          mend([ip(lab, netns, `route add ${network} dev ${deviceName}`)], 0.5),
          mend([
            run(lab, netns, 'sysctl -w net.ipv4.conf.all.rp_filter=0'),
            run(lab, netns, `sysctl -w ${conf}=0`),
          ]),
        ],
        netns: netns.id,
        device: null,
      }
    }
    return null
  },
}
