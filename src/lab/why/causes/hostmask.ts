// An address that was given without a mask is a network of its own (RFC 4632: /32), and its neighbours are not in it.
import { formatInet } from '../../../wire/inet.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { ownersOf } from '../lookups.ts'
import { covers } from '../prefixes.ts'

const NO_MASK: Words = {
  en: '{address} was given to {device} in {where} without a mask, so it is {address}/32, a network of its own: {target}, which is on the same link, is not in it.',
  ko: '{where}의 {device}에 {address}을(를) 넷마스크 없이 주어 {address}/32, 곧 혼자뿐인 네트워크가 되었습니다: 같은 링크에 있는 {target}이(가) 거기에 들지 않습니다.',
}

/** What the two of them are meant to share. */
const USUAL_LENGTH = 24

export const hostMask: Cause = {
  id: 'no-mask',
  find(scene) {
    const { source, fate, target } = scene
    if (fate.kind !== 'unsent' || target === null || scene.route(source, target)) return null
    for (const mine of scene.holdersOf(source).filter(({ length }) => length === 32)) {
      const near = scene.links.segment(mine.device)
      const owner = ownersOf(scene, target).find((h) => h.netns !== source && near.includes(h.device))
      const length = owner && owner.length < 32 ? owner.length : USUAL_LENGTH
      if (!owner || !covers(mine.address, length, target)) continue
      const { lab } = scene.outcome
      const given = [mine, owner].filter((h) => h.length === 32)
      return {
        words: NO_MASK,
        values: {
          address: formatInet(mine.address),
          device: mine.device.name,
          where: scene.name(source),
          target: formatInet(target),
        },
        mends: [
          mend(
            given.map(({ netns, address, device }) =>
              ip(lab, netns, `addr add ${formatInet(address)}/${length} dev ${device.name}`),
            ),
            -0.5,
          ),
        ],
        netns: source.id,
        device: mine.device.id,
      }
    }
    return null
  },
}
