// Commands that connect what is not connected: a veth pair to the bridge the target hangs on, or to the target itself.
import { formatInet, type Inet } from '../../wire/inet.ts'
import type { NetnsView } from '../view.ts'
import { ip, mend, type Mend } from './commands.ts'
import { freeAddress, ownersOf } from './lookups.ts'
import type { Scene } from './scene.ts'

export function connections(scene: Scene, netns: NetnsView, target: Inet): Mend[] {
  const [owner] = ownersOf(scene, target)
  const { lab } = scene.outcome
  if (!owner || netns.name === null || owner.netns.machine !== netns.machine) return []
  const bridge = scene.links.segment(owner.device).find((d) => d.kind === 'bridge')
  const where = bridge && scene.netnsOf(bridge)
  if (!bridge || !where || where.machine !== netns.machine) return []
  const free = freeAddress(scene, target, owner.length)
  if (free === null) return []
  const near = freeName(where, `veth-${netns.name}`.slice(0, 15))
  return [
    mend([
      ip(lab, where, `link add ${near} type veth peer name eth0 netns ${netns.name}`),
      ip(lab, where, `link set ${near} master ${bridge.name} up`),
      ip(lab, netns, 'link set eth0 up'),
      ip(lab, netns, `addr add ${formatInet(free)}/${owner.length} dev eth0`),
    ]),
  ]
}

function freeName(netns: NetnsView, stem: string): string {
  const taken = new Set(netns.devices.map((d) => d.name))
  if (!taken.has(stem)) return stem
  let n = 1
  while (taken.has(`${stem.slice(0, 13)}${n}`)) n++
  return `${stem.slice(0, 13)}${n}`
}
