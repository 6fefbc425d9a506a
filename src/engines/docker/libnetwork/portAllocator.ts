// Which ports of the host are given away. (Ref: moby libnetwork/portallocator/portallocator.go)
import type { Process } from '../../../os/program.ts'
import { systemError, type ApiError } from './apiError.ts'
import { readSysctl } from './netlink.ts'
import { formatAddr, type Address } from './prefix.ts'

const EPHEMERAL = '32768 60999'

export class PortAllocator {
  readonly #p: Process
  /** By address and protocol: the ports. */
  readonly #taken = new Map<string, Set<number>>()
  /** By address, protocol and range: the last that was given. */
  readonly #last = new Map<string, number>()

  constructor(p: Process) {
    this.#p = p
  }

  /** One port that is free at all the addresses. `from` 0: any of the ephemeral ones. */
  request(addresses: readonly Address[], protocol: string, from: number, to: number): number | ApiError {
    const keys = addresses.map((address) => `${formatAddr(address)}/${protocol}`)
    const free = (port: number): boolean => keys.every((key) => !this.#taken.get(key)?.has(port))
    if (from !== 0 && from === to) {
      if (free(from)) return this.#take(keys, from)
      const where = addresses.find((_, i) => this.#taken.get(keys[i] ?? '')?.has(from))
      const host = where ? formatAddr(where) : ''
      return systemError(`Bind for ${host}:${from} failed: port is already allocated`)
    }
    const [first, last] = from === 0 ? this.#ephemeral() : [from, to]
    const range = `${keys[0]} ${first}-${last}`
    const count = last - first + 1
    const before = this.#last.get(range) ?? last
    for (let i = 1; i <= count; i++) {
      const port = first + ((before - first + i) % count)
      if (!free(port)) continue
      this.#last.set(range, port)
      return this.#take(keys, port)
    }
    return systemError('all ports are allocated')
  }

  release(address: Address, protocol: string, port: number): void {
    this.#taken.get(`${formatAddr(address)}/${protocol}`)?.delete(port)
  }

  #take(keys: readonly string[], port: number): number {
    for (const key of keys) {
      const ports = this.#taken.get(key)
      if (ports) ports.add(port)
      else this.#taken.set(key, new Set([port]))
    }
    return port
  }

  #ephemeral(): [number, number] {
    const text = readSysctl(this.#p, 'net/ipv4/ip_local_port_range') ?? EPHEMERAL
    const [first = 32768, last = 60999] = text.split(/\s+/).map(Number)
    return [first, last]
  }
}
