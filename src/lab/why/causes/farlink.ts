// The way to the neighbour is cut: a device on it is down, has no cable, or is no port of the bridge it should be.
import { formatInet } from '../../../wire/inet.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { deathBy, deviceAt, gatewaysOf, ownersOf } from '../lookups.ts'
import { ownersOf6 } from '../holders6.ts'
import type { Scene } from '../scene.ts'
import { fateIn } from './told6.ts'

const DOWN: Words = {
  en: '{device} in {where} is down: nothing crosses the link between {from} and {to}.',
  ko: '{where}의 {device}이(가) 내려가 있어 {from}와(과) {to} 사이의 링크로 아무것도 건너지 못합니다.',
}
const NO_CABLE: Words = {
  en: 'Nothing is plugged into {device} in {where}: its cable is missing.',
  ko: '{where}의 {device}에 아무것도 꽂혀 있지 않습니다: 케이블이 없습니다.',
}
const NO_PORT: Words = {
  en: '{device} in {where} is a port of no bridge: what comes out of {to} ends there.',
  ko: '{where}의 {device}이(가) 어느 브리지의 포트도 아닙니다: {to}에서 나온 것이 거기서 끝납니다.',
}

/** A device on the way that is down. */
export const farLinkDown: Cause = {
  id: 'far-link-down',
  find(scene) {
    for (const { near, far } of stretches(scene)) {
      const way = far ? scene.links.path(near, far) : scene.links.segment(near)
      const down = way.find((d) => !d.up && d.kind !== 'loopback')
      const netns = down && scene.netnsOf(down)
      if (!down || !netns || (!far && !cut(near))) continue
      return {
        words: DOWN,
        values: {
          device: down.name,
          where: scene.name(netns),
          from: scene.name(scene.netnsOf(near)),
          to: far ? scene.name(scene.netnsOf(far)) : scene.name(netns),
        },
        mends: [mend([ip(scene.outcome.lab, netns, `link set ${down.name} up`)])],
        netns: netns.id,
        device: down.id,
      }
    }
    return null
  },
}

export const noCable: Cause = {
  id: 'no-cable',
  find(scene) {
    for (const { near, far } of stretches(scene)) {
      const loose = [near, ...(far ? [far] : [])].find((d) => d.kind === 'ethernet' && d.peer === null)
      const netns = loose && scene.netnsOf(loose)
      if (!loose || !netns) continue
      return {
        words: NO_CABLE,
        values: { device: loose.name, where: scene.name(netns) },
        mends: cables(scene, loose, far),
        netns: netns.id,
        device: loose.id,
      }
    }
    return null
  },
}

/** Both ends have bridges or cables, but the far end of a veth was never made a port. */
export const notEnslaved: Cause = {
  id: 'no-master',
  find(scene) {
    for (const { near, far } of stretches(scene)) {
      if (!far || scene.links.path(near, far).length > 0) continue
      for (const [end, other] of [
        [far, near],
        [near, far],
      ] as const) {
        const port = scene.device(end.peer)
        const netns = port && scene.netnsOf(port)
        if (!port || !netns || port.master !== null || port.addresses.some((a) => a.family === 4)) continue
        const bridge = scene.links.segment(other).find((d) => d.kind === 'bridge' && d.netns === port.netns)
        const alone = bridge ?? scene.netnsOf(port)?.devices.find((d) => d.kind === 'bridge')
        if (!alone) continue
        return {
          words: NO_PORT,
          values: { device: port.name, where: scene.name(netns), to: scene.name(scene.netnsOf(end)) },
          mends: mastered(scene, port, alone, other),
          netns: netns.id,
          device: port.id,
        }
      }
    }
    return null
  },
}

function mastered(scene: Scene, port: DeviceView, bridge: DeviceView, other: DeviceView): Mend[] {
  const netns = scene.netnsOf(port)
  if (!netns) return []
  const { lab } = scene.outcome
  const one = ip(lab, netns, `link set ${port.name} master ${bridge.name}`)
  const far = scene.device(other.peer)
  if (!far || far.master !== null || far.netns !== port.netns) return [mend([one])]
  return [mend([one]), mend([one, ip(lab, netns, `link set ${far.name} master ${bridge.name}`)])]
}

interface Stretch {
  readonly near: DeviceView
  readonly far: DeviceView | null
}

/** Where ARP or a carrier failed: from the device that asked to those that have the address. */
export function stretches(scene: Scene): Stretch[] {
  const { fate } = scene
  if (scene.target6 !== null) return stretches6(scene)
  if (fate.kind === 'through' || fate.kind === 'unsent' || fate.kind === 'silent') return []
  const carrier = deathBy(fate, ({ reason }) => reason === 'DEV_CARRIER' || reason === 'DEV_READY')
  const event = fate.kind === 'unresolved' ? fate.event : (carrier ?? fate.event)
  const near = deviceAt(scene, event)
  if (!near) return []
  if (fate.kind !== 'unresolved') return carrier ? [{ near, far: null }] : []
  const owners = ownersOf(scene, fate.address).filter((h) => h.netns.id !== near.netns)
  return owners.length > 0 ? owners.map(({ device }) => ({ near, far: device })) : [{ near, far: null }]
}

