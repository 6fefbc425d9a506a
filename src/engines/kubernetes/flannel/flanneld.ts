// flanneld: the way from one node's pods to another's. Backend host-gw writes routes through the nodes; vxlan makes
// flannel.1 and writes its neighbours by hand. (Ref: flannel-io/flannel pkg/backend/{hostgw,vxlan}, pkg/trafficmngr)
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import {
  AF_BRIDGE,
  AF_INET,
  NTF_SELF,
  NUD_PERMANENT,
  RT_SCOPE_UNIVERSE,
  RTNH_F_ONLINK,
} from '../../../uapi/rtnetlink.ts'
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { formatMac, parseMac } from '../../../wire/mac.ts'
import { parseCidr } from '../../cni/address.ts'
import { makeFolders } from '../../cni/folders.ts'
import { addAddress, addLink, addRoute, ask, linkByName, routeAttrs, setUp } from '../../cni/links.ts'
import { capture } from '../../lib/capture.ts'
import { forEngine } from '../../lib/madeFor.ts'
import { isApiError, type ApiClient } from '../api/client.ts'
import { klog } from '../api/klog.ts'
import { flag, serverOf } from '../api/server.ts'
import { follow, type Cache } from '../api/watch.ts'
import type { Node } from '../api/types.ts'
import { flannelPlugin } from './plugin.ts'

const NETWORK = '10.244.0.0/16'
const DEVICE = 'flannel.1'
const VNI = 1
const PORT = 8472
/** What VXLAN puts around a packet. */
const OVERHEAD = 50
const DATA = 'flannel.alpha.coreos.com/backend-data'
const TYPE = 'flannel.alpha.coreos.com/backend-type'
const PUBLIC_IP = 'flannel.alpha.coreos.com/public-ip'

const SUBNET_FILE = '/run/flannel/subnet.env'
const NET_CONF = '/etc/kube-flannel/net-conf.json'

const CONFLIST = `{
  "name": "cbr0",
  "cniVersion": "0.3.1",
  "plugins": [
    {
      "type": "flannel",
      "delegate": {
        "hairpinMode": true,
        "isDefaultGateway": true
      }
    },
    {
      "type": "portmap",
      "capabilities": {
        "portMappings": true
      }
    }
  ]
}
`

export const flanneldCommand: Command = {
  name: 'flanneld',
  path: '/opt/bin/flanneld',
  summary: 'connects the pods of the nodes of a cluster',
  supports: ['--backend=host-gw', '--backend=vxlan'],
  *run(p) {
    const iface = flag(p, 'iface') ?? 'eth0'
    const cidr = flag(p, 'pod-cidr') ?? lastSubnet(p)
    const backend = flag(p, 'backend') ?? lastBackend(p)
    const vxlan = backend === 'vxlan'
    const ip = flag(p, 'public-ip') ?? ''
    const subnet = parseCidr(cidr)
    const link = linkByName(p, iface)
    if (!subnet || typeof subnet.ip !== 'number' || !link) {
      p.io.err(`flanneld: failed to find interface ${iface} or subnet ${cidr}\n`)
      return 1
    }
    p.procs.setMaker(forEngine('flannel'))
    klog(p, 'main.go:231', `Created subnet manager: Kubernetes Subnet Manager - ${p.net.hostname()}`)
    klog(p, 'main.go:234', 'Installing signal handlers')
    klog(p, 'main.go:468', `Found network config - Backend type: ${backend}`)
    klog(p, 'match.go:264', `Using interface with name ${iface} and address ${ip}`)
    install(p, subnet.ip, link.mtu - (vxlan ? OVERHEAD : 0), backend)
    klog(p, 'main.go:412', `Wrote subnet file to ${SUBNET_FILE}`)
    klog(p, 'main.go:416', 'Running backend.')
    yield* masquerade(p, cidr)
    if (vxlan) makeDevice(p, link.index, ip, subnet.ip)
    const own: Own = {
      name: flag(p, 'hostname-override') ?? p.net.hostname(),
      ip,
      vxlan,
      oif: link.index,
      routed: new Map(),
    }
    return yield* follow(p, serverOf(p), ['Node'], function* sync(cache: Cache, api: ApiClient) {
      yield* annotate(p, cache, api, own)
      syncRoutes(p, cache, own)
    })
  },
}

