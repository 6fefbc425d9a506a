// Which ports of the host are given away. (Ref: moby libnetwork/portallocator/portallocator.go)
import type { Process } from '../../../os/program.ts'
import { systemError, type ApiError } from './apiError.ts'
import { readSysctl } from './netlink.ts'
import { formatAddr, type Address } from './prefix.ts'

const EPHEMERAL = '32768 60999'

export class PortAllocator {
  readonly #p: Process
  /** By protocol and port: the addresses, as they are written. */
  readonly #taken = new Map<string, Set<string>>()
  /** By address, protocol and range: the last that was given. */
  readonly #last = new Map<string, number>()

  constructor(p: Process) {
    this.#p = p
  }

  /** One port that is free at all the addresses. `from` 0: any of the ephemeral ones. */
  request(addresses: readonly Address[], protocol: string, from: number, to: number): number | ApiError {
    if (from !== 0 && from === to) {
      const where = this.#inTheWay(addresses, protocol, from)
      if (where === null) return this.#take(addresses, protocol, from)
      return systemError(`Bind for ${where}:${from} failed: port is already allocated`)
    }
    const [first, last] = from === 0 ? this.#ephemeral() : [from, to]
    const range = `${addresses[0] === undefined ? '' : formatAddr(addresses[0])}/${protocol} ${first}-${last}`
    const count = last - first + 1
    const before = this.#last.get(range) ?? last
    for (let i = 1; i <= count; i++) {
      const port = first + ((before - first + i) % count)
      if (this.#inTheWay(addresses, protocol, port) !== null) continue
      this.#last.set(range, port)
      return this.#take(addresses, protocol, port)
    }
    return systemError('all ports are allocated')
  }

  release(address: Address, protocol: string, port: number): void {
    this.#taken.get(`${protocol} ${port}`)?.delete(formatAddr(address))
  }

  /** The address that has the port already: one of these, or one of all those that a wildcard stands for. */
  #inTheWay(addresses: readonly Address[], protocol: string, port: number): string | null {
    const taken = [...(this.#taken.get(`${protocol} ${port}`) ?? [])]
    for (const address of addresses.map((one) => formatAddr(one))) {
      if (taken.includes(address)) return address
      const other = taken.find((one) => isSameFamily(one, address) && (isAny(one) || isAny(address)))
      if (other !== undefined) return other
    }
    return null
  }

  #take(addresses: readonly Address[], protocol: string, port: number): number {
    const key = `${protocol} ${port}`
    this.#taken.set(
      key,
      new Set([...(this.#taken.get(key) ?? []), ...addresses.map((one) => formatAddr(one))]),
    )
    return port
  }

  #ephemeral(): [number, number] {
    const text = readSysctl(this.#p, 'net/ipv4/ip_local_port_range') ?? EPHEMERAL
    const [first = 32768, last = 60999] = text.split(/\s+/).map(Number)
    return [first, last]
  }
}

function isAny(address: string): boolean {
  return address === '0.0.0.0' || address === '::'
}

function isSameFamily(a: string, b: string): boolean {
  return a.includes(':') === b.includes(':')
}
