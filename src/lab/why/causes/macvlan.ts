// A macvlan and the device it stands on do not talk to each other.
import { formatInet } from '../../../wire/inet.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { deviceAt, freeAddress, ownersOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'

export const macvlanParent: Cause = {
  id: 'macvlan-parent',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved' && fate.kind !== 'strayed') return null
    const near = deviceAt(scene, fate.event)
    if (!near) return null
    for (const owner of ownersOf(scene, fate.kind === 'unresolved' ? fate.address : fate.packet.dst)) {
      const pair = related(near, owner.device)
      if (pair) return found(scene, pair, near)
      const mode = isolated(near, owner.device)
      if (mode) {
        return {
          words: {
            en: '{a} and {b} stand on the same device as macvlans in {mode} mode, which do not talk to each other.',
            ko: '{a}와(과) {b}은(는) 같은 장치 위의 {mode} 모드 macvlan이라 서로 통신하지 못합니다.',
          },
          values: { a: label(scene, near), b: label(scene, owner.device), mode },
          mends: bridged(scene, [near, owner.device]),
          netns: near.netns,
          device: near.id,
        }
      }
    }
    return null
  },
}

interface Pair {
  readonly child: DeviceView
  readonly parent: DeviceView
}

function related(a: DeviceView, b: DeviceView): Pair | null {
  if (isMacvlan(a) && a.parent === b.id) return { child: a, parent: b }
  return isMacvlan(b) && b.parent === a.id ? { child: b, parent: a } : null
}

function isMacvlan({ kind }: DeviceView): boolean {
  return kind === 'macvlan' || kind === 'ipvlan'
}

function isolated(a: DeviceView, b: DeviceView): string | null {
  if (a.kind !== 'macvlan' || b.kind !== 'macvlan' || a.parent === null || a.parent !== b.parent) return null
  return (
    [a, b]
      .map((d) => /private|vepa|passthru/.exec(d.details ?? '')?.[0])
      .find((mode) => mode !== undefined) ?? null
  )
}

function found(scene: Scene, { child, parent }: Pair, near: DeviceView): ReturnType<Cause['find']> {
  return {
    words: {
      en: '{child} stands on {parent} as {one}, and {one} and its parent do not talk to each other.',
      ko: '{child}은(는) {parent} 위의 {kind}인데, {kind}와(과) 그 부모 장치는 서로 통신하지 못합니다.',
    },
    values: {
      child: label(scene, child),
      parent: label(scene, parent),
      kind: child.kind,
      one: child.kind === 'ipvlan' ? 'an ipvlan' : `a ${child.kind}`,
    },
    mends: child.kind === 'macvlan' ? besides(scene, parent, child) : [],
    netns: near.netns,
    device: near.id,
  }
}

/** The parent's namespace gets a macvlan too, by which it sends what is for the other. */
function besides(scene: Scene, parent: DeviceView, child: DeviceView): Mend[] {
  const netns = scene.netnsOf(parent)
  const own = scene.holders.find((h) => h.device === parent)
  const other = scene.holders.find((h) => h.device === child)
  const free = own ? freeAddress(scene, own.address, own.length) : null
  if (!netns || !other || free === null) return []
  const { lab } = scene.outcome
  const name = netns.devices.some((d) => d.name === 'macvlan0') ? 'macvlan1' : 'macvlan0'
  return [
    mend([
      ip(lab, netns, `link add ${name} link ${parent.name} type macvlan mode bridge`),
      ip(lab, netns, `addr add ${formatInet(free)}/32 dev ${name}`),
      ip(lab, netns, `link set ${name} up`),
      ip(lab, netns, `route add ${formatInet(other.address)}/32 dev ${name}`),
    ]),
  ]
}

function bridged(scene: Scene, devices: readonly DeviceView[]): Mend[] {
  const { lab } = scene.outcome
  const commands = devices.flatMap((d) => {
    const netns = scene.netnsOf(d)
    if (!netns || /mode bridge|macvlan bridge/.test(d.details ?? '')) return []
    return [ip(lab, netns, `link set ${d.name} type macvlan mode bridge`)]
  })
  return [mend(commands)]
}

function label(scene: Scene, device: DeviceView): string {
  return `${device.name} (${scene.name(scene.netnsOf(device))})`
}