interface Own {
  readonly name: string
  readonly ip: string
  readonly vxlan: boolean
  readonly oif: number
  /** What was written, by the other node's network. */
  readonly routed: Map<string, string>
}

/** The plugin, its configuration, and what it reads: the DaemonSet's init containers do the first two. */
function install(p: Process, subnet: number, mtu: number, backend: string): void {
  makeFolders(p, '/opt/cni/bin')
  p.fs.install('/opt/cni/bin/flannel', flannelPlugin)
  makeFolders(p, '/etc/cni/net.d')
  p.fs.writeFile('/etc/cni/net.d/10-flannel.conflist', CONFLIST)
  makeFolders(p, '/etc/kube-flannel')
  const config = { Network: NETWORK, EnableNFTables: false, Backend: { Type: backend } }
  p.fs.writeFile(NET_CONF, `${JSON.stringify(config, null, 2)}\n`)
  makeFolders(p, '/run/flannel')
  const lines = [
    `FLANNEL_NETWORK=${NETWORK}`,
    `FLANNEL_SUBNET=${formatInet(subnet + 1)}/24`,
    `FLANNEL_MTU=${mtu}`,
    'FLANNEL_IPMASQ=true',
  ]
  p.fs.writeFile(SUBNET_FILE, `${lines.join('\n')}\n`)
}

/** What one before it was given: the configuration of its network, which is the same for all of a cluster. */
function lastBackend(p: Process): string {
  const text = p.fs.readText(NET_CONF)
  return /"Type": "([^"]+)"/.exec(isErrno(text) ? '' : text)?.[1] ?? 'vxlan'
}

/** The network of this node, as `10.244.1.0/24`. Ref: pkg/subnet/subnet.go:ReadCIDRFromSubnetFile() */
function lastSubnet(p: Process): string {
  const text = p.fs.readText(SUBNET_FILE)
  const [, start, bits] = /^FLANNEL_SUBNET=([\d.]+)\.\d+\/(\d+)$/m.exec(isErrno(text) ? '' : text) ?? []
  return start === undefined ? '' : `${start}.0/${bits}`
}

/** Ref: pkg/trafficmngr/iptables/iptables.go:masqRules(), forwardRules() */
function* masquerade(p: Process, cidr: string): Blocking<void> {
  const run = function* (table: string, ...words: readonly string[]): Blocking<boolean> {
    const done = yield* capture(p, '/usr/sbin/iptables', ['iptables', '-w', '5', '-t', table, ...words])
    if (isErrno(done)) p.io.err('flanneld: iptables cannot be run\n')
    return !isErrno(done) && done.status === 0
  }
  // What one before it left is written anew, and jumped to once.
  const begin = function* (
    table: string,
    chain: string,
    from: string,
    jump: readonly string[],
  ): Blocking<void> {
    const made = yield* run(table, '-N', chain)
    if (!made) yield* run(table, '-F', chain)
    if (made || !(yield* run(table, '-C', from, ...jump))) yield* run(table, '-A', from, ...jump)
  }
  const masq = ['-m', 'comment', '--comment', 'flanneld masq']
  const forward = ['-m', 'comment', '--comment', 'flanneld forward']
  yield* begin('nat', 'FLANNEL-POSTRTG', 'POSTROUTING', [...masq, '-j', 'FLANNEL-POSTRTG'])
  for (const rule of [
    ['-m', 'mark', '--mark', '0x4000/0x4000', ...masq, '-j', 'RETURN'],
    ['-s', cidr, '-d', NETWORK, ...masq, '-j', 'RETURN'],
    ['-s', NETWORK, '-d', cidr, ...masq, '-j', 'RETURN'],
    ['!', '-s', NETWORK, '-d', cidr, ...masq, '-j', 'RETURN'],
    ['-s', NETWORK, '!', '-d', '224.0.0.0/4', ...masq, '-j', 'MASQUERADE', '--random-fully'],
    ['!', '-s', NETWORK, '-d', NETWORK, ...masq, '-j', 'MASQUERADE', '--random-fully'],
  ]) {
    yield* run('nat', '-A', 'FLANNEL-POSTRTG', ...rule)
  }
  yield* begin('filter', 'FLANNEL-FWD', 'FORWARD', [...forward, '-j', 'FLANNEL-FWD'])
  for (const way of ['-s', '-d'])
    yield* run('filter', '-A', 'FLANNEL-FWD', way, NETWORK, ...forward, '-j', 'ACCEPT')
}

