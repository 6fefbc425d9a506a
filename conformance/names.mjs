// Names for what is random: M1 for the first MAC address seen in a transcript, M2 for the next.

export const MAC = /(?<![0-9a-f:])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-f:])/g
/** Docker's ids, long and short. */
export const ID = /(?<![0-9a-zA-Z])(?:[0-9a-f]{64}|[0-9a-f]{12})(?![0-9a-zA-Z])/g
/** Names that the kernel or Docker gave a veth. */
export const VETH = /\bveth[0-9a-f]{7,8}\b/g

export class Names {
  /** @type {Map<string, Map<string, string>>} */
  #kinds = new Map()

  /**
   * @param {string} kind
   * @param {string} key what was seen
   * @returns {string} its name: the kind and a number
   */
  of(kind, key) {
    const seen = this.#kind(kind)
    const name = seen.get(key) ?? `${kind}${seen.size + 1}`
    seen.set(key, name)
    return name
  }

  /**
   * Broadcast, multicast and the zero address are themselves.
   * @param {string} mac
   */
  ofMac(mac) {
    const fixed = /^(?:00:00:00:00:00:00$|ff:ff:ff:ff:ff:ff$|33:33:|01:00:5e:)/.test(mac)
    return fixed ? mac : this.of('M', mac)
  }

  /**
   * @param {string} kind
   * @param {string} key
   * @returns {number} in which place it was seen; Infinity when it was not
   */
  rank(kind, key) {
    const name = this.#kind(kind).get(key)
    return name === undefined ? Infinity : Number(name.slice(kind.length))
  }

  /** @param {string} kind */
  #kind(kind) {
    const seen = this.#kinds.get(kind) ?? new Map()
    this.#kinds.set(kind, seen)
    return seen
  }
}
