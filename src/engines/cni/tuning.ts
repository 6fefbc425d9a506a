// The CNI plugin that sets sysctls and attributes of a container's device.
// (Ref: containernetworking/plugins plugins/meta/tuning/tuning.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { IFF_ALLMULTI, IFF_PROMISC } from '../../uapi/if.ts'
import type { LinkMessage, LinkRequest } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { envArgs } from './envargs.ts'
import { makeFolders } from './folders.ts'
import { isObject, marshalIndent } from './gojson.ts'
import { goErrno, isNetnsFailure, linkByName, LINK_NOT_FOUND, openNetns, setLink, within } from './links.ts'
import { readNetConf } from './netconf.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import { macOf } from './veth.ts'

const DEFAULT_FOLDER = '/run/cni/tuning'

export const tuningPlugin: Command = {
  name: 'tuning',
  path: '/opt/cni/bin/tuning',
  summary: 'CNI plugin: set sysctls and attributes of a device',
  supports: [
    'sysctl mac mtu promisc allmulti dataDir',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'tuning', add, check, del }),
}

interface TuningConf {
  readonly dataDir: string
  readonly sysctl: ReadonlyMap<string, string>
  readonly mac: string
  readonly promisc: boolean
  readonly mtu: number
  readonly allmulti: boolean | null
}

function readConf(cni: CniCall): TuningConf {
  const { conf } = readNetConf(cni, 'failed to load netconf: ', 'TuningConf')
  const args = conf.object('args', 'TuningConf')?.object('cni', 'IPAMArgs') ?? null
  const pairs = [conf.raw('sysctl'), args?.raw('sysctl')].flatMap((value) => {
    return isObject(value) ? Object.entries(value).map(([key, v]) => [key, String(v)] as const) : []
  })
  const fromEnvironment = envArgs(cni, ['MAC']).get('MAC') ?? ''
  const fromRuntime = conf.object('runtimeConfig', 'TuningConf')?.string('mac') ?? ''
  return {
    dataDir: conf.string('dataDir') || DEFAULT_FOLDER,
    sysctl: new Map(pairs),
    mac: args?.string('mac') || fromRuntime || fromEnvironment || conf.string('mac'),
    promisc: args?.boolOr('promisc') ?? conf.bool('promisc'),
    mtu: args?.intOr('mtu') ?? conf.int('mtu'),
    allmulti: args?.boolOr('allmulti') ?? conf.boolOr('allmulti'),
  }
}

function inside<T>(cni: CniCall, work: () => T): T {
  const netns = openNetns(cni.p, cni.netns)
  return isNetnsFailure(netns) ? cni.fail(netns.message) : within(cni.p, netns, work)
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const conf = readConf(cni)
  const result = cni.prevResult() ?? cni.fail('Required prevResult missing')
  inside(cni, () => {
    writeSysctls(cni, conf.sysctl)
    if (conf.mac === '' && conf.mtu === 0 && !conf.promisc && conf.allmulti === null) return
    const link = deviceOf(cni)
    keep(cni, conf, link)
    if (conf.mac !== '') setMac(cni, link, conf.mac)
    if (conf.promisc) setFlag(cni, link, IFF_PROMISC, true)
    if (conf.mtu !== 0) change(cni, { index: link.index, mtu: conf.mtu })
    if (conf.allmulti !== null) setFlag(cni, link, IFF_ALLMULTI, conf.allmulti)
  })
  if (conf.mac !== '') for (const on of result.interfaces) if (on.name === cni.ifName) on.mac = conf.mac
  return result
}

function deviceOf(cni: CniCall): LinkMessage {
  return linkByName(cni.p, cni.ifName) ?? cni.fail(`failed to get "${cni.ifName}": ${LINK_NOT_FOUND}`)
}

function writeSysctls(cni: CniCall, sysctls: ReadonlyMap<string, string>): void {
  for (const [key, value] of sysctls) {
    const path = `/proc/sys/${key.replaceAll('.', '/').replace('IFNAME', cni.ifName)}`
    if (!path.startsWith('/proc/sys/net/')) cni.fail(`invalid net sysctl key: "${key}"`)
    const error = cni.p.fs.writeFile(path, value)
    if (error) cni.fail(`open ${path}: ${goErrno(error)}`)
  }
}

function change(cni: CniCall, link: LinkRequest): void {
  const error = setLink(cni.p, link)
  if (error) cni.fail(goErrno(error))
}

