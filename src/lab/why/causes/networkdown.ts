// The device of the target's own network is down where it should be sent out, so another route takes the packet astray.
import { prefixText, covers } from '../prefixes.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { trailsOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'

const DOWN: Words = {
  en: '{device} in {where} is down, and with it the route to {network}: the packet takes another way.',
  ko: '{where}의 {device}이(가) 내려가 {network}(으)로 가는 경로도 사라졌습니다: 패킷이 다른 길로 갑니다.',
}

export const networkDown: Cause = {
  id: 'network-down',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent') return null
    const { dst } = fate.packet
    for (const netns of routersOf(scene)) {
      const holder = scene.holdersOf(netns).find((h) => !h.device.up && covers(h.address, h.length, dst))
      const another = scene
        .holdersOf(netns)
        .some((h) => h.device.up && h.length > 0 && covers(h.address, h.length, dst))
      if (!holder || another || holder.length > 31) continue
      const { device, address, length } = holder
      return {
        words: DOWN,
        values: { device: device.name, where: scene.name(netns), network: prefixText(address, length) },
        mends: [mend([ip(scene.outcome.lab, netns, `link set ${device.name} up`)])],
        netns: netns.id,
        device: device.id,
      }
    }
    return null
  },
}

/** Whoever looked for a way for it. */
function routersOf(scene: Scene): Set<NetnsView> {
  const all = trailsOf(scene.fate).flatMap(({ events }) => events)
  return new Set(
    all.flatMap((e) => {
      const netns = e.kind === 'route' ? scene.netns(e) : null
      return netns ? [netns] : []
    }),
  )
}
