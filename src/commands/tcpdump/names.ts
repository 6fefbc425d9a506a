// Names of addresses and ports: what is not known yet is noted, to be asked for before the line is made again.
import type { Blocking, Process } from '../../os/program.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { formatInet6, type Inet6 } from '../../wire/inet6.ts'
import { formatMac, MAC_BROADCAST, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { serviceName } from '../lib/services.ts'

export class Names {
  readonly #p: Process
  readonly #numeric: boolean
  readonly #hostOnly: boolean
  readonly #hosts = new Map<Inet | Inet6, string>()
  readonly #ports = new Map<string, string>()
  #missing: (Inet | Inet6)[] = []

  /** `hostOnly` (-N): without the domain. */
  constructor(p: Process, numeric: boolean, hostOnly: boolean) {
    this.#p = p
    this.#numeric = numeric
    this.#hostOnly = hostOnly
  }

  host(address: Inet | Inet6): string {
    const written = typeof address === 'number' ? formatInet(address) : formatInet6(address)
    if (this.#numeric) return written
    const known = this.#hosts.get(address)
    if (known === undefined) this.#missing.push(address)
    return known ?? written
  }

  port(port: number, protocol: 'tcp' | 'udp'): string {
    if (this.#numeric) return String(port)
    const key = `${port}/${protocol}`
    const known = this.#ports.get(key) ?? serviceName(this.#p, port, protocol) ?? String(port)
    this.#ports.set(key, known)
    return known
  }

  /** Without -n the maker of the device is told, of whom only one is known here. Ref: addrtoname.c:mac_string() */
  mac(mac: Mac): string {
    if (this.#numeric) return formatMac(mac)
    if (mac === MAC_BROADCAST) return 'Broadcast'
    return `${formatMac(mac)} (oui ${mac < 0x1000000 || mac === MAC_ZERO ? 'Ethernet' : 'Unknown'})`
  }

  /** Of a protocol of IP that has a name in /etc/protocols. */
  get numeric(): boolean {
    return this.#numeric
  }

  /** Asks for what was missing; false when nothing was. */
  *resolve(): Blocking<boolean> {
    const missing = this.#missing
    this.#missing = []
    for (const address of missing) {
      if (this.#hosts.has(address)) continue
      const name = yield* getnameinfo(this.#p, address)
      const written = typeof address === 'number' ? formatInet(address) : formatInet6(address)
      this.#hosts.set(address, name === null ? written : this.#hostOnly ? name.replace(/\..*/, '') : name)
    }
    return missing.length > 0
  }
}