/** The same of a neighbour that is searched for. */
function stretches6(scene: Scene): Stretch[] {
  const fate = fateIn(scene)
  const near = fate?.death?.reason === 'NEIGH_FAILED' ? deviceAt(scene, fate.death) : null
  if (!near || !fate?.dead) return []
  return ownersOf6(scene, fate.dead.dst).map(({ device }) => ({ near, far: device }))
}

function cut(near: DeviceView): boolean {
  return near.up && !near.carrier
}

function cables(scene: Scene, loose: DeviceView, far: DeviceView | null): Mend[] {
  const netns = scene.netnsOf(loose)
  const other = far && far !== loose ? scene.netnsOf(far) : null
  if (!netns || !far || !other) return []
  const sw = scene.view.machines.find(
    (m) =>
      m.kind === 'switch' &&
      m.namespaces.some((n) => n.devices.some((d) => scene.links.segment(far).includes(d))),
  )
  const end = sw ? sw.name : `${other.machine}:${far.name}`
  if (!sw && far.peer !== null) return []
  return [mend([{ machine: netns.machine, line: `lab cable ${netns.machine}:${loose.name} ${end}` }])]
}

/** Nobody on the link has the address that is asked for. */
export const nobodyThere: Cause = {
  id: 'arp-unanswered',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved') return null
    const netns = scene.netns(fate.event)
    const near = deviceAt(scene, fate.event)
    if (!netns || !near) return null
    const address = formatInet(fate.address)
    const gateway = fate.address !== fate.packet.dst
    const owner = ownersOf(scene, fate.address).find((h) => h.netns !== netns)
    const here = owner !== undefined && scene.links.segment(near).includes(owner.device)
    return {
      words: gateway ? (owner ? GATEWAY_ELSEWHERE : NO_GATEWAY) : owner ? (here ? DUMB : SILENT) : NOBODY,
      values: {
        where: scene.name(netns),
        device: near.name,
        address,
        owner: owner ? scene.name(owner.netns) : '',
        back: fate.reply ? 'the reply' : 'it',
      },
      mends: gateway ? otherGateways(scene, fate.packet.dst) : addressMissing(scene, near, fate.address),
      netns: netns.id,
      device: near.id,
    }
  },
}

const NOBODY: Words = {
  en: 'Nobody answers ARP for {address} on {device} of {where}: no interface in the lab has that address.',
  ko: '{where}의 {device}에서 {address}을(를) 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
}
const SILENT: Words = {
  en: 'Nobody answers ARP for {address} on {device} of {where}: {owner} has the address, but is not on that link.',
  ko: '{where}의 {device}에서 {address}을(를) 묻는 ARP에 아무도 답하지 않습니다: 그 주소는 {owner}에 있지만 그 링크에 있지 않습니다.',
}
const DUMB: Words = {
  en: 'Nobody answers ARP for {address} on {device} of {where}, though {owner}, which is on that link, has the address.',
  ko: '{where}의 {device}에서 {address}을(를) 묻는 ARP에 아무도 답하지 않습니다. 그 링크에 있는 {owner}이(가) 그 주소를 가지고 있는데도 그렇습니다.',
}
const NO_GATEWAY: Words = {
  en: '{where}’s route goes via {address}, and nobody answers ARP for that gateway: no interface in the lab has the address.',
  ko: '{where}의 경로는 {address}을(를) 지나는데 그 게이트웨이를 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
}
const GATEWAY_ELSEWHERE: Words = {
  en: '{where}’s route goes via {address}, which is not on the link of {device}: {owner} has it elsewhere.',
  ko: '{where}의 경로는 {address}을(를) 지나는데 {device}의 링크에 있지 않습니다: 그 주소는 다른 곳의 {owner}에 있습니다.',
}

function otherGateways(scene: Scene, dst: number): Mend[] {
  const { fate } = scene
  if (fate.kind !== 'unresolved') return []
  const netns = scene.netns(fate.event)
  if (!netns) return []
  const { lab } = scene.outcome
  const old = formatInet(fate.address)
  const routes = netns.routes.filter((r) => r.gateway === old)
  const without = routes
    .filter((r) => r.destination !== 'default')
    .map((r) => mend([ip(lab, netns, `route del ${r.destination} via ${old}`)]))
  const others = gatewaysOf(scene, netns, dst)
    .filter((h) => h.address !== fate.address && h.address !== dst)
    .flatMap(({ address }, n) =>
      routes.map((r) =>
        mend([ip(lab, netns, `route replace ${r.destination} via ${formatInet(address)}`)], n * 0.1),
      ),
    )
  return [...without, ...others]
}

/** Somebody on the link has no address at all. */
function addressMissing(scene: Scene, near: DeviceView, address: number): Mend[] {
  const { lab } = scene.outcome
  const own = scene.holders.find((h) => h.device === near)
  if (!own || scene.holding(address).length > 0) return []
  const bare = scene.links
    .segment(near)
    .filter((d) => d !== near && d.master === null && !d.addresses.some((a) => a.family === 4))
  const ends = bare.filter((d) => d.kind !== 'bridge')
  return (ends.length > 0 ? ends : bare).slice(0, 2).flatMap((d) => {
    const netns = scene.netnsOf(d)
    if (!netns) return []
    const add = ip(lab, netns, `addr add ${formatInet(address)}/${own.length} dev ${d.name}`)
    return d.up ? [mend([add])] : [mend([add, ip(lab, netns, `link set ${d.name} up`)])]
  })
}