function setFlag(cni: CniCall, { index }: LinkMessage, flag: number, on: boolean): void {
  change(cni, { index, flags: on ? flag : 0, change: flag })
}

function setMac(cni: CniCall, { index }: LinkMessage, text: string): void {
  const address = macOf(text)
  if (address === null) {
    return cni.fail(`invalid args ${text} for MAC addr: address ${text}: invalid MAC address`)
  }
  change(cni, { index, address })
}

// ---- what DEL puts back

function backupPath(cni: CniCall, { dataDir }: TuningConf): string {
  return `${dataDir}/${cni.containerId}_${cni.ifName}.json`
}

function keep(cni: CniCall, conf: TuningConf, link: LinkMessage): void {
  const before = {
    ...(conf.mac === '' ? {} : { mac: formatMac(link.address) }),
    ...(conf.promisc ? { promisc: link.promiscuity !== 0 } : {}),
    ...(conf.mtu === 0 ? {} : { mtu: link.mtu }),
    ...(conf.allmulti === null ? {} : { allmulti: (link.flags & IFF_ALLMULTI) !== 0 }),
  }
  makeFolders(cni.p, conf.dataDir)
  cni.p.fs.writeFile(backupPath(cni, conf), marshalIndent(before, ' '))
}

function* del(cni: CniCall): Blocking<null> {
  const conf = readConf(cni)
  const netns = openNetns(cni.p, cni.netns)
  if (isNetnsFailure(netns)) return null
  return within(cni.p, netns, () => restore(cni, conf))
}

function restore(cni: CniCall, conf: TuningConf): null {
  const { p, ifName } = cni
  const path = backupPath(cni, conf)
  const text = p.fs.readText(path)
  const link = linkByName(p, ifName)
  if (isErrno(text) || !link) return null
  const before: unknown = JSON.parse(text)
  if (!isObject(before)) return null
  const { mtu, mac, promisc, allmulti } = before
  const { index } = link
  const address = typeof mac === 'string' ? macOf(mac) : null
  const flag = (bit: number, on: unknown): LinkRequest => ({
    index,
    flags: on === true ? bit : 0,
    change: bit,
  })
  const requests: (LinkRequest | null)[] = [
    typeof mtu === 'number' ? { index, mtu } : null,
    address === null ? null : { index, address },
    typeof promisc === 'boolean' ? flag(IFF_PROMISC, promisc) : null,
    typeof allmulti === 'boolean' ? flag(IFF_ALLMULTI, allmulti) : null,
  ]
  const errors = requests.flatMap((request) => (request ? (setLink(p, request) ?? []) : []))
  if (errors.length === 0) p.fs.unlink(path)
  return null
}

// ---- CHECK

function* check(cni: CniCall): Blocking<null> {
  const conf = readConf(cni)
  if (!cni.prevResult()) cni.fail('Required prevResult missing')
  return inside(cni, () => {
    checkSysctls(cni, conf.sysctl)
    checkDevice(cni, conf)
    return null
  })
}

function checkSysctls(cni: CniCall, sysctls: ReadonlyMap<string, string>): void {
  for (const [key, value] of sysctls) {
    const path = `/proc/sys/${key.replaceAll('.', '/')}`
    const text = cni.p.fs.readText(path)
    if (isErrno(text)) return cni.fail(`open ${path}: ${goErrno(text)}`)
    const now = text.replace(/\n$/, '')
    if (now === value) continue
    cni.fail(`Error: Tuning configured value of ${path} is ${value}, current value is ${now}`)
  }
}

function checkDevice(cni: CniCall, { mac, promisc, mtu, allmulti }: TuningConf): void {
  const { ifName } = cni
  const link = linkByName(cni.p, ifName) ?? cni.fail(`Cannot find container link ${ifName}`)
  const wrong = (what: string, want: unknown, have: unknown): never => {
    return cni.fail(`Error: Tuning ${what} is ${want}, current value is ${have}`)
  }
  const address = formatMac(link.address)
  if (mac !== '' && mac !== address) wrong(`configured Ethernet of ${ifName}`, mac, address)
  if (promisc !== (link.promiscuity !== 0))
    wrong(`link ${ifName} configured promisc`, promisc, link.promiscuity)
  if (mtu !== 0 && mtu !== link.mtu) wrong(`configured MTU of ${ifName}`, mtu, link.mtu)
  const all = (link.flags & IFF_ALLMULTI) !== 0
  if (allmulti !== null && allmulti !== all)
    wrong(`configured all-multicast mode of ${ifName}`, allmulti, all)
}
