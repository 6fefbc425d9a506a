// The CNI plugin that publishes ports of a container on the host.
// (Ref: containernetworking/plugins plugins/meta/portmap/main.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { AF_INET } from '../../uapi/rtnetlink.ts'
import { IPPROTO_UDP } from '../../wire/ipv4.ts'
import { isV4, type IpNet } from './address.ts'
import type { Conf } from './conf.ts'
import { readNetConf } from './netconf.ts'
import { checkPorts, forwardPorts, unforwardPorts, type PortMapConf } from './portmaprules.ts'
import type { CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'

/** Kubernetes uses 14 and 15. */
const DEFAULT_MARK_BIT = 13

export const portmapPlugin: Command = {
  name: 'portmap',
  path: '/opt/cni/bin/portmap',
  summary: 'CNI plugin: publish ports of a namespace',
  supports: [
    'runtimeConfig portMappings, snat markMasqBit externalSetMarkChain conditionsV4 conditionsV6',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'portmap', add, check, del }),
}

interface PortMap {
  readonly conf: PortMapConf
  readonly before: CniResult | null
  /** The container's address of each family, IPv4 first. */
  readonly nets: readonly IpNet[]
}

function readConf(cni: CniCall, words: string): PortMap {
  const fail = (message: string): never => cni.fail(`${words}${message}`)
  const { conf, network } = readNetConf(cni, `${words}failed to parse network configuration: `, 'PortMapConf')
  const chain = conf.raw('externalSetMarkChain') === undefined ? null : conf.string('externalSetMarkChain')
  const bit = conf.intOr('markMasqBit')
  const ports =
    conf.object('runtimeConfig', 'PortMapConf')?.objects('portMappings', 'main.PortMapEntry') ?? []
  const read = {
    network,
    snat: conf.boolOr('snat') ?? true,
    conditionsV4: conf.strings('conditionsV4') ?? [],
    conditionsV6: conf.strings('conditionsV6') ?? [],
    markBit: bit ?? DEFAULT_MARK_BIT,
    setMarkChain: chain,
    ports: ports.map(readPort),
  }
  const before = cni.prevResult()
  if (bit !== null && chain !== null) fail('Cannot specify externalSetMarkChain and markMasqBit')
  if (read.markBit < 0 || read.markBit > 31) fail('MasqMarkBit must be between 0 and 31')
  for (const { containerPort, hostPort } of read.ports) {
    if (containerPort <= 0) fail(`Invalid container port number: ${containerPort}`)
    if (hostPort <= 0) fail(`Invalid host port number: ${hostPort}`)
  }
  return { conf: read, before, nets: before ? containerNets(cni, before) : [] }
}

function readPort(item: Conf): PortMapConf['ports'][number] {
  return {
    hostPort: item.int('hostPort'),
    containerPort: item.int('containerPort'),
    protocol: item.string('protocol'),
    hostIp: item.string('hostIP'),
  }
}

/** The first address of each family that is not known to be another device's. */
function containerNets(cni: CniCall, { ips, interfaces }: CniResult): IpNet[] {
  const own = ips.filter(({ interface: on }) => {
    const said = on === undefined ? undefined : interfaces[on]
    return !said || (said.name === cni.ifName && said.sandbox !== '')
  })
  return [true, false].flatMap((v4) => own.find(({ address }) => isV4(address.ip) === v4)?.address ?? [])
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { conf, before, nets } = readConf(cni, 'failed to parse config: ')
  if (!before) return cni.fail('must be called as chained plugin')
  if (conf.ports.length === 0) return before
  for (const net of nets) {
    yield* forwardPorts(cni, conf, net)
    deleteStaleFlows(cni, conf, isV4(net.ip))
  }
  return before
}

/** Flows of UDP that began before the rules would never meet them. */
function deleteStaleFlows({ p }: CniCall, { ports }: PortMapConf, v4: boolean): void {
  if (!v4) return
  const stale = ports
    .filter(({ protocol }) => protocol.toLowerCase() === 'udp')
    .map(({ hostPort }) => hostPort)
  if (stale.length === 0) return
  const reply = p.net.conntrack({ type: 'GET', family: AF_INET })
  for (const { id, orig } of reply.error ? [] : reply.entries) {
    if (orig.protocol !== IPPROTO_UDP || !stale.includes(orig.dport)) continue
    p.net.conntrack({ type: 'DELETE', id, orig, portid: p.pid })
  }
}

function* check(cni: CniCall): Blocking<null> {
  const { conf, before, nets } = readConf(cni, '')
  if (!before) cni.fail('Required prevResult missing')
  if (conf.ports.length > 0) for (const net of nets) yield* checkPorts(cni, conf, net)
  return null
}

function* del(cni: CniCall): Blocking<null> {
  const { conf } = readConf(cni, 'failed to parse config: ')
  if (conf.ports.length > 0) yield* unforwardPorts(cni, conf)
  return null
}
