// net.ipv6.conf.*: the settings that addresses depend on. Ref: net/ipv6/addrconf.c
import type { Net } from '../core/net.ts'
import { intSysctl, type Sysctl } from '../core/sysctl.ts'
import { inet6Dev, ipv6Of, setDisableIpv6 } from './addrconf.ts'

function setDisableAll(net: Net, value: number): void {
  const ip6 = ipv6Of(net)
  ip6.disableAll = value
  ip6.disableDefault = value
  for (const dev of net.devices.values()) setDisableIpv6(dev, value)
  net.version++
}

/** Ref: addrconf_fixup_forwarding() */
function setForwardingAll(net: Net, value: number): void {
  const ip6 = ipv6Of(net)
  ip6.forwardingAll = value
  ip6.forwardingDefault = value
  for (const dev of net.devices.values()) {
    const device = inet6Dev(dev)
    if (device) device.forwarding = value
  }
  net.version++
}

/** The file at a path below net/ipv6; null when there is none. */
export function ipv6Sysctl(net: Net, path: string): Sysctl | null {
  const [, , conf, where = '', key = '', ...more] = path.split('/')
  if (conf !== 'conf' || more.length > 0) return null
  const ip6 = ipv6Of(net)
  const dev = net.byName.get(where)
  const device = dev ? inet6Dev(dev) : null
  if (key === 'disable_ipv6') {
    if (where === 'all')
      return intSysctl(
        path,
        () => ip6.disableAll,
        (v) => setDisableAll(net, v),
      )
    if (where === 'default') {
      return intSysctl(
        path,
        () => ip6.disableDefault,
        (v) => (ip6.disableDefault = v),
      )
    }
    if (dev && device)
      return intSysctl(
        path,
        () => device.disabled,
        (v) => setDisableIpv6(dev, v),
      )
  }
  if (key === 'forwarding') {
    if (where === 'all')
      return intSysctl(
        path,
        () => ip6.forwardingAll,
        (v) => setForwardingAll(net, v),
      )
    if (where === 'default') {
      return intSysctl(
        path,
        () => ip6.forwardingDefault,
        (v) => (ip6.forwardingDefault = v),
      )
    }
    if (device)
      return intSysctl(
        path,
        () => device.forwarding,
        (v) => (device.forwarding = v),
      )
  }
  if (key === 'addr_gen_mode') {
    if (where === 'default') {
      return intSysctl(
        path,
        () => ip6.addrGenModeDefault,
        (v) => (ip6.addrGenModeDefault = v),
        0,
        3,
      )
    }
    if (device)
      return intSysctl(
        path,
        () => device.addrGenMode,
        (v) => (device.addrGenMode = v),
        0,
        3,
      )
  }
  return null
}

/** Every path below net/ipv6. */
export function ipv6Sysctls(net: Net): string[] {
  const devices = [...net.devices.values()].filter(inet6Dev).map((dev) => dev.name)
  return [
    'net/ipv6/conf/all/disable_ipv6',
    'net/ipv6/conf/all/forwarding',
    ...['default', ...devices].flatMap((where) => [
      `net/ipv6/conf/${where}/addr_gen_mode`,
      `net/ipv6/conf/${where}/disable_ipv6`,
      `net/ipv6/conf/${where}/forwarding`,
    ]),
  ]
}
