// `ip link`. Changes go through ioctl(2), so what is refused is named by the call. Ref: busybox networking/libiproute/iplink.c
import { IFF_MULTICAST, IFF_NOARP, IFF_PROMISC, IFF_UP } from '../../../uapi/if.ts'
import { EEXIST, EINVAL, ENODEV, EOPNOTSUPP, ESRCH, type Errno, isErrno } from '../../../uapi/errno.ts'
import type { LinkInfo, LinkRequest } from '../../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../../uapi/socket.ts'
import { parseMac } from '../../../wire/mac.ts'
import type { IpContext } from './context.ts'
import { showLinks } from './show.ts'

export function linkObject(ctx: IpContext): number {
  ctx.failure = 2
  const word = ctx.more ? ctx.take() : 'show'
  switch (ctx.keyword(word, 'add delete set show lst list')) {
    case 'add':
      return add(ctx)
    case 'delete':
      return remove(ctx)
    case 'set':
      return set(ctx)
    case 'show':
    case 'lst':
    case 'list':
      ctx.family = AF_PACKET
      return showLinks(ctx)
  }
  return ctx.invalid(word, 'ip')
}

/** Ref: do_add_or_delete() */
function add(ctx: IpContext): number {
  let name = ''
  let type = ''
  let vlan: number | null = null
  const link: LinkRequest = {}
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'link') link.link = ctx.device(ctx.value())
    else if (word === 'address') link.address = macOf(ctx, ctx.value())
    else if (word === 'type') {
      type = ctx.value()
      vlan = typeWords(ctx, type)
    } else name = word === 'dev' || word === 'name' ? ctx.value() : word
  }
  const linkinfo: LinkInfo = { kind: type }
  if (vlan !== null) linkinfo.vlan = { id: vlan }
  if (type === 'veth') linkinfo.peer = {}
  if (type === '') return refuse(ctx, EOPNOTSUPP)
  link.linkinfo = linkinfo
  if (name !== '') link.ifname = name
  ctx.talk({ type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link })
  return 0
}

/** What follows `type vlan`; of other types the rest is passed over. */
function typeWords(ctx: IpContext, type: string): number | null {
  let id: number | null = null
  while (ctx.more) {
    const word = ctx.take()
    if (type === 'vlan' && word === 'id') id = ctx.number(ctx.value(), 'id')
  }
  return id
}

function remove(ctx: IpContext): number {
  let name: string | null = null
  while (ctx.more) {
    const word = ctx.take()
    name = word === 'dev' || word === 'name' ? ctx.value() : word
  }
  if (name === null) return 1
  ctx.talk({ type: 'RTM_DELLINK', index: ctx.device(name) })
  return 0
}

function refuse(ctx: IpContext, errno: Errno): number {
  ctx.complain(`RTNETLINK answers: ${errno.text}`)
  return 2
}

function macOf(ctx: IpContext, word: string): number {
  const parts = word.split(':')
  const bad = parts.find((part) => !/^[\da-fA-F]{1,2}$/.test(part))
  if (bad !== undefined) {
    ctx.failure = 1
    ctx.die(`"${bad}" is invalid lladdr`)
  }
  const mac = parseMac(word)
  if (parts.length !== 6 || mac === null) {
    ctx.die(`wrong address (${parts[0] ?? ''}) length: expected 6 bytes`)
  }
  return mac
}

interface Settings {
  dev: string | null
  flags: number
  mask: number
  mtu: number | null
  qlen: number | null
  name: string | null
  address: string | null
}

