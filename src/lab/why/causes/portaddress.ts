// An address on a port of a bridge: what comes in by a port is the bridge's (Ref: net/bridge/br_input.c:br_handle_frame()).
import { formatInet } from '../../../wire/inet.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { ownersOf, trailsOf } from '../lookups.ts'
import type { Scene, Holder } from '../scene.ts'

const ON_PORT: Words = {
  en: '{address} is on {device} in {where}, a port of bridge {bridge}: what comes in by a port is the bridge’s, so {device} itself hears no answer. The address belongs on {bridge}.',
  ko: '{address}이(가) {where}에서 브리지 {bridge}의 포트인 {device}에 있습니다: 포트로 들어온 것은 브리지의 것이라 {device} 자신은 답을 듣지 못합니다. 주소는 {bridge}에 두어야 합니다.',
}

export const portAddress: Cause = {
  id: 'port-address',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent') return null
    for (const holder of asking(scene)) {
      const { netns, device, address, length } = holder
      const bridge = scene.device(device.master)
      if (bridge?.kind !== 'bridge') continue
      const text = `${formatInet(address)}/${length}`
      const { lab } = scene.outcome
      return {
        words: ON_PORT,
        values: { address: text, device: device.name, where: scene.name(netns), bridge: bridge.name },
        mends: [
          mend([
            ip(lab, netns, `addr del ${text} dev ${device.name}`),
            ip(lab, netns, `addr add ${text} dev ${bridge.name}`),
          ]),
        ],
        netns: netns.id,
        device: device.id,
      }
    }
    return null
  },
}

/** Who asked for a neighbour, or was asked for. */
function asking(scene: Scene): readonly Holder[] {
  const { fate, target } = scene
  const addresses = trailsOf(fate).flatMap(({ born: { packet } }) =>
    packet.kind === 'arp' ? [packet.spa, packet.tpa] : packet.kind === 'ipv4' ? [packet.src, packet.dst] : [],
  )
  return [...addresses, ...(target === null ? [] : [target])].flatMap((address) => ownersOf(scene, address))
}
