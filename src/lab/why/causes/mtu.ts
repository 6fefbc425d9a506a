// It is bigger than a device on the way takes.
import type { TraceEvent } from '../../../sim/trace.ts'
import type { Cause, Finding } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import type { DeviceView } from '../../view.ts'
import { deathBy, deviceAt, trailsOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import type { DropEvent } from '../trail.ts'

export const mtu: Cause = {
  id: 'mtu',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'unsent') return remembered(scene, '')
    const drop = deathBy(fate, ({ reason }) => reason === 'PKT_TOO_BIG')
    const events = trailsOf(fate).flatMap((trail) => trail.events)
    return drop && tooBig(scene, drop, events)
  },
}

/** `events`: all that came of the packet. */
export function tooBig(scene: Scene, drop: DropEvent, events: readonly TraceEvent[]): Finding | null {
  const device = tooSmall(scene, drop, events)
  const netns = device && scene.netnsOf(device)
  if (!device || !netns) return null
  const way = events.flatMap((e) => {
    const at = deviceAt(scene, e)
    return at && at.kind !== 'loopback' ? [at] : []
  })
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
}

/** The sender was told before, and keeps it in mind: nothing of that size is sent any more. */
export function remembered(scene: Scene, family: '' | '-6 '): Finding | null {
  const { outcome, source } = scene
  const mtu = Number(/message too long.*?mtu[:=] ?(\d+)/i.exec(outcome.output)?.[1] ?? 0)
  const small = [...scene.links.all].filter((d) => d.mtu === mtu && d.kind !== 'loopback')
  const [least] = small
  const netns = least && scene.netnsOf(least)
  if (!least || !netns) return null
  const { lab } = outcome
  const raised = small.flatMap((d) => {
    const where = scene.netnsOf(d)
    const near = Math.max(...scene.links.segment(d).map((other) => other.mtu))
    return where && near > mtu ? [ip(lab, where, `link set ${d.name} mtu ${near}`)] : []
  })
  const forget = ip(lab, source, `${family}route flush cache`)
  return {
    words: {
      en: '{where} knows that no more than {mtu} octets get there whole (path MTU): {device} in {at} has that MTU.',
      ko: '{where}은(는) 거기까지 {mtu}바이트보다 큰 패킷이 통째로 가지 못함을 압니다(경로 MTU): {at}의 {device} MTU가 그 값입니다.',
    },
    values: { where: scene.name(source), mtu, device: least.name, at: scene.name(netns) },
    mends: raised.length > 0 ? [mend([...raised, forget])] : [],
    netns: netns.id,
    device: least.id,
  }
}

/** A router drops it where it came in, because of where it was to go out. */
function tooSmall(scene: Scene, drop: DropEvent, events: readonly TraceEvent[]): DeviceView | null {
  const netns = scene.netns(drop)
  const route = events.findLast((e) => e.kind === 'route' && e.skb === drop.skb)
  const out = route?.kind === 'route' ? netns?.devices.find((d) => d.name === route.oif) : undefined
  return out && drop.fn.startsWith('ip') ? out : deviceAt(scene, drop)
}
