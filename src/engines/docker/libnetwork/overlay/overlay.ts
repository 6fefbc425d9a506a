// The overlay driver: a hidden namespace for each network, with a bridge, a VXLAN device, and an end of a veth pair for
// each of its containers here; entries for those elsewhere. Read first: sandbox.ts. (Ref: moby libnetwork/drivers/overlay)
import type { Blocking, Process } from '../../../../os/program.ts'
import { formatMac, parseMac } from '../../../../wire/mac.ts'
import { systemError, type ApiError } from '../apiError.ts'
import type { Driver } from '../drivers/driver.ts'
import { generateIfaceName } from '../ids.ts'
import { addLink, deleteLink, goText, linkByName, setLink } from '../netlink.ts'
import type { Endpoint, Network } from '../network.ts'
import { formatAddr, parsePrefix } from '../prefix.ts'
import { forNetwork } from '../provenance.ts'
import { OverlaySandbox } from './sandbox.ts'

/** Outer Ethernet, IP, UDP and VXLAN headers (RFC 7348). */
const VXLAN_ENCAP = 50
const DEFAULT_MTU = 1500

export const VNI_OPTION = 'com.docker.network.driver.overlay.vxlanid_list'
const MTU_OPTION = 'com.docker.network.driver.mtu'

/** An endpoint as other nodes have to know it (Ref: overlay.proto PeerRecord). */
export interface Peer {
  readonly network: string
  readonly endpoint: string
  /** With the network's length. */
  readonly ip: string
  readonly mac: string
  /** Where its node takes VXLAN packets. */
  readonly vtep: string
}

interface Joined {
  readonly network: Network
  sandbox: OverlaySandbox | null
  /** Those elsewhere, by their endpoint. */
  readonly peers: Map<string, Peer>
}

export class OverlayDriver implements Driver {
  readonly scope = 'swarm'
  readonly addressed = true
  readonly #p: Process
  readonly #networks = new Map<string, Joined>()
  /** UDP port that VXLAN packets are sent to. */
  dataPathPort = 4789

  constructor(p: Process) {
    this.#p = p
  }

  check(): { readonly skipGateway: boolean } {
    return { skipGateway: false }
  }

  *createNetwork(network: Network): Blocking<ApiError | null> {
    yield* []
    this.#networks.set(network.id, { network, sandbox: null, peers: new Map() })
    return null
  }

  *deleteNetwork({ id }: Network): Blocking<void> {
    yield* []
    this.#networks.get(id)?.sandbox?.destroy(this.#p)
    this.#networks.delete(id)
  }

  *createEndpoint(endpoint: Endpoint): Blocking<ApiError | null> {
    yield* []
    const p = this.#p
    const joined = this.#networks.get(endpoint.network.id)
    if (!joined) return systemError(`network id "${endpoint.network.id}" not found`)
    const { addr4 } = endpoint
    if (!addr4) return systemError('no IPv4 address for the overlay endpoint')
    if (endpoint.mac === 0) endpoint.mac = 0x0242 * 2 ** 32 + Number(addr4.value)
    const sandbox = this.#sandboxOf(joined)
    if (!(sandbox instanceof OverlaySandbox)) return sandbox
    const inner = generateIfaceName(p)
    endpoint.srcName = generateIfaceName(p)
    const peer = { ifname: endpoint.srcName, txqlen: 0 }
    const refused = addLink(p, { ifname: inner, txqlen: 0, linkinfo: { kind: 'veth', peer } })
    if (refused) return systemError(`failed to create veth pair: ${goText(refused)}`)
    for (const name of [inner, endpoint.srcName]) {
      const link = linkByName(p, name)
      if (link) setLink(p, { index: link.index, mtu: sandbox.mtu })
    }
    endpoint.hostName = sandbox.addPort(p, inner)
    return null
  }

  *waitForward(): Blocking<void> {
    yield* []
  }

  *deleteEndpoint(endpoint: Endpoint): Blocking<void> {
    yield* []
    deleteLink(this.#p, endpoint.srcName)
  }

  ifacePrefix(): string {
    return 'eth'
  }

  gateway(): null {
    return null
  }

  /** What others have to know of an endpoint of this node. */
  peerOf({ id, network, addr4, mac }: Endpoint, vtep: string): Peer | null {
    const prefix = network.subnetOf(4)?.pool.prefix
    if (!addr4 || !prefix) return null
    const ip = `${formatAddr(addr4)}/${prefix.length}`
    return { network: network.id, endpoint: id, ip, mac: formatMac(mac), vtep }
  }

  /** Where the node of an endpoint elsewhere takes VXLAN packets. */
  vtepOf(network: string, endpoint: string): string {
    return this.#networks.get(network)?.peers.get(endpoint)?.vtep ?? ''
  }

  peerAdd(peer: Peer): void {
    const joined = this.#networks.get(peer.network)
    if (!joined) return
    joined.peers.set(peer.endpoint, peer)
    if (joined.sandbox) this.#tell(joined.sandbox, joined.network, peer)
  }

  peerDelete(peer: Peer): void {
    const joined = this.#networks.get(peer.network)
    if (!joined?.peers.delete(peer.endpoint)) return
    joined.sandbox?.deletePeer(this.#p, entryOf(peer))
  }

  /** What another node gossips of its endpoints is written down for the network, whoever runs now. */
  #tell(sandbox: OverlaySandbox, network: Network, peer: Peer): void {
    const { procs } = this.#p
    const before = procs.maker()
    procs.setMaker(forNetwork(network))
    sandbox.addPeer(this.#p, entryOf(peer))
    procs.setMaker(before)
  }

  /** Made with the first endpoint. */
  #sandboxOf(joined: Joined): OverlaySandbox | ApiError {
    if (joined.sandbox) return joined.sandbox
    const { id, record } = joined.network
    const gateway = joined.network.subnetOf(4)?.gateway ?? null
    const vni = Number(record.options[VNI_OPTION])
    const sandbox = OverlaySandbox.make(this.#p, {
      id,
      gateway,
      vni,
      mtu: mtuOf(record.options),
      port: this.dataPathPort,
    })
    if (!(sandbox instanceof OverlaySandbox)) return sandbox
    joined.sandbox = sandbox
    for (const peer of joined.peers.values()) this.#tell(sandbox, joined.network, peer)
    return sandbox
  }
}

/** Ref: moby libnetwork/drivers/overlay/overlayutils, ov_network.go:maxMTU() */
function mtuOf(options: Readonly<Record<string, string>>): number {
  const said = Number(options[MTU_OPTION] ?? 0) || DEFAULT_MTU
  return said - VXLAN_ENCAP
}

function entryOf({ ip, mac, vtep }: Peer): { ip: number; mac: number; vtep: number } {
  return {
    ip: Number(parsePrefix(ip)?.value ?? 0n),
    mac: parseMac(mac) ?? 0,
    vtep: Number(parsePrefix(`${vtep}/32`)?.value ?? 0n),
  }
}
