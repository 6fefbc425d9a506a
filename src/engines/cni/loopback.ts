// The CNI plugin that brings a container's lo up. (Ref: containernetworking/plugins plugins/main/loopback/loopback.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { IFF_UP } from '../../uapi/if.ts'
import { AF_INET, AF_INET6 } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import type { IpNet } from './address.ts'
import { isObject } from './gojson.ts'
import { addressesOf, isNetnsFailure, linkByName, openNetns, setLinkFlag, within } from './links.ts'
import { prevResult, resultJson, type CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'

export const loopbackPlugin: Command = {
  name: 'loopback',
  path: '/opt/cni/bin/loopback',
  summary: 'CNI plugin: bring up lo in a namespace',
  supports: ['CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input'],
  run: cniProgram({ name: 'loopback', add, check, del }),
}

/** Does `work` in the container's namespace. */
function inside<T>(cni: CniCall, work: (p: Process) => T): T {
  const netns = openNetns(cni.p, cni.netns)
  return isNetnsFailure(netns) ? cni.fail(netns.message) : within(cni.p, netns, () => work(cni.p))
}

function checkPrevResult(cni: CniCall): CniResult | null {
  const { prevResult: value } = cni.config
  if (value !== undefined && value !== null && !isObject(value)) {
    const field = 'Go struct field NetConf.prevResult of type map[string]interface {}'
    const kind = Array.isArray(value) ? 'array' : typeof value
    cni.fail(`failed to parse network config: json: cannot unmarshal ${kind} into ${field}`)
  }
  const fail = (message: string): never => cni.fail(`failed to parse prevResult: ${message}`)
  return prevResult(cni.config, cni.version, fail)
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const before = checkPrevResult(cni)
  const result = inside(cni, (p) => {
    const lo = linkByName(p, 'lo')
    if (!lo) return cni.fail('Link not found')
    setLinkFlag(p, lo.index, IFF_UP, true)
    const nets = [AF_INET, AF_INET6].flatMap((family): IpNet[] => {
      const [first] = addressesOf(p, lo.index, family)
      return first ? [{ ip: first.local, bits: first.prefixlen }] : []
    })
    return {
      interfaces: [{ name: lo.ifname, mac: formatMac(lo.address), sandbox: cni.netns }],
      ips: nets.map((address) => ({ interface: 0, address })),
      routes: [],
      dns: {},
    }
  })
  // In a chain it passes on what the plugins before it made.
  if (before) return before
  if (cni.version === '') return result
  // It says that its result has the form that was asked for already, so that none is put into an older one.
  const json = resultJson(result, '1.0.0')
  return typeof json === 'string' ? result : { json: { ...json, cniVersion: cni.version } }
}

function* check(cni: CniCall): Blocking<null> {
  return inside(cni, (p) => {
    const lo = linkByName(p, 'lo')
    return lo && lo.flags & IFF_UP ? null : cni.fail('loopback interface is down')
  })
}

/** A namespace that is gone took its lo along: nothing is left to do. */
function* del(cni: CniCall): Blocking<null> {
  if (cni.netns === '') return null
  const netns = openNetns(cni.p, cni.netns)
  if (isNetnsFailure(netns)) return netns.absent ? null : cni.fail(netns.message)
  return within(cni.p, netns, () => {
    const lo = linkByName(cni.p, 'lo')
    if (lo) setLinkFlag(cni.p, lo.index, IFF_UP, false)
    return null
  })
}
