// Names that rules may be written with, as the C library finds them: /etc/protocols, /etc/services, /etc/passwd,
// /etc/group, /etc/hosts, /etc/networks, DNS. Each file is read when it is first needed.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { INADDR_LOOPBACK, parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { getaddrinfo, getnameinfo, type AddressFamily } from '../lib/resolv/getaddrinfo.ts'

/** Options whose values may be names of hosts. */
const HOST_OPTIONS = /^(-s|-d|--src|--dst|--source|--destination)$/

interface Entry {
  readonly number: number
  readonly protocol: string
  readonly names: readonly string[]
}

export class NameTables {
  readonly #p: Process
  readonly #files = new Map<string, readonly (readonly string[])[]>()
  #services: readonly Entry[] | null = null
  /** Names of addresses; null: there is none. */
  readonly #named = new Map<Inet | Inet6, string | 'unasked' | null>()
  readonly #asked = new Map<string, readonly (Inet | Inet6)[]>()

  constructor(p: Process) {
    this.#p = p
  }

  /** Asks DNS for the hosts that a command line names, before it is read: reading waits for nothing. */
  *askHosts(words: readonly string[], family: AddressFamily): Blocking<void> {
    const values = words.filter((_, n) => HOST_OPTIONS.test(words[n - 1] ?? ''))
    const names = values.flatMap((value) => value.split(',')).map((part) => part.trim().replace(/\/.*/, ''))
    for (const name of names) {
      const known = this.#hosts(name).length > 0 || this.networkAddress(name) !== null
      if (known || !/[A-Za-z]/.test(name) || name.includes(':')) continue
      const found = yield* getaddrinfo(this.#p, name, family)
      if (!('error' in found)) this.#asked.set(name, found.addresses)
    }
  }

  /** getprotobyname(3) */
  protocolNumber(name: string): number | null {
    const line = this.#words('/etc/protocols').find(([official, , ...aliases]) =>
      [official, ...aliases].includes(name),
    )
    return line === undefined ? null : Number(line[1])
  }

  /** getprotobynumber(3) */
  protocolName(number: number): string | null {
    const line = this.#words('/etc/protocols').find(([, n]) => Number(n) === number)
    return line?.[0] ?? null
  }

  /** getservbyname(3); any protocol when it is null. */
  port(name: string, protocol: string | null): number | null {
    const found = this.#serviceTable().find(
      (entry) => entry.names.includes(name) && (protocol === null || entry.protocol === protocol),
    )
    return found?.number ?? null
  }

  /** getservbyport(3) */
  service(port: number, protocol: string | null): string | null {
    const found = this.#serviceTable().find(
      (entry) => entry.number === port && (protocol === null || entry.protocol === protocol),
    )
    return found?.names[0] ?? null
  }

  userId(name: string): number | null {
    return this.#idOf('/etc/passwd', name)
  }

  groupId(name: string): number | null {
    return this.#idOf('/etc/group', name)
  }

  userName(id: number): string | null {
    return this.#nameOf('/etc/passwd', id)
  }

  groupName(id: number): string | null {
    return this.#nameOf('/etc/group', id)
  }

  /** Every IPv4 address of a name in /etc/hosts; where only those are asked for, ::1 is 127.0.0.1 too (nss_files). */
  hostAddresses(name: string): readonly Inet[] {
    const found = this.#hosts(name).flatMap((text) =>
      text === '::1' ? INADDR_LOOPBACK : (parseInet(text) ?? []),
    )
    return [...found, ...this.#askedFor(name).filter((a) => typeof a === 'number')]
  }

  hostAddresses6(name: string): readonly Inet6[] {
    const found = this.#hosts(name).flatMap((text) => parseInet6(text) ?? [])
    return [...found, ...this.#askedFor(name).filter((a) => typeof a === 'bigint')]
  }

  /** gethostbyaddr(3): from /etc/hosts, or what askNames() has found. */
  hostName(address: Inet | Inet6): string | null {
    const parse = typeof address === 'number' ? parseInet : parseInet6
    const line = this.#words('/etc/hosts').find(([text]) => parse(text ?? '') === address)
    if (line?.[1]) return line[1]
    const found = this.#named.get(address)
    if (found === undefined) this.#named.set(address, 'unasked')
    return found === 'unasked' ? null : (found ?? null)
  }

  /** Asks DNS for the addresses that a name was looked for in vain, in that order: listing waits for nothing. */
  *askNames(): Blocking<void> {
    for (const [address, name] of this.#named)
      if (name === 'unasked') this.#named.set(address, yield* getnameinfo(this.#p, address))
  }

  /** getnetbyname(3): in host order, as it is written. */
  networkAddress(name: string): Inet | null {
    const line = this.#words('/etc/networks').find(([official, , ...aliases]) =>
      [official, ...aliases].includes(name),
    )
    return line === undefined ? null : parseInet(line[1] ?? '')
  }

  /** getnetbyaddr(3) */
  networkName(address: Inet): string | null {
    const line = this.#words('/etc/networks').find(([, text]) => parseInet(text ?? '') === address)
    return line?.[0] ?? null
  }

  #askedFor(name: string): readonly (Inet | Inet6)[] {
    return this.#asked.get(name) ?? []
  }

  #hosts(name: string): readonly string[] {
    const wanted = name.toLowerCase()
    return this.#words('/etc/hosts').flatMap(([address = '', ...names]) =>
      names.some((n) => n.toLowerCase() === wanted) ? [address] : [],
    )
  }

  #serviceTable(): readonly Entry[] {
    this.#services ??= this.#words('/etc/services').flatMap(([name = '', where = '', ...aliases]) => {
      const [number, protocol] = where.split('/')
      return protocol === undefined ? [] : [{ number: Number(number), protocol, names: [name, ...aliases] }]
    })
    return this.#services
  }

  #idOf(path: string, name: string): number | null {
    const line = this.#lines(path).find((fields) => fields.split(':')[0] === name)
    return line === undefined ? null : Number(line.split(':')[2])
  }

  #nameOf(path: string, id: number): string | null {
    const line = this.#lines(path).find((fields) => Number(fields.split(':')[2] ?? NaN) === id)
    return line?.split(':')[0] ?? null
  }

  #words(path: string): readonly (readonly string[])[] {
    const known = this.#files.get(path)
    if (known) return known
    const words = this.#lines(path).map((line) => line.split(/\s+/))
    this.#files.set(path, words)
    return words
  }

  #lines(path: string): readonly string[] {
    const text = this.#p.fs.readText(path)
    if (isErrno(text)) return []
    return text.split('\n').flatMap((line) => {
      const content = line.replace(/#.*/, '').trim()
      return content === '' ? [] : [content]
    })
  }
}
