// It is bigger than a device on the way takes.
import type { Cause } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { deathBy, deviceAt, trailsOf } from '../lookups.ts'

export const mtu: Cause = {
  id: 'mtu',
  find(scene) {
    const { fate } = scene
    const drop = deathBy(fate, ({ reason }) => reason === 'PKT_TOO_BIG')
    const device = drop && deviceAt(scene, drop)
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
