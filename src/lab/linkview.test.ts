import { expect, it } from 'vitest'
import { fullLab } from './full.ts'
import { ViewBuilder } from './viewbuilder.ts'

const COMMANDS = `ip netns add red; ip link add eth9 type veth peer name eth0 netns red; ip link set eth9 up
ip link add link eth9 name eth9.10 type vlan id 10
ip link add link eth9 name mv0 type macvlan mode bridge; ip link set mv0 netns red
ip link add link eth9 name iv0 type ipvlan mode l3 2>/dev/null
ip link add vx0 type vxlan id 42 dev eth9 remote 10.0.0.2 dstport 4789
bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3`

it('tells what a device stands on, and what distinguishes it', () => {
  const lab = fullLab()
  lab.exec('host', COMMANDS)
  const builder = new ViewBuilder(lab)
  builder.update(false)
  const devices = builder.view.machines.flatMap((m) => m.namespaces).flatMap((n) => n.devices)
  const names = new Map(devices.map((d) => [d.id, d.name]))
  const seen = devices
    .filter((d) => d.note !== null)
    .map((d) =>
      `${d.name}: ${d.note} on ${d.parent && names.get(d.parent)} ${d.tunnel?.remotes.join() ?? ''}`.trim(),
    )
  expect(devices.flatMap((d) => d.details ?? [])).toEqual([
    'vlan id 10',
    'vxlan id 42 dev eth9 remote 10.0.0.2 dstport 4789',
    'macvlan mode bridge',
  ])
  expect(seen).toEqual([
    'eth9.10: vlan 10 on eth9',
    'vx0: VNI 42 on eth9 10.0.0.2,10.0.0.3',
    'mv0: macvlan bridge on eth9',
  ])
})
