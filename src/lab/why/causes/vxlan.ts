// An overlay whose ends do not fit: another number, another port, no remote, or one that nobody has.
import { formatInet } from '../../../wire/inet.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { ip, mend, run, type Command } from '../commands.ts'
import { deathBy, deviceAt, trailsOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'

const OTHER_ID: Words = {
  en: '{near} in {from} sends VXLAN {vni}, and {where} has no VXLAN device of that number: {other} there is {otherVni}.',
  ko: '{from}의 {near}은(는) VNI {vni}(으)로 보내는데 {where}에는 그 번호의 VXLAN 장치가 없습니다: 그곳의 {other}은(는) {otherVni}입니다.',
}
const OTHER_PORT: Words = {
  en: '{near} in {from} sends to UDP port {port}, and {other} in {where} listens on {otherPort}.',
  ko: '{from}의 {near}은(는) UDP {port}번 포트로 보내는데 {where}의 {other}은(는) {otherPort}번에서 듣습니다.',
}
const NO_REMOTE: Words = {
  en: '{near} in {from} knows no remote for this frame: its FDB has no entry that leads to {where}.',
  ko: '{from}의 {near}이(가) 이 프레임을 보낼 상대를 모릅니다: FDB에 {where}(으)로 가는 항목이 없습니다.',
}
const WRONG_REMOTE: Words = {
  en: 'The FDB of {near} in {from} sends to {remote}, where no end of VXLAN {vni} is: {where} has one at {right}.',
  ko: '{from}의 {near}은(는) FDB에 따라 {remote}(으)로 보내는데 거기에는 VNI {vni}의 끝이 없습니다: {where}의 것은 {right}에 있습니다.',
}

export const vxlan: Cause = {
  id: 'vxlan',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent') return null
    for (const near of tunnelsPassed(scene)) {
      const found = mismatch(scene, near)
      if (found) return found
    }
    return null
  },
}

function mismatch(scene: Scene, near: DeviceView): Finding | null {
  const { fate } = scene
  const from = scene.netnsOf(near)
  const vni = near.tunnel?.vni ?? 0
  if (!from) return null
  const values = { near: near.name, from: scene.name(from), vni }
  const others = [...scene.links.all].filter((d) => d.tunnel && d !== near && d.id.split('#')[0] !== '')
  const unknown = deathBy(fate, ({ reason }) => reason === 'VXLAN_VNI_NOT_FOUND')
  const place = unknown && scene.netns(unknown)
  const there = others.find((d) => d.netns === place?.id)
  if (place && there) {
    return {
      words: OTHER_ID,
      values: { ...values, where: scene.name(place), other: there.name, otherVni: there.tunnel?.vni ?? 0 },
      mends: [mend(rebuilt(scene, there, (words) => words.replace(/\bid \d+/, `id ${vni}`)))],
      netns: place.id,
      device: there.id,
    }
  }
  const refused = deathBy(fate, ({ reason }) => reason === 'NO_SOCKET')
  const underlay = refused && scene.netns(refused)
  const same = others.find((d) => d.tunnel?.vni === vni && d.netns === underlay?.id) ?? null
  const [port, otherPort] = [portOf(near), same && portOf(same)]
  if (underlay && same && otherPort !== port) {
    return {
      words: OTHER_PORT,
      values: { ...values, port, where: scene.name(underlay), other: same.name, otherPort: otherPort ?? 0 },
      mends: [mend(rebuilt(scene, same, (words) => words.replace(/\bdstport \d+/, `dstport ${port}`)))],
      netns: underlay.id,
      device: same.id,
    }
  }
  const far = others.find((d) => d.tunnel?.vni === vni && d.netns !== near.netns)
  const right = far && underlayAddress(scene, far)
  const where = far && scene.netnsOf(far)
  if (!far || !where || right === undefined || right === null) return null
  const silent = deathBy(fate, ({ reason }) => reason === 'VXLAN_NO_REMOTE')
  const remotes = near.tunnel?.remotes ?? []
  if (!silent && remotes.includes(right)) return null
  const { lab } = scene.outcome
  const append = run(lab, from, `bridge fdb append 00:00:00:00:00:00 dev ${near.name} dst ${right}`)
  return {
    words: remotes.length > 0 ? WRONG_REMOTE : NO_REMOTE,
    values: { ...values, remote: remotes.join(', '), where: scene.name(where), right },
    mends: [mend([append]), mend([...backwards(scene, far, near), append], 0.1)],
    netns: from.id,
    device: near.id,
  }
}

/** The far end has to know the way back. */
function backwards(scene: Scene, far: DeviceView, near: DeviceView): Command[] {
  const where = scene.netnsOf(far)
  const back = underlayAddress(scene, near)
  if (!where || back === null || far.tunnel?.remotes.includes(back)) return []
  return [run(scene.outcome.lab, where, `bridge fdb append 00:00:00:00:00:00 dev ${far.name} dst ${back}`)]
}

/** VXLAN devices that the packet, or the ARP request it waited for, went into. */
function tunnelsPassed(scene: Scene): DeviceView[] {
  const seen = new Set<DeviceView>()
  for (const { events } of trailsOf(scene.fate)) {
    for (const event of events) {
      const device = deviceAt(scene, event)
      if (device?.tunnel) seen.add(device)
    }
  }
  return [...seen]
}

function portOf(device: DeviceView): number {
  return Number(/\bdstport (\d+)/.exec(device.details ?? '')?.[1] ?? 8472)
}

/** The address at which its frames arrive. */
function underlayAddress(scene: Scene, device: DeviceView): string | null {
  const local = /\blocal (\S+)/.exec(device.details ?? '')?.[1]
  if (local !== undefined) return local
  const netns = scene.netnsOf(device)
  const [own] = netns
    ? scene.holdersOf(netns).filter((h) => !h.device.tunnel && h.device.kind !== 'bridge')
    : []
  return own ? formatInet(own.address) : null
}

/** A VXLAN cannot be given another number or port: it is made anew, with its bridge and its addresses. */
function rebuilt(scene: Scene, device: DeviceView, change: (words: string) => string): Command[] {
  const netns = scene.netnsOf(device)
  if (!netns || device.details === null) return []
  const { lab } = scene.outcome
  const master = scene.device(device.master)
  return [
    ip(lab, netns, `link del ${device.name}`),
    ip(lab, netns, `link add ${device.name} type ${change(device.details).trim()}`),
    ...device.addresses
      .filter((a) => a.family === 4)
      .map((a) => ip(lab, netns, `addr add ${a.text} dev ${device.name}`)),
    ip(lab, netns, `link set ${device.name} ${master ? `master ${master.name} ` : ''}up`),
    ...(device.tunnel?.remotes ?? [])
      .filter((r) => !(device.details ?? '').includes(`remote ${r}`))
      .map((r) => run(lab, netns, `bridge fdb append 00:00:00:00:00:00 dev ${device.name} dst ${r}`)),
  ]
}
