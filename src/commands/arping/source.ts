// The address that a host would ask from. Ref: iputils arping.c:find_source_addr(), busybox networking/arping.c
import type { Process } from '../../os/program.ts'
import type { Inet } from '../../wire/inet.ts'

/** Port that the probe is connected to: nothing is sent, it only finds the address to send from. */
const PROBE_PORT = 1025

/** `device`: null for any. `wanted` if it is an address of the machine's; null: the one it would take. Or what is wrong. */
export function sourceTowards(
  p: Process,
  device: string | null,
  target: Inet,
  wanted: Inet | null,
): Inet | string {
  const probe = p.net.udpSocket()
  try {
    probe.options.bindToDevice = device
    if (wanted !== null) {
      const error = probe.bind({ address: wanted, port: 0 })
      return error === null ? wanted : `bind: ${error.text}`
    }
    probe.options.dontroute = true
    const error = probe.connect({ address: target, port: PROBE_PORT })
    return error === null ? probe.local.address : `connect: ${error.text}`
  } finally {
    probe.close()
  }
}
