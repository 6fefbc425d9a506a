// Packets whose addresses cannot be, told of where log_martians asks for it.
// Ref: net/ipv4/route.c:ip_handle_martian_source()
import { LOG_WARNING } from '../../uapi/syslog.ts'
import type { Frame } from '../../wire/ethernet.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { put16, writeMac } from '../../wire/octets.ts'
import type { NetDevice } from '../core/net.ts'
import { printk } from '../core/printk.ts'
import { inDev } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'
import type { InputFailure } from './route.ts'

const ETH_HEADER = 14

export function logMartian(
  dev: NetDevice,
  saddr: Inet,
  daddr: Inet,
  why: InputFailure['why'],
  frame: Frame | null,
): void {
  const isSource = why === 'martian-source' || why === 'reverse-path'
  if (!isSource && why !== 'martian-destination') return
  if (!ipv4Of(dev.net).all.log_martians && !inDev(dev)?.conf.log_martians) return
  const { stack } = dev.net
  if (!isSource) {
    const text = `IPv4: martian destination ${formatInet(daddr)} from ${formatInet(saddr)}, dev ${dev.name}`
    return printk(stack, LOG_WARNING, text)
  }
  // The kernel names the destination first, and calls it the source.
  printk(
    stack,
    LOG_WARNING,
    `IPv4: martian source ${formatInet(daddr)} from ${formatInet(saddr)}, on dev ${dev.name}`,
  )
  if (!frame) return
  const header = new Uint8Array(ETH_HEADER)
  writeMac(header, 0, frame.dst)
  writeMac(header, 6, frame.src)
  put16(header, 12, frame.etherType)
  const octets = [...header].map((octet) => octet.toString(16).padStart(2, '0')).join(' ')
  printk(stack, LOG_WARNING, `ll header: 00000000: ${octets}`)
}
