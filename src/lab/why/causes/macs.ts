// Two ends of a link with one MAC address, or one that was told to do without ARP.
import { formatInet } from '../../../wire/inet.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { deviceAt, ownersOf } from '../lookups.ts'
import type { Scene } from '../scene.ts'

const TWICE: Words = {
  en: '{device} in {where} and {other} in {elsewhere} have the same MAC address, {mac}: what is for one of them goes to the other, or nowhere.',
  ko: '{where}의 {device}와(과) {elsewhere}의 {other}이(가) 같은 MAC 주소 {mac}을(를) 씁니다: 한쪽으로 갈 것이 다른 쪽으로 가거나 사라집니다.',
}
const NO_ARP: Words = {
  en: 'ARP is off on {device} in {where} (NOARP): {what}.',
  ko: '{where}의 {device}에서 ARP가 꺼져 있습니다(NOARP): {whatKo}.',
}

export const sameMac: Cause = {
  id: 'duplicate-mac',
  find(scene) {
    const { fate, target } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent' || target === null) return null
    const asked = fate.kind === 'unresolved' ? fate.address : target
    const ends = [...scene.holdersOf(scene.source), ...ownersOf(scene, asked)].map(({ device }) => device)
    for (const device of ends.filter(hasOwnMac)) {
      const near = scene.links.segment(device)
      const other = near.find(
        (d) => d !== device && d.mac === device.mac && hasOwnMac(d) && d.master === null,
      )
      if (!other) continue
      const twin = scene.netnsOf(other) === scene.source ? device : other
      const first = twin === other ? device : other
      return {
        words: TWICE,
        values: {
          device: first.name,
          where: scene.name(scene.netnsOf(first)),
          other: twin.name,
          elsewhere: scene.name(scene.netnsOf(twin)),
          mac: device.mac,
        },
        mends: renamed(scene, twin),
        netns: twin.netns,
        device: twin.id,
      }
    }
    return null
  },
}

/** A bridge takes the MAC of a port, a VLAN that of what it stands on. */
function hasOwnMac({ kind, mac }: DeviceView): boolean {
  return !/^(bridge|vlan|ipvlan|ipvtap|loopback|bond|dummy)$/.test(kind) && !/^(00:){5}00$/.test(mac)
}

/** Another MAC; and who has the old one in mind asks anew. */
function renamed(scene: Scene, device: DeviceView): Mend[] {
  const netns = scene.netnsOf(device)
  if (!netns) return []
  const { lab } = scene.outcome
  const taken = new Set([...scene.links.all].map(({ mac }) => mac))
  const macs = Array.from({ length: 99 }, (_, n) => `02:00:00:00:00:${String(n + 1).padStart(2, '0')}`)
  const free = macs.find((mac) => !taken.has(mac)) ?? ''
  const set = ip(lab, netns, `link set ${device.name} address ${free}`)
  const own = new Set(device.addresses.map(({ text }) => text.replace(/\/.*/, '')))
  const forgotten = scene.namespaces.flatMap((other) =>
    other.neighbours
      .filter((entry) => entry.mac === device.mac && own.has(entry.address))
      .map((entry) => ip(lab, other, `neigh del ${entry.address} dev ${entry.device}`)),
  )
  return [mend([set]), ...(forgotten.length > 0 ? [mend([set, ...forgotten])] : [])]
}

export const arpOff: Cause = {
  id: 'arp-off',
  find(scene) {
    const { fate, source } = scene
    const near = isOff(fate.kind === 'strayed' ? deviceOut(scene) : null)
    const far =
      fate.kind === 'unresolved'
        ? ownersOf(scene, fate.address).find((h) => h.netns !== source && isOff(h.device))
        : undefined
    const device = near ?? far?.device
    const netns = device && scene.netnsOf(device)
    if (!device || !netns) return null
    return {
      words: NO_ARP,
      values: {
        device: device.name,
        where: scene.name(netns),
        ...(near || fate.kind !== 'unresolved'
          ? {
              what: 'it asks for nobody’s MAC, so its frames have none to go to',
              whatKo: '아무의 MAC도 묻지 않으므로 프레임이 갈 곳이 없습니다',
            }
          : {
              what: `it does not answer for ${formatInet(fate.address)}`,
              whatKo: `${formatInet(fate.address)}을(를) 물어도 답하지 않습니다`,
            }),
      },
      mends: [mend([ip(scene.outcome.lab, netns, `link set ${device.name} arp on`)])],
      netns: netns.id,
      device: device.id,
    }
  },
}

function isOff(device: DeviceView | null): DeviceView | null {
  return device && device.flags.includes('NOARP') && hasOwnMac(device) ? device : null
}

/** Where the packet was sent out. */
function deviceOut(scene: Scene): DeviceView | null {
  const { fate } = scene
  const sent = 'trail' in fate ? fate.trail.events.find((e) => e.kind === 'xmit') : undefined
  return sent ? deviceAt(scene, sent) : null
}
