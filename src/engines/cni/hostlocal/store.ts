// Where addresses that are given out are kept: a file an address, which says whose it is.
// (Ref: containernetworking/plugins plugins/ipam/host-local/backend/disk/backend.go)
import { makeFolders } from '../folders.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import { parseIp, type Ip } from '../address.ts'
import type { CniCall } from '../skel.ts'

const DEFAULT_FOLDER = '/var/lib/cni/networks'
const LAST_PREFIX = 'last_reserved_ip.'
/**
 * Between the container's id and the device's name. Builds of 1.1.1 differ: Debian's has a carriage return before it,
 * the one whose sessions conformance/transcripts/cni holds has none.
 */
const LINE_BREAK = '\n'

export class AddressStore {
  readonly #cni: CniCall
  readonly #folder: string
  readonly #owner: string

  constructor(cni: CniCall, dataDir: string, network: string) {
    this.#cni = cni
    this.#folder = `${dataDir || DEFAULT_FOLDER}/${network}`
    this.#owner = `${cni.containerId}${LINE_BREAK}${cni.ifName}`
    makeFolders(cni.p, this.#folder)
    if (isErrno(cni.p.fs.stat(`${this.#folder}/lock`))) cni.p.fs.writeFile(`${this.#folder}/lock`, '')
  }

  /** False when it is taken. */
  reserve(ip: Ip, rangeId: string): boolean {
    const { fs } = this.#cni.p
    const path = this.#pathOf(ip)
    if (!isErrno(fs.stat(path))) return false
    fs.writeFile(path, this.#owner)
    fs.writeFile(`${this.#folder}/${LAST_PREFIX}${rangeId}`, formatAddress(ip))
    return true
  }

  lastReserved(rangeId: string): Ip | null {
    const text = this.#cni.p.fs.readText(`${this.#folder}/${LAST_PREFIX}${rangeId}`)
    return isErrno(text) ? null : parseIp(text)
  }

  /** What the container's device has. */
  own(): Ip[] {
    return this.#files().flatMap((name) => {
      const text = this.#cni.p.fs.readText(`${this.#folder}/${name}`)
      const ip = parseIp(name)
      return ip !== null && !isErrno(text) && text.trim() === this.#owner ? [ip] : []
    })
  }

  /** Whether anything of the container is here, whatever its device. */
  holdsContainer(): boolean {
    return this.#files().some((name) => {
      const text = this.#cni.p.fs.readText(`${this.#folder}/${name}`)
      return !isErrno(text) && (text.trim() === this.#owner || text.trim() === this.#cni.containerId)
    })
  }

  releaseOwn(): void {
    for (const ip of this.own()) this.#cni.p.fs.unlink(this.#pathOf(ip))
  }

  #pathOf(ip: Ip): string {
    return `${this.#folder}/${formatAddress(ip)}`
  }

  #files(): readonly string[] {
    const names = this.#cni.p.fs.readdir(this.#folder)
    return isErrno(names) ? [] : names.filter((name) => !name.startsWith(LAST_PREFIX) && name !== 'lock')
  }
}
