// A bridge does not pass it on: it is down itself, the port is not forwarding, or the VLANs do not fit.
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run, type Mend } from '../commands.ts'
import { deathBy, deviceAt } from '../lookups.ts'
import type { Scene } from '../scene.ts'

const BRIDGE_DOWN: Words = {
  en: 'Bridge {bridge} in {where} is down, so it forwards nothing.',
  ko: '{where}의 브리지 {bridge}이(가) 내려가 있어 아무것도 전달하지 않습니다.',
}
const NOT_FORWARDING: Words = {
  en: 'Port {device} of bridge {bridge} in {where} is {state}, not forwarding{why}.',
  ko: '{where}의 브리지 {bridge}의 포트 {device}이(가) 전달(forwarding)이 아니라 {state} 상태입니다{why}.',
}
const VLAN: Words = {
  en: 'Bridge {bridge} in {where} filters VLANs, and port {device} is not in the VLAN of this frame.',
  ko: '{where}의 브리지 {bridge}이(가) VLAN을 거르는데, 포트 {device}이(가) 이 프레임의 VLAN에 들어 있지 않습니다.',
}

export const bridgePort: Cause = {
  id: 'bridge-port',
  find(scene) {
    const { fate } = scene
    const drop = deathBy(fate, ({ reason, fn }) => reason === 'BRIDGE_INGRESS_STP_STATE' && fn !== 'brStpRcv')
    const stuck = drop ? deviceAt(scene, drop) : stuckPort(scene)
    const bridge = stuck && scene.device(stuck.master)
    const netns = stuck && scene.netnsOf(stuck)
    if (!stuck || !bridge || !netns) return null
    const { lab } = scene.outcome
    if (!bridge.up) {
      return {
        words: BRIDGE_DOWN,
        values: { bridge: bridge.name, where: scene.name(netns) },
        mends: [mend([ip(lab, netns, `link set ${bridge.name} up`)])],
        netns: netns.id,
        device: bridge.id,
      }
    }
    const stp = /stp_state [12]/.test(bridge.details ?? '')
    const why = stp
      ? { en: ': spanning tree is on and holds it back', ko: ': 스패닝 트리가 켜져 있어 막고 있습니다' }
      : { en: '', ko: '' }
    return {
      words: {
        en: NOT_FORWARDING.en.replace('{why}', why.en),
        ko: NOT_FORWARDING.ko.replace('{why}', why.ko),
      },
      values: {
        device: stuck.name,
        bridge: bridge.name,
        where: scene.name(netns),
        state: stuck.portState ?? 'disabled',
      },
      mends: [
        ...(stp ? [mend([ip(lab, netns, `link set ${bridge.name} type bridge stp_state 0`)])] : []),
        mend([run(lab, netns, `bridge link set dev ${stuck.name} state 3`)], stp ? 0.2 : 0),
      ],
      netns: netns.id,
      device: stuck.id,
    }
  },
}

/** Nothing was dropped on it because nothing was sent out of it. */
function stuckPort(scene: Scene): ReturnType<typeof deviceAt> {
  const { fate } = scene
  if (fate.kind !== 'unresolved' && fate.kind !== 'strayed') return null
  const near = deviceAt(scene, fate.kind === 'unresolved' ? fate.event : fate.trail.born)
  const far = fate.kind === 'unresolved' ? scene.holding(fate.address).map((h) => h.device) : []
  for (const end of far) {
    const way = near ? scene.links.path(near, end) : []
    const port = way.find(
      (d) => d.master !== null && d.up && d.portState !== null && d.portState !== 'forwarding',
    )
    if (port) return port
    const down = way.find((d) => d.kind === 'bridge' && !d.up)
    const through = down && way.find((d) => d.master === down.id)
    if (through) return through
  }
  return null
}

export const vlanFiltering: Cause = {
  id: 'vlan-filtering',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent') return null
    const drop = deathBy(fate, ({ reason }) => reason === 'VLAN_FILTER')
    const device = (drop && deviceAt(scene, drop)) ?? filteredPort(scene)
    const bridge = device && (device.kind === 'bridge' ? device : scene.device(device.master))
    const netns = bridge && scene.netnsOf(bridge)
    if (!device || !bridge || !netns) return null
    return {
      words: VLAN,
      values: { bridge: bridge.name, where: scene.name(netns), device: device.name },
      mends: vlanMends(scene, bridge.name, bridge.id),
      netns: netns.id,
      device: device.id,
    }
  },
}

/** A bridge on the way filters VLANs, and what was flooded into it never reached the far end. */
function filteredPort(scene: Scene): ReturnType<typeof deviceAt> {
  const { fate } = scene
  if (fate.kind !== 'unresolved') return null
  const near = deviceAt(scene, fate.event)
  for (const { device: far } of scene.holding(fate.address)) {
    const way = near ? scene.links.path(near, far) : []
    const bridge = way.find((d) => d.kind === 'bridge' && /vlan_filtering 1/.test(d.details ?? ''))
    if (bridge) return way.findLast((d) => d.master === bridge.id) ?? bridge
  }
  return null
}

/** Every port of the way into the VLAN of the others; filtering off altogether costs more. */
function vlanMends(scene: Scene, bridge: string, id: string): Mend[] {
  const { lab } = scene.outcome
  const device = scene.device(id)
  const netns = device && scene.netnsOf(device)
  if (!device || !netns) return []
  const ports = netns.devices.filter((d) => d.master === id)
  const vids = [...new Set([...pvids(scene, netns.machine, netns.name), 1])]
  const one = vids.flatMap((vid) =>
    ports.map((port) => mend([run(lab, netns, `bridge vlan add vid ${vid} dev ${port.name} pvid untagged`)])),
  )
  return [...one.slice(0, 12), mend([ip(lab, netns, `link set ${bridge} type bridge vlan_filtering 0`)], 1.5)]
}

/** VLANs that frames without a tag are put into, on some port. */
function pvids(scene: Scene, machine: string, name: string | null): number[] {
  const { lab } = scene.outcome
  const way = name === null ? '' : `ip netns exec ${name} `
  const { output } = lab.aside(machine, `${way}bridge vlan show`)
  return [...output.matchAll(/(\d+) PVID/g)].map((m) => Number(m[1]))
}
