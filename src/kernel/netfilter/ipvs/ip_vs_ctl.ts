// Requests about services and servers, and the module itself. Ref: net/netfilter/ipvs/ip_vs_ctl.c
import { EEXIST, EINVAL, ENOENT, ERANGE, ESRCH, type Errno } from '../../../uapi/errno.ts'
import {
  isIpvsScheduler,
  type IpvsDest,
  type IpvsDestId,
  type IpvsDestOptions,
  type IpvsReply,
  type IpvsRequest,
  type IpvsService,
  type IpvsServiceId,
  type IpvsServiceOptions,
} from '../../../uapi/ipvs.ts'
import { RTN_LOCAL, RTN_UNICAST } from '../../../uapi/rtnetlink.ts'
import { LOG_INFO } from '../../../uapi/syslog.ts'
import type { KernelModule } from '../../core/module.ts'
import type { Net, Stack } from '../../core/net.ts'
import { printk } from '../../core/printk.ts'
import { inetAddrType } from '../../ipv4/addr_type.ts'
import { ipvsOf, serviceKey, type IpVsDest, type IpVsService, type NetnsIpvs } from './ip_vs.ts'
import { IP_VS_OPS } from './ip_vs_core.ts'
import { IpVsStats } from './ip_vs_est.ts'
import { registerProc } from './ip_vs_proc.ts'
import { ipVsScheduler } from './ip_vs_sched.ts'
import { registerSysctls } from './ip_vs_sysctl.ts'

/** On machines where somebody has asked for it, as Linux loads the module then. */
const loaded = new WeakSet<Stack>()

/** The rows of the connection table (CONFIG_IP_VS_TAB_BITS is 12). */
const TABLE_SIZE = 4096

/** Ref: ip_vs_init() */
function loadIpVs(stack: Stack): void {
  if (loaded.has(stack)) return
  loaded.add(stack)
  registerProc(stack, TABLE_SIZE)
  registerSysctls(stack)
  say(stack, 'Registered protocols (TCP, UDP)')
  say(stack, `Connection hash table configured (size=${TABLE_SIZE}, memory=${(TABLE_SIZE * 8) / 1024}Kbytes)`)
  say(stack, 'ipvs loaded.')
}

function say(stack: Stack, text: string): void {
  printk(stack, LOG_INFO, `IPVS: ${text}`)
}

/** Each scheduler is a module of its own. */
const registered = new WeakMap<Stack, Set<string>>()

/** Ref: register_ip_vs_scheduler() */
function loadScheduler(stack: Stack, name: string): void {
  let names = registered.get(stack)
  if (!names) registered.set(stack, (names = new Set()))
  if (names.has(name)) return
  names.add(name)
  say(stack, `[${name}] scheduler registered.`)
}

function ipvsRcv(net: Net, request: IpvsRequest): IpvsReply {
  loadIpVs(net.stack)
  const ipvs = ipvsOf(net)
  const error = change(ipvs, request)
  if (error) return { error }
  const services = request.type === 'IPVS_CMD_GET_SERVICE' ? shown(ipvs, request.service) : []
  return { services, timeouts: ipvs.timeouts }
}

/** Ref: ip_vs_genl_set_cmd() */
function change(ipvs: NetnsIpvs, request: IpvsRequest): Errno | null {
  if (request.type === 'IPVS_CMD_GET_CONFIG') return null
  if (request.type === 'IPVS_CMD_FLUSH') {
    for (const svc of [...ipvs.services.values()]) delService(ipvs, svc)
    return null
  }
  if (request.type === 'IPVS_CMD_SET_CONFIG') {
    const { tcp, tcpFin, udp } = request.timeouts
    const was = ipvs.timeouts
    ipvs.timeouts = { tcp: tcp || was.tcp, tcpFin: tcpFin || was.tcpFin, udp: udp || was.udp }
    return null
  }
  const svc = request.service && ipvs.services.get(serviceKey(request.service))
  if (request.type === 'IPVS_CMD_NEW_SERVICE') {
    return svc ? EEXIST : addService(ipvs, request.service, request.options)
  }
  if (request.service === null) {
    if (request.type === 'IPVS_CMD_ZERO') zeroAll(ipvs)
    return null
  }
  if (!svc) return ESRCH
  switch (request.type) {
    case 'IPVS_CMD_SET_SERVICE':
      return editService(ipvs, svc, request.options)
    case 'IPVS_CMD_DEL_SERVICE':
      delService(ipvs, svc)
      return null
    case 'IPVS_CMD_ZERO':
      zero(svc)
      return null
    case 'IPVS_CMD_NEW_DEST':
      return addDest(ipvs, svc, request.dest, request.options)
    case 'IPVS_CMD_SET_DEST':
      return editDest(ipvs, svc, request.dest, request.options)
    case 'IPVS_CMD_DEL_DEST':
      return delDest(ipvs, svc, request.dest)
    case 'IPVS_CMD_GET_SERVICE':
      return null
  }
}

/** Ref: ip_vs_add_service() */
function addService(ipvs: NetnsIpvs, id: IpvsServiceId, options: IpvsServiceOptions): Errno | null {
  const { stack, nf } = ipvs.net
  const { scheduler } = options
  if (!isIpvsScheduler(scheduler)) {
    say(stack, `Scheduler module ip_vs_${scheduler} not found`)
    return ENOENT
  }
  loadScheduler(stack, scheduler)
  if (ipvs.services.size === 0) for (const ops of IP_VS_OPS) nf.register(ops)
  const scheduling = ipVsScheduler(scheduler)
  const svc: IpVsService = { id, options, scheduling, dests: [], stats: new IpVsStats(stack.clock) }
  scheduling.changed?.(svc)
  ipvs.services.set(serviceKey(id), svc)
  ipvs.net.version++
  return null
}

