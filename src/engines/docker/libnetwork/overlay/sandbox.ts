// The hidden namespace of an overlay network: br0 with the network's gateway address, vxlan0, and veth0, veth1 … to the
// containers. Nothing is flooded: where an address lives is written down. (Ref: moby libnetwork/drivers/overlay/
// ov_network.go:initSubnetSandbox(), ov_utils.go:createVxlan(), peerdb.go, osl/neigh_linux.go)
import type { Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { NetnsRef } from '../../../../uapi/netns.ts'
import {
  AF_BRIDGE,
  AF_INET,
  NTF_SELF,
  NUD_PERMANENT,
  type LinkRequest,
  type NeighRequest,
} from '../../../../uapi/rtnetlink.ts'
import { systemError, type ApiError } from '../apiError.ts'
import { generateIfaceName } from '../ids.ts'
import { freeName, holdNetns, NETNS_DIRECTORY, releaseNetns } from '../interfaces.ts'
import {
  addAddress,
  addLink,
  goText,
  inNetns,
  linkByName,
  setLink,
  setLinkUp,
  writeSysctl,
} from '../netlink.ts'
import type { Prefix } from '../prefix.ts'

const ID_LENGTH = 10

export interface OverlayConfig {
  readonly id: string
  readonly gateway: Prefix | null
  readonly vni: number
  readonly mtu: number
  readonly port: number
}

interface PeerEntry {
  readonly ip: number
  readonly mac: number
  readonly vtep: number
}

export class OverlaySandbox {
  readonly key: string
  readonly mtu: number
  readonly #netns: NetnsRef

  private constructor(key: string, mtu: number, netns: NetnsRef) {
    this.key = key
    this.mtu = mtu
    this.#netns = netns
  }

  static make(p: Process, { id, gateway, vni, mtu, port }: OverlayConfig): OverlaySandbox | ApiError {
    const netns = p.net.createNetns()
    if (isErrno(netns)) return systemError(`could not get network sandbox: ${goText(netns)}`)
    const sandbox = new OverlaySandbox(`${NETNS_DIRECTORY}/1-${id.slice(0, ID_LENGTH)}`, mtu, netns)
    holdNetns(p, sandbox.key, netns)
    inNetns(p, netns, () => {
      addLink(p, { ifname: 'br0', txqlen: 0, linkinfo: { kind: 'bridge' } })
      const br0 = linkByName(p, 'br0')
      if (!br0) return
      writeSysctl(p, 'net/ipv6/conf/br0/disable_ipv6', '1')
      if (gateway) addAddress(p, br0.index, gateway)
      setLinkUp(p, br0.index)
    })
    const name = generateIfaceName(p).replace('veth', 'vx-')
    const refused = addLink(p, vxlan(name, vni, mtu, port))
    if (refused) {
      sandbox.destroy(p)
      const what = `error creating vxlan interface: ${goText(refused)}`
      return systemError(`network sandbox join failed: subnet sandbox join failed: ${what}`)
    }
    sandbox.#move(p, name, 'vxlan')
    return sandbox
  }

  /** An end of a container's pair, into the bridge; its name there. */
  addPort(p: Process, ifname: string): string {
    return this.#move(p, ifname, 'veth')
  }

  addPeer(p: Process, peer: PeerEntry): void {
    this.#change(p, peer, (neigh) =>
      p.net.rtnetlink({ type: 'RTM_NEWNEIGH', flags: { create: true, replace: true }, neigh }),
    )
  }

  deletePeer(p: Process, peer: PeerEntry): void {
    this.#change(p, peer, (neigh) => p.net.rtnetlink({ type: 'RTM_DELNEIGH', neigh }))
  }

  destroy(p: Process): void {
    releaseNetns(p, this.key)
  }

  #change(p: Process, { ip, mac, vtep }: PeerEntry, change: (neigh: NeighRequest) => void): void {
    inNetns(p, this.#netns, () => {
      const link = linkByName(p, 'vxlan0')
      if (!link) return
      const { index } = link
      change({ family: AF_INET, index, state: NUD_PERMANENT, flags: 0, dst: ip, lladdr: mac })
      change({ family: AF_BRIDGE, index, state: NUD_PERMANENT, flags: NTF_SELF, dst: vtep, lladdr: mac })
    })
  }

  /** Ref: osl/interface_linux.go:AddInterface() */
  #move(p: Process, ifname: string, prefix: string): string {
    const outside = linkByName(p, ifname)
    if (outside) setLink(p, { index: outside.index, netns: this.#netns })
    return inNetns(p, this.#netns, () => {
      const link = linkByName(p, ifname)
      const master = linkByName(p, 'br0')
      if (!link || !master) return ifname
      const newName = freeName(p, prefix)
      writeSysctl(p, `net/ipv6/conf/${ifname}/disable_ipv6`, '1')
      setLink(p, { index: link.index, master: master.index })
      setLink(p, { index: link.index, newName })
      setLinkUp(p, link.index)
      return newName
    })
  }
}

/** Ref: ov_utils.go:createVxlan() */
function vxlan(ifname: string, id: number, mtu: number, port: number): LinkRequest {
  return {
    ifname,
    mtu,
    txqlen: 0,
    linkinfo: { kind: 'vxlan', vxlan: { id, port, learning: true, proxy: true, l2miss: true, l3miss: true } },
  }
}
