// It is bigger than a device on the way takes.
import type { Cause } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import type { DeviceView } from '../../view.ts'
import { deathBy, deviceAt, trailsOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import type { DropEvent } from '../trail.ts'

export const mtu: Cause = {
  id: 'mtu',
  find(scene) {
    const { fate } = scene
    const drop = deathBy(fate, ({ reason }) => reason === 'PKT_TOO_BIG')
    const device = drop && tooSmall(scene, drop)
    const netns = device && scene.netnsOf(device)
    if (!drop || !device || !netns) return null
    const way = trailsOf(fate).flatMap(({ events }) =>
      events.flatMap((e) => {
        const at = deviceAt(scene, e)
        return at && at.kind !== 'loopback' ? [at] : []
      }),
    )
    const near = [device, scene.device(device.peer), ...scene.links.segment(device)].filter((d) => d !== null)
    const biggest = Math.max(...way.map((d) => d.mtu), ...near.map((d) => d.mtu))
    const small = [...new Set([...near, ...way])].filter((d) => d.mtu < biggest && d.kind !== 'loopback')
    const least = small.toSorted((a, b) => a.mtu - b.mtu)[0] ?? device
    const { lab } = scene.outcome
    const raised = small.flatMap((d) => {
      const where = scene.netnsOf(d)
      return where ? [ip(lab, where, `link set ${d.name} mtu ${biggest}`)] : []
    })
    return {
      words: {
        en: 'The MTU of {least} in {at} is {mtu}: a packet of this size may not pass {device} in {where} whole.',
        ko: '{at}의 {least} MTU가 {mtu}입니다: 이 크기의 패킷은 {where}의 {device}을(를) 통째로 지나지 못합니다.',
      },
      values: {
        least: least.name,
        at: scene.name(scene.netnsOf(least)),
        mtu: least.mtu,
        device: device.name,
        where: scene.name(netns),
      },
      mends: [...raised.map((command) => mend([command])), mend(raised)],
      netns: netns.id,
      device: device.id,
    }
  },
}

/** A router drops it where it came in, because of where it was to go out. */
function tooSmall(scene: Scene, drop: DropEvent): DeviceView | null {
  const netns = scene.netns(drop)
  const route = trailsOf(scene.fate)
    .flatMap(({ events }) => events)
    .findLast((e) => e.kind === 'route' && e.skb === drop.skb)
  const out = route?.kind === 'route' ? netns?.devices.find((d) => d.name === route.oif) : undefined
  return out && drop.fn.startsWith('ip') ? out : deviceAt(scene, drop)
}
