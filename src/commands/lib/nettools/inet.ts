// Names of hosts and networks as net-tools resolves them (lib/inet.c).
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatInet, INADDR_ANY, type Inet } from '../../../wire/inet.ts'
import { nameOfAddress, resolveHost } from '../hosts.ts'
import { inetAton } from '../inetAton.ts'

export interface InetName {
  readonly address: Inet
  /** It was named as a network. */
  readonly network: boolean
}

function networks(p: Process): readonly { readonly name: string; readonly address: Inet }[] {
  const text = p.fs.readText('/etc/networks')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [name, written] = line.replace(/#.*/, '').trim().split(/\s+/)
    const address = written === undefined ? null : inetAton(written)
    return name === undefined || address === null ? [] : [{ name, address }]
  })
}

/** INET_resolve(): null when there is no such name. `host`: a host is looked for before a network. */
export function resolveInet(p: Process, name: string, host: boolean): InetName | null {
  if (name === 'default') return { address: INADDR_ANY, network: true }
  const numeric = inetAton(name)
  if (numeric !== null) return { address: numeric, network: false }
  const found = resolveHost(p, name)
  if (host && 'address' in found) return { address: found.address, network: false }
  const network = networks(p).find((n) => n.name === name)
  if (network) return { address: network.address, network: true }
  return 'address' in found ? { address: found.address, network: false } : null
}

/** INET_rresolve(): a destination's name, or its numbers. `zero`: how 0.0.0.0 is written. */
export function showInet(p: Process, address: Inet, mask: Inet, numeric: boolean, zero: string): string {
  if (numeric) return formatInet(address)
  if (address === INADDR_ANY) return zero
  const host = (address & ~mask) !== 0 || mask === 0xffffffff
  const name = host ? nameOfAddress(p, address) : networks(p).find((n) => n.address === address)?.name
  return name ?? formatInet(address)
}
