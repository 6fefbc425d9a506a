// Who has which address until when, and the file that keeps it. Ref: dnsmasq src/lease.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import { formatMac, parseMac, type Mac } from '../../wire/mac.ts'

export interface Lease {
  readonly mac: Mac
  readonly address: Inet
  readonly name: string | null
  readonly clientId: Uint8Array | null
  /** Seconds since 1970; 0: for ever. */
  readonly expires: number
}

export class Leases {
  readonly #p: Process
  readonly #file: string
  /** The newest first. */
  #leases: readonly Lease[] = []
  readonly #avoided = new Set<Inet>()

  constructor(p: Process, file: string) {
    this.#p = p
    this.#file = file
  }

  /** Why the file cannot be used, or null. */
  load(): string | null {
    const file = this.#p.fs.open(this.#file, { read: true, write: true, create: true })
    if (isErrno(file)) return `cannot open or create lease file ${this.#file}: ${file.text}`
    file.close()
    const text = this.#p.fs.readText(this.#file)
    for (const line of isErrno(text) ? [] : text.split('\n')) {
      const [expires = '', mac = '', address = '', name = '*', id = '*'] = line.split(' ')
      const [hardware, inet] = [parseMac(mac), parseInet(address)]
      if (hardware === null || inet === null) continue
      const clientId =
        id === '*' ? null : Uint8Array.from(id.split(':').map((octet) => Number.parseInt(octet, 16)))
      const lease = {
        mac: hardware,
        address: inet,
        name: name === '*' ? null : name,
        clientId,
        expires: Number(expires),
      }
      this.#leases = [...this.#leases, lease]
    }
    return null
  }

  all(): readonly Lease[] {
    return this.#leases
  }

  of(mac: Mac): Lease | null {
    return this.#leases.find((lease) => lease.mac === mac) ?? null
  }

  at(address: Inet): Lease | null {
    return this.#leases.find((lease) => lease.address === address) ?? null
  }

  /** Where one stood already it stays; a name belongs to the last who has it. */
  put(lease: Lease): void {
    const others = this.#leases.map((other) =>
      other.mac !== lease.mac && other.name !== null && other.name === lease.name
        ? { ...other, name: null }
        : other,
    )
    const at = others.findIndex(({ address }) => address === lease.address)
    this.#leases =
      at < 0
        ? [lease, ...others.filter(({ mac }) => mac !== lease.mac)]
        : others.with(at, lease).filter((one) => one === lease || one.mac !== lease.mac)
    this.#save()
  }

  /** Somebody has an address who did not get it here. */
  avoid(address: Inet): void {
    this.#avoided.add(address)
  }

  isAvoided(address: Inet): boolean {
    return this.#avoided.has(address)
  }

  drop(lease: Lease): void {
    this.#leases = this.#leases.filter((other) => other !== lease)
    this.#save()
  }

  /** Ref: lease_prune() */
  expire(): boolean {
    const now = this.#p.clock.epoch()
    const left = this.#leases.filter(({ expires }) => expires === 0 || expires > now)
    if (left.length === this.#leases.length) return false
    this.#leases = left
    this.#save()
    return true
  }

  #save(): void {
    const lines = this.#leases.map(({ expires, mac, address, name, clientId }) => {
      const id = clientId && [...clientId].map((octet) => octet.toString(16).padStart(2, '0')).join(':')
      return `${expires} ${formatMac(mac)} ${formatInet(address)} ${name ?? '*'} ${id ?? '*'}\n`
    })
    this.#p.fs.writeFile(this.#file, lines.join(''))
  }
}
