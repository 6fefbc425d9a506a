// The device that macvlan and ipvlan networks stand on: one of the host's, or a VLAN of one that is made for it.
// (Ref: moby libnetwork/drivers/macvlan/macvlan_setup.go, ipvlan/ipvlan_setup.go)
import type { Process } from '../../../../os/program.ts'
import { invalidParameter, systemError, type ApiError } from '../apiError.ts'
import { addLink, deleteLink, goText, linkByName, setLinkUp } from '../netlink.ts'

const MAX_VLAN = 4094

/** Whether it had to be made. */
export function ensureParent(p: Process, parent: string): boolean | ApiError {
  if (linkByName(p, parent)) return false
  const [device, id, ...rest] = parent.split('.')
  if (device === undefined || id === undefined || rest.length > 0)
    return invalidParameter(`invalid subinterface vlan name ${parent}, example formatting is eth0.10`)
  if (!/^\d+$/.test(id))
    return invalidParameter(`unable to parse a valid vlan id from: ${parent} (ex. eth0.10 for vlan 10)`)
  const vlan = Number(id)
  if (vlan < 1 || vlan > MAX_VLAN)
    return invalidParameter(`vlan id must be between 1-4094, received: ${vlan}`)
  const under = linkByName(p, device)
  if (!under) return invalidParameter(`-o parent interface was not found on the host: ${device}`)
  const refused = addLink(p, {
    ifname: parent,
    link: under.index,
    linkinfo: { kind: 'vlan', vlan: { id: vlan } },
  })
  if (refused) return systemError(`failed to create ${parent} vlan link: ${goText(refused)}`)
  const made = linkByName(p, parent)
  const down = made ? setLinkUp(p, made.index) : null
  if (!down) return true
  deleteLink(p, parent)
  return systemError(`failed to enable ${parent} the macvlan parent link ${goText(down)}`)
}
