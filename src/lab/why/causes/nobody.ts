// An address that nothing in the lab has: the packet went on by default routes until somebody had none.
import { formatInet } from '../../../wire/inet.ts'
import type { Cause } from '../cause.ts'

export const nobodyHas: Cause = {
  id: 'nobody',
  find(scene) {
    const { fate, target } = scene
    if (fate.kind !== 'dropped' || fate.reply || target === null || fate.packet.dst !== target) return null
    const { reason } = fate.event
    if (reason !== 'IP_INNOROUTES' && reason !== 'IP_INADDRERRORS') return null
    const netns = scene.netns(fate.event)
    if (!netns || netns === scene.source || scene.holding(target).length > 0) return null
    return {
      words: {
        en: 'No interface in the lab has {address}: the packet goes as far as {where}, which has no way on for it.',
        ko: '랩에 {address}을(를) 가진 인터페이스가 없습니다: 패킷은 {where}까지 가고 거기서 더 갈 길이 없습니다.',
      },
      values: { address: formatInet(target), where: scene.name(netns) },
      mends: [],
      netns: netns.id,
      device: null,
      sure: true,
    }
  },
}
