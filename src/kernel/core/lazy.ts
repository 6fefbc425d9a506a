// Collections that most owners never put anything in: a thousand namespaces have tens of thousands of them, and an empty
// Map or Set is 150 octets that the collector carries about.

/** A Map made when something is first put in. */
export class LazyMap<K, V> {
  #map: Map<K, V> | null = null

  get size(): number {
    return this.#map?.size ?? 0
  }

  get(key: K): V | undefined {
    return this.#map?.get(key)
  }

  has(key: K): boolean {
    return this.#map?.has(key) ?? false
  }

  set(key: K, value: V): void {
    this.#map ??= new Map()
    this.#map.set(key, value)
  }

  delete(key: K): boolean {
    return this.#map?.delete(key) ?? false
  }

  clear(): void {
    this.#map = null
  }

  keys(): Iterable<K> {
    return this.#map?.keys() ?? []
  }

  values(): Iterable<V> {
    return this.#map?.values() ?? []
  }

  [Symbol.iterator](): Iterator<[K, V]> {
    return (this.#map ?? [])[Symbol.iterator]()
  }
}

/** A Set made when something is first put in. */
export class LazySet<T> {
  #set: Set<T> | null = null

  get size(): number {
    return this.#set?.size ?? 0
  }

  has(value: T): boolean {
    return this.#set?.has(value) ?? false
  }

  add(value: T): void {
    this.#set ??= new Set()
    this.#set.add(value)
  }

  delete(value: T): boolean {
    return this.#set?.delete(value) ?? false
  }

  clear(): void {
    this.#set = null
  }

  [Symbol.iterator](): Iterator<T> {
    return (this.#set ?? [])[Symbol.iterator]()
  }
}