/** Ref: do_set() */
function set(ctx: IpContext): number {
  const s: Settings = { dev: null, flags: 0, mask: 0, mtu: null, qlen: null, name: null, address: null }
  while (ctx.more) setWord(ctx, s, ctx.take())
  const { dev } = s
  if (dev === null) ctx.die('"dev" requires an argument')
  if (s.address !== null) {
    const index = existing(ctx, dev, 'SIOCGIFINDEX')
    change(ctx, 'SIOCSIFHWADDR', { index, address: macOf(ctx, s.address) })
  }
  let name = dev
  if (s.name !== null) {
    const index = existing(ctx, dev, 'SIOCSIFNAME')
    if (ctx.links.index(s.name) > 0) fail(ctx, 'SIOCSIFNAME', EEXIST)
    change(ctx, 'SIOCSIFNAME', { index, newName: s.name })
    name = s.name
  }
  if (s.qlen !== null) {
    change(ctx, 'SIOCSIFTXQLEN', { index: existing(ctx, name, 'SIOCSIFTXQLEN'), txqlen: s.qlen })
  }
  if (s.mtu !== null) change(ctx, 'SIOCSIFMTU', { index: existing(ctx, name, 'SIOCSIFMTU'), mtu: s.mtu })
  if (s.mask === 0) return 0
  const index = existing(ctx, name, 'SIOCGIFFLAGS')
  change(ctx, 'SIOCSIFFLAGS', { index, flags: s.flags, change: s.mask })
  return 0
}

function setWord(ctx: IpContext, s: Settings, word: string): void {
  const flag = (bit: number, on: boolean): void => {
    s.mask |= bit
    s.flags = on ? s.flags | bit : s.flags & ~bit
  }
  switch (word) {
    case 'up':
    case 'down':
      return flag(IFF_UP, word === 'up')
    case 'mtu':
      s.mtu = ctx.number(ctx.value(), 'mtu')
      return
    case 'qlen':
      s.qlen = ctx.number(ctx.value(), 'qlen')
      return
    case 'name':
      s.name = ctx.value()
      return
    case 'address':
      s.address = ctx.value()
      return
    case 'multicast':
      return flag(IFF_MULTICAST, onOff(ctx, word))
    case 'arp':
      return flag(IFF_NOARP, !onOff(ctx, word))
    case 'promisc':
      return flag(IFF_PROMISC, onOff(ctx, word))
    case 'master':
    case 'nomaster': {
      // The device is to stand before these.
      const master = word === 'master' ? ctx.device(ctx.value()) : 0
      const link = { index: ctx.device(s.dev ?? ''), master }
      ctx.talk({ type: 'RTM_NEWLINK', flags: {}, link })
      return
    }
    case 'netns':
      return move(ctx, s)
  }
  const dev = word === 'dev' ? ctx.value() : word
  if (s.dev !== null) ctx.duplicate('dev', dev)
  s.dev = dev
}

function onOff(ctx: IpContext, keyword: string): boolean {
  const word = ctx.value()
  if (word !== 'on' && word !== 'off') ctx.die(`argument of "${keyword}" must be "on" or "off"`)
  return word === 'on'
}

/** To the namespace of a process. */
function move(ctx: IpContext, s: Settings): void {
  const pid = ctx.number(ctx.value(), 'netns')
  const index = ctx.device(s.dev ?? '')
  const netns = ctx.p.net.openNetns(`/proc/${pid}/ns/net`)
  if (isErrno(netns)) {
    refuse(ctx, ESRCH)
    ctx.exit(2)
  }
  ctx.talk({ type: 'RTM_NEWLINK', flags: {}, link: { index, netns } })
}

/** Index of a device that an ioctl names; its absence is told by the ioctl. */
function existing(ctx: IpContext, name: string, call: string): number {
  ctx.links.forget()
  const index = ctx.links.index(name)
  return index === 0 ? fail(ctx, call, ENODEV) : index
}

function change(ctx: IpContext, call: string, link: LinkRequest): void {
  const { error } = ctx.p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link })
  if (error) fail(ctx, call, error.errno.name === 'ERANGE' ? EINVAL : error.errno)
}

function fail(ctx: IpContext, call: string, errno: Errno): never {
  ctx.complain(`${call}: ${errno.text}`)
  ctx.exit(2)
}
