// A bridge that filters VLANs: a port on the way, or the bridge itself, is no member of the frame's VLAN
// (Ref: net/bridge/br_vlan.c:br_allowed_ingress(), br_allowed_egress()).
import type { DeviceView, NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run, type Command, type Mend } from '../commands.ts'
import { deathBy, deviceAt } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import { stretches } from './farlink.ts'
import { tagOf } from './vlantags.ts'

const NO_MEMBER: Words = {
  en: 'Bridge {bridge} in {where} filters VLANs, and {device} is not in VLAN {vid}.',
  ko: '{where}의 브리지 {bridge}이(가) VLAN을 거르는데, {device}이(가) VLAN {vid}에 들어 있지 않습니다.',
}
const VLAN: Words = {
  en: 'Bridge {bridge} in {where} filters VLANs, and port {device} is not in the VLAN of this frame.',
  ko: '{where}의 브리지 {bridge}이(가) VLAN을 거르는데, 포트 {device}이(가) 이 프레임의 VLAN에 들어 있지 않습니다.',
}

/** A line of `bridge vlan show`. */
interface Membership {
  readonly port: string
  readonly vid: number
  readonly pvid: boolean
}

export const vlanFiltering: Cause = {
  id: 'vlan-filtering',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent') return null
    const ways = stretches(scene).map(({ near, far }) => (far ? scene.links.path(near, far) : []))
    const way = ways.find((one) => one.some(filters)) ?? []
    const drop = deathBy(fate, ({ reason }) => reason === 'VLAN_FILTER')
    const dropped = drop && deviceAt(scene, drop)
    const bridge = dropped
      ? dropped.kind === 'bridge'
        ? dropped
        : scene.device(dropped.master)
      : (way.find(filters) ?? null)
    const netns = bridge && scene.netnsOf(bridge)
    if (!bridge || !netns) return null
    const members = membersOf(scene, netns)
    const ports = way.filter((d) => d.master === bridge.id)
    // The way ends in the bridge itself where its own addresses, or those of its VLAN devices, are asked for.
    const places = ports.length < 2 && way.includes(bridge) ? [...ports, bridge] : ports
    const tags = [...new Set(way.map(tagOf).filter((tag) => tag !== null))]
    const lacking = tags.flatMap((vid) =>
      places.filter((d) => !isMember(members, d, vid)).map((d) => ({ d, vid })),
    )
    const [first] = lacking
    const shown = first?.d ?? dropped ?? way.findLast((d) => d.master === bridge.id) ?? bridge
    const self = shown === bridge
    return {
      words: first ? NO_MEMBER : VLAN,
      values: {
        bridge: bridge.name,
        where: scene.name(netns),
        device: self ? `${bridge.name} (self)` : shown.name,
        vid: first?.vid ?? 0,
      },
      mends: [
        ...tagged(scene, netns, bridge, lacking),
        ...untagged(scene, netns, bridge, members),
        mend([ip(scene.outcome.lab, netns, `link set ${bridge.name} type bridge vlan_filtering 0`)], 1.5),
      ],
      netns: netns.id,
      device: shown.id,
    }
  },
}

function filters({ kind, details }: DeviceView): boolean {
  return kind === 'bridge' && /vlan_filtering 1/.test(details ?? '')
}

function isMember(members: readonly Membership[], { name }: DeviceView, vid: number): boolean {
  return members.some((one) => one.port === name && one.vid === vid)
}

function membersOf({ outcome: { lab } }: Scene, netns: NetnsView): Membership[] {
  const { machine, line } = run(lab, netns, 'bridge vlan show')
  const found: Membership[] = []
  let port = ''
  for (const text of lab.aside(machine, line).output.split('\n').slice(1)) {
    const [, name = '', vid, flags = ''] = /^(\S*)\s+(\d+)(.*)$/.exec(text) ?? []
    if (name !== '') port = name
    if (vid !== undefined) found.push({ port, vid: Number(vid), pvid: /PVID/.test(flags) })
  }
  return found
}

/** Where frames come with a tag, members take it as it is. */
function tagged(
  { outcome: { lab } }: Scene,
  netns: NetnsView,
  bridge: DeviceView,
  lacking: readonly { readonly d: DeviceView; readonly vid: number }[],
): Mend[] {
  const add = ({ d, vid }: { readonly d: DeviceView; readonly vid: number }): Command =>
    run(lab, netns, `bridge vlan add vid ${vid} dev ${d.name}${d === bridge ? ' self' : ''}`)
  if (lacking.length === 0) return []
  // All of them are what one would type, though one may do.
  return [...(lacking.length > 1 ? lacking.map((one) => mend([add(one)])) : []), mend(lacking.map(add), -0.5)]
}

/** Every port into the VLAN that frames without a tag of another one are put into. */
function untagged(
  { outcome: { lab } }: Scene,
  netns: NetnsView,
  bridge: DeviceView,
  members: readonly Membership[],
): Mend[] {
  const ports = netns.devices.filter((d) => d.master === bridge.id)
  const vids = [...new Set([...members.filter(({ pvid }) => pvid).map(({ vid }) => vid), 1])]
  return vids
    .flatMap((vid) => ports.map((port) => ({ vid, port })))
    .filter(({ vid, port }) => !members.some((m) => m.port === port.name && m.vid === vid && m.pvid))
    .slice(0, 12)
    .map(({ vid, port }) =>
      mend([run(lab, netns, `bridge vlan add vid ${vid} dev ${port.name} pvid untagged`)]),
    )
}