/** A tunnel that learns nothing: what it needs to know is written into it. */
function makeDevice(p: Process, under: number, ip: string, subnet: number): void {
  const local = parseInet(ip) ?? 0
  addLink(p, {
    ifname: DEVICE,
    linkinfo: { kind: 'vxlan', vxlan: { id: VNI, local, link: under, port: PORT, learning: false } },
  })
  const link = linkByName(p, DEVICE)
  if (!link) return
  addAddress(p, link.index, { ip: subnet, bits: 32 })
  setUp(p, link.index)
}

/** Where the others find this node's end of the tunnel. */
function* annotate(p: Process, cache: Cache, api: ApiClient, own: Own): Blocking<void> {
  const node = cache.get<Node>('Node', '', own.name)
  const link = linkByName(p, DEVICE)
  if (!node || node.metadata.annotations?.[PUBLIC_IP] === own.ip) return
  const data = own.vxlan && link ? JSON.stringify({ VNI, VtepMAC: formatMac(link.address) }) : 'null'
  const annotations = {
    ...node.metadata.annotations,
    [DATA]: data,
    [TYPE]: own.vxlan ? 'vxlan' : 'host-gw',
    'flannel.alpha.coreos.com/kube-subnet-manager': 'true',
    [PUBLIC_IP]: own.ip,
  }
  const done = yield* api.replace({ ...node, metadata: { ...node.metadata, annotations } })
  if (!isApiError(done)) cache.take({ type: 'MODIFIED', object: done })
}

function syncRoutes(p: Process, cache: Cache, own: Own): void {
  for (const node of cache.all<Node>('Node')) {
    const { podCIDR } = node.spec
    const subnet = podCIDR === undefined ? null : parseCidr(podCIDR)
    const address = parseInet(node.metadata.annotations?.[PUBLIC_IP] ?? '')
    if (node.metadata.name === own.name || !subnet || typeof subnet.ip !== 'number' || address === null)
      continue
    const data = node.metadata.annotations?.[DATA] ?? ''
    if (own.routed.get(podCIDR ?? '') === data) continue
    own.routed.set(podCIDR ?? '', data)
    const before = p.procs.maker()
    p.procs.setMaker({ provenance: { by: 'flannel', kind: 'node', name: node.metadata.name, detail: '' } })
    klog(
      p,
      own.vxlan ? 'vxlan_network.go:141' : 'route_network.go:93',
      `Subnet added: ${podCIDR} via ${formatInet(address)}`,
    )
    if (!own.vxlan) addRoute(p, { dst: subnet, oif: own.oif, gw: address }, { create: true, replace: true })
    else reachByTunnel(p, subnet.ip, address, data)
    p.procs.setMaker(before)
  }
}

/** ARP, FDB and route of another node's network. Ref: pkg/backend/vxlan/vxlan_network.go */
function reachByTunnel(p: Process, subnet: number, address: number, data: string): void {
  const link = linkByName(p, DEVICE)
  const mac = parseMac(/"VtepMAC":"([^"]+)"/.exec(data)?.[1] ?? '')
  if (!link || mac === null) return
  const { index } = link
  const state = NUD_PERMANENT
  const flags = { create: true, replace: true }
  ask(p, {
    type: 'RTM_NEWNEIGH',
    flags,
    neigh: { family: AF_INET, index, state, flags: 0, dst: subnet, lladdr: mac },
  })
  ask(p, {
    type: 'RTM_NEWNEIGH',
    flags,
    neigh: { family: AF_BRIDGE, index, state, flags: NTF_SELF, dst: address, lladdr: mac },
  })
  const route = routeAttrs({
    dst: { ip: subnet, bits: 24 },
    oif: index,
    scope: RT_SCOPE_UNIVERSE,
    gw: subnet,
  })
  ask(p, { type: 'RTM_NEWROUTE', flags, route: { ...route, flags: RTNH_F_ONLINK } })
}
