// One end sends with a VLAN tag that the other does not take (Ref: net/8021q/vlan_core.c:vlan_do_receive()).
import type { DeviceView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, type Command, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { stretches } from './farlink.ts'

const OTHER_TAG: Words = {
  en: '{device} in {where} sends with VLAN tag {tag}, but {other} in {elsewhere} takes VLAN {otherTag} only.',
  ko: '{where}의 {device}은(는) VLAN 태그 {tag}(으)로 보내지만 {elsewhere}의 {other}은(는) VLAN {otherTag}만 받습니다.',
}
const ONLY_NEAR: Words = {
  en: '{device} in {where} sends with VLAN tag {tag}, but {other} in {elsewhere} takes frames without a tag: no interface there is of VLAN {tag}.',
  ko: '{where}의 {device}은(는) VLAN 태그 {tag}(으)로 보내지만 {elsewhere}의 {other}은(는) 태그 없는 프레임을 받습니다: 거기에는 VLAN {tag}의 인터페이스가 없습니다.',
}
const ONLY_FAR: Words = {
  en: '{device} in {where} sends without a VLAN tag, but {other} in {elsewhere} takes VLAN {otherTag} only.',
  ko: '{where}의 {device}은(는) VLAN 태그 없이 보내지만 {elsewhere}의 {other}은(는) VLAN {otherTag}만 받습니다.',
}

export const vlanTags: Cause = {
  id: 'vlan-id',
  find(scene) {
    for (const { near, far } of stretches(scene)) {
      const way = far ? scene.links.path(near, far) : []
      // A bridge that filters VLANs puts tags on and takes them off.
      if (!far || way.some((d) => /vlan_filtering 1/.test(d.details ?? ''))) continue
      const [tag, otherTag] = unequal(way)
      if (tag === otherTag) continue
      const [device, other] = [ofTag(way, tag) ?? near, ofTag(way, otherTag) ?? far]
      return {
        words: tag === null ? ONLY_FAR : otherTag === null ? ONLY_NEAR : OTHER_TAG,
        values: {
          device: device.name,
          where: scene.name(scene.netnsOf(device)),
          other: other.name,
          elsewhere: scene.name(scene.netnsOf(other)),
          tag: tag ?? 0,
          otherTag: otherTag ?? 0,
        },
        mends: [...retagged(scene, other, tag, 0), ...retagged(scene, device, otherTag, 0.2)],
        netns: other.netns,
        device: other.id,
      }
    }
    return null
  },
}

/** The VLAN of a `vlan` device. */
export function tagOf({ kind, details }: DeviceView): number | null {
  const id = kind === 'vlan' ? /\bid (\d+)/.exec(details ?? '')?.[1] : undefined
  return id === undefined ? null : Number(id)
}

function ofTag(way: readonly DeviceView[], tag: number | null): DeviceView | undefined {
  return tag === null ? undefined : way.find((d) => tagOf(d) === tag)
}

/** The tag a frame has where the way ends, or another one is asked for, and that; the same twice when they fit. */
function unequal(way: readonly DeviceView[]): readonly [number | null, number | null] {
  const tags: number[] = []
  for (const [i, device] of way.entries()) {
    const before = way[i - 1]
    const next = way[i + 1]
    const tag = tagOf(device)
    if (tag === null) continue
    if (next && device.parent === next.id) tags.push(tag)
    else if (before && device.parent === before.id) {
      const top = tags.pop() ?? null
      if (top !== tag) return [top, tag]
    }
  }
  return [tags.at(-1) ?? null, null]
}

/** The device made again with another tag, or the tag taken away, its addresses and routes with it. */
function retagged(scene: Scene, device: DeviceView, tag: number | null, price: number): Mend[] {
  const netns = scene.netnsOf(device)
  const parent = tagOf(device) === null ? device : scene.device(device.parent)
  if (!netns || !parent || parent.netns !== device.netns) return []
  const { lab } = scene.outcome
  const line = (words: string): Command => ip(lab, netns, words)
  const name = tag === null ? parent.name : `${parent.name}.${tag}`
  const addresses = device.addresses.filter(({ family }) => family === 4).map(({ text }) => text)
  const routes = netns.routes.filter((r) => r.device === device.name && r.gateway !== null)
  return [
    mend(
      [
        ...(device === parent
          ? addresses.map((text) => line(`addr del ${text} dev ${device.name}`))
          : [line(`link del ${device.name}`)]),
        ...(tag === null ? [] : [line(`link add link ${parent.name} name ${name} type vlan id ${tag}`)]),
        ...addresses.map((text) => line(`addr add ${text} dev ${name}`)),
        ...(tag === null ? [] : [line(`link set ${name} up`)]),
        ...routes.map(({ destination, gateway }) => line(`route add ${destination} via ${gateway}`)),
      ],
      price,
    ),
  ]
}
