// /proc/net/igmp and dev_mcast. Ref: net/ipv4/igmp.c:igmp_mc_seq_show(), net/core/net-procfs.c:dev_mc_seq_show()
import type { Inet } from '../wire/inet.ts'
import type { Net } from './core/net.ts'
import { igmpVersion } from './ipv4/igmp.ts'
import { inDev } from './ipv4/in_device.ts'

/** An address in memory order, as a little-endian machine prints it. */
function swapped(address: Inet): string {
  const octets = [address & 255, (address >>> 8) & 255, (address >>> 16) & 255, address >>> 24]
  return octets.map((o) => o.toString(16).toUpperCase().padStart(2, '0')).join('')
}

export function procIgmp(net: Net): string {
  const lines = ['Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter']
  for (const dev of net.devices.values()) {
    const device = inDev(dev)
    if (!device || device.mc.groups.length === 0) continue
    const { groups } = device.mc
    const version = `V${igmpVersion(device)}`
    lines.push(
      `${dev.index}\t${dev.name.padEnd(10)}: ${String(groups.length).padStart(5)} ${version.padStart(7)}`,
    )
    for (const { group, users, timer } of groups) {
      const running = timer?.pending ? 1 : 0
      lines.push(`\t\t\t\t${swapped(group)} ${String(users).padStart(5)} ${running}:00000000\t\t0`)
    }
  }
  return lines.join('\n') + '\n'
}

export function procDevMcast(net: Net): string {
  let text = ''
  for (const dev of net.devices.values()) {
    for (const mac of dev.multicast) {
      const byHand = dev.staticMulticast.has(mac) ? 1 : 0
      const users = dev.addressRefs.get(mac) ?? 1
      const columns = [
        String(dev.index).padEnd(4),
        dev.name.padEnd(15),
        String(users).padEnd(5),
        String(byHand).padEnd(5),
      ]
      text += `${columns.join(' ')} ${mac.toString(16).padStart(12, '0')}\n`
    }
  }
  return text
}