/** Ref: ip_vs_edit_service() */
function editService(ipvs: NetnsIpvs, svc: IpVsService, options: IpvsServiceOptions): Errno | null {
  const { scheduler } = options
  const { stack } = ipvs.net
  if (!isIpvsScheduler(scheduler)) {
    say(stack, `Scheduler module ip_vs_${scheduler} not found`)
    return ENOENT
  }
  loadScheduler(stack, scheduler)
  if (scheduler !== svc.scheduling.name) svc.scheduling = ipVsScheduler(scheduler)
  svc.options = options
  svc.scheduling.changed?.(svc)
  ipvs.net.version++
  return null
}

/** Ref: ip_vs_unlink_service() */
function delService(ipvs: NetnsIpvs, svc: IpVsService): void {
  for (const dest of svc.dests) toTrash(ipvs, svc, dest)
  ipvs.services.delete(serviceKey(svc.id))
  if (ipvs.services.size === 0) for (const ops of IP_VS_OPS) ipvs.net.nf.unregister(ops)
  ipvs.net.version++
}

/** Ref: ip_vs_zero_service() */
function zero(svc: IpVsService): void {
  svc.stats.zero()
  for (const { stats } of svc.dests) stats.zero()
}

/** Ref: ip_vs_zero_all() */
function zeroAll(ipvs: NetnsIpvs): void {
  for (const svc of ipvs.services.values()) zero(svc)
  ipvs.stats.zero()
}

function findDest({ dests }: IpVsService, { address, port }: IpvsDestId): IpVsDest | null {
  return dests.find((dest) => dest.address === address && dest.port === port) ?? null
}

/** Ref: ip_vs_add_dest(), ip_vs_new_dest() */
function addDest(ipvs: NetnsIpvs, svc: IpVsService, id: IpvsDestId, options: IpvsDestOptions): Errno | null {
  if (options.lower > options.upper) return ERANGE
  if (findDest(svc, id)) return EEXIST
  const type = inetAddrType(ipvs.net, id.address)
  if (type !== RTN_LOCAL && type !== RTN_UNICAST) return EINVAL
  const { address, port } = id
  const counts = { active: 0, inactive: 0, persistent: 0, stats: new IpVsStats(ipvs.net.stack.clock) }
  const made: IpVsDest = { svc, address, port, options, overloaded: false, available: true, ...counts }
  const dest = fromTrash(ipvs, svc, id) ?? made
  dest.svc = svc
  dest.available = true
  update(dest, options)
  svc.dests = [dest, ...svc.dests]
  svc.scheduling.changed?.(svc)
  ipvs.net.version++
  return null
}

/** Ref: __ip_vs_update_dest() */
function update(dest: IpVsDest, options: IpvsDestOptions): void {
  if (options.upper === 0 || options.upper > dest.options.upper) dest.overloaded = false
  dest.options = options
}

/** Ref: ip_vs_edit_dest() */
function editDest(ipvs: NetnsIpvs, svc: IpVsService, id: IpvsDestId, options: IpvsDestOptions): Errno | null {
  if (options.lower > options.upper) return ERANGE
  const dest = findDest(svc, id)
  if (!dest) return ENOENT
  update(dest, options)
  svc.scheduling.changed?.(svc)
  ipvs.net.version++
  return null
}

/** Ref: ip_vs_del_dest() */
function delDest(ipvs: NetnsIpvs, svc: IpVsService, id: IpvsDestId): Errno | null {
  const dest = findDest(svc, id)
  if (!dest) return ENOENT
  svc.scheduling.leave?.(svc, dest)
  toTrash(ipvs, svc, dest)
  svc.dests = svc.dests.filter((other) => other !== dest)
  svc.scheduling.changed?.(svc)
  ipvs.net.version++
  return null
}

function trashKey(svc: IpVsService, { address, port }: IpvsDestId): string {
  return `${serviceKey(svc.id)} ${address} ${port}`
}

/** Its connections know it still, and one that comes back goes on with them. Ref: __ip_vs_del_dest() */
function toTrash(ipvs: NetnsIpvs, svc: IpVsService, dest: IpVsDest): void {
  dest.available = false
  ipvs.trash.set(trashKey(svc, dest), dest)
}

/** Ref: ip_vs_trash_get_dest() */
function fromTrash(ipvs: NetnsIpvs, svc: IpVsService, id: IpvsDestId): IpVsDest | null {
  const key = trashKey(svc, id)
  const dest = ipvs.trash.get(key)
  ipvs.trash.delete(key)
  return dest && dest.active + dest.inactive + dest.persistent > 0 ? dest : null
}

function shown(ipvs: NetnsIpvs, id: IpvsServiceId | null): IpvsService[] {
  const wanted = id && ipvs.services.get(serviceKey(id))
  const services = wanted ? [wanted] : [...ipvs.services.values()]
  return services.map(({ id: service, options, dests, stats }) => ({
    ...options,
    id: service,
    dests: dests.map(shownDest),
    stats: stats.read(),
    rates: stats.rates(),
  }))
}

function shownDest({ address, port, options, active, inactive, persistent, stats }: IpVsDest): IpvsDest {
  const counts = { active, inactive, persistent }
  return { address, port, ...options, ...counts, stats: stats.read(), rates: stats.rates() }
}

export const ipVsModule: KernelModule = {
  name: 'ip_vs',
  init({ slots }) {
    slots.ipvs = ipvsRcv
  },
}
