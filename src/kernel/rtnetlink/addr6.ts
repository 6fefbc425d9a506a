// IPv6 addresses. Ref: net/ipv6/addrconf.c:inet6_rtm_newaddr(), inet6_rtm_deladdr()
import { EEXIST, EINVAL, ENODEV } from '../../uapi/errno.ts'
import {
  IFA_F_HOMEADDRESS,
  IFA_F_MANAGETEMPADDR,
  IFA_F_NODAD,
  IFA_F_NOPREFIXROUTE,
  IFA_F_OPTIMISTIC,
  INFINITY_LIFE_TIME,
  type AddrMessage,
  type AddrRequest,
  type CreateFlags,
} from '../../uapi/rtnetlink.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { inet6AddrAdd, inet6AddrDel, inet6AddrModify, type Ifa6Config } from '../ipv6/addrconf.ts'
import { inet6FillIfaddr } from '../ipv6/ifa6_message.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'

/** What a program may ask for of the flags. */
const SETTABLE = IFA_F_NODAD | IFA_F_HOMEADDRESS | IFA_F_MANAGETEMPADDR | IFA_F_NOPREFIXROUTE | 0x400

export function inet6RtmNewaddr(net: Net, flags: CreateFlags, addr: AddrRequest): Refusal | null {
  const address = addr.local ?? addr.address
  if (typeof address !== 'bigint') return refuse(EINVAL)
  const peer = typeof addr.address === 'bigint' && addr.address !== address ? addr.address : 0n
  const { validLft = INFINITY_LIFE_TIME, preferredLft = INFINITY_LIFE_TIME } = addr
  if (validLft === 0 || preferredLft > validLft) return refuse(EINVAL, 'ipv6: address lifetime invalid')
  const dev = net.devices.get(addr.index)
  if (!dev) return refuse(ENODEV, 'ipv6: Unable to find the interface')
  const device = inet6Dev(dev)
  const optimistic = device?.conf.optimistic_dad ? IFA_F_OPTIMISTIC : 0
  const cfg: Ifa6Config = {
    address,
    peer,
    prefixlen: addr.prefixlen,
    flags: addr.flags & (SETTABLE | optimistic),
    metric: addr.metric ?? 0,
    validLft,
    preferredLft,
  }
  const known = device?.addresses.find((ifa) => ifa.address === address)
  if (!known) return inet6AddrAdd(dev, cfg)
  if (flags.excl || !flags.replace) return refuse(EEXIST, 'ipv6: address already assigned')
  return inet6AddrModify(known, cfg)
}

export function inet6RtmDeladdr(net: Net, addr: AddrRequest): Refusal | null {
  const address = addr.local ?? addr.address
  if (typeof address !== 'bigint') return refuse(EINVAL)
  const dev = net.devices.get(addr.index)
  if (!dev) return refuse(ENODEV, 'ipv6: Unable to find the interface')
  return inet6AddrDel(dev, address, addr.prefixlen)
}

export function inet6Getaddr(dev: NetDevice): AddrMessage[] {
  return (inet6Dev(dev)?.addresses ?? []).map(inet6FillIfaddr)
}
