// A bridge does not pass it on: it is down itself, or the port is not forwarding.
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run } from '../commands.ts'
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
