// Maps and sets that a forked shell shares with its parent until one of the two changes them.

export class CowMap<K, V> {
  #map: Map<K, V>
  #shared: boolean

  constructor(map: Map<K, V>, shared = false) {
    this.#map = map
    this.#shared = shared
  }

  fork(): CowMap<K, V> {
    this.#shared = true
    return new CowMap(this.#map, true)
  }

  #own(): Map<K, V> {
    if (this.#shared) {
      this.#map = new Map(this.#map)
      this.#shared = false
    }
    return this.#map
  }

  get size(): number {
    return this.#map.size
  }

  get(key: K): V | undefined {
    return this.#map.get(key)
  }

  has(key: K): boolean {
    return this.#map.has(key)
  }

  keys(): IterableIterator<K> {
    return this.#map.keys()
  }

  values(): IterableIterator<V> {
    return this.#map.values()
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.#map[Symbol.iterator]()
  }

  set(key: K, value: V): void {
    this.#own().set(key, value)
  }

  delete(key: K): boolean {
    return this.#map.has(key) && this.#own().delete(key)
  }

  clear(): void {
    if (this.#map.size > 0) this.#own().clear()
  }
}

export class CowSet<T> {
  #set: Set<T>
  #shared: boolean

  constructor(set: Set<T>, shared = false) {
    this.#set = set
    this.#shared = shared
  }

  fork(): CowSet<T> {
    this.#shared = true
    return new CowSet(this.#set, true)
  }

  #own(): Set<T> {
    if (this.#shared) {
      this.#set = new Set(this.#set)
      this.#shared = false
    }
    return this.#set
  }

  has(value: T): boolean {
    return this.#set.has(value)
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#set[Symbol.iterator]()
  }

  add(value: T): void {
    if (!this.#set.has(value)) this.#own().add(value)
  }

  delete(value: T): boolean {
    return this.#set.has(value) && this.#own().delete(value)
  }
}
