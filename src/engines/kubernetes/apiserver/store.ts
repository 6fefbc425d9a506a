// The objects of the cluster and who follows them: what etcd keeps.
import type { Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { formatTime } from '../api/time.ts'
import type { KubeObject } from '../api/meta.ts'

export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: KubeObject
}

export class Store {
  readonly changed: WaitQueue = new WaitQueue()
  readonly #p: Process
  readonly #objects = new Map<string, KubeObject>()
  readonly #log: StoreEvent[] = []
  #version = 0

  constructor(p: Process) {
    this.#p = p
  }

  get version(): string {
    return String(this.#version)
  }

  /** Everything that happened since; and how far that goes. */
  since(at: number): readonly StoreEvent[] {
    return this.#log.slice(at)
  }

  get length(): number {
    return this.#log.length
  }

  get(kind: string, namespace: string, name: string): KubeObject | null {
    return this.#objects.get(`${kind}/${namespace}/${name}`) ?? null
  }

  /** By namespace, then name. */
  list(kind: string, namespace: string | null): KubeObject[] {
    const found = [...this.#objects].filter(([, object]) => {
      return object.kind === kind && (namespace === null || object.metadata.namespace === namespace)
    })
    return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
  }

  all(): KubeObject[] {
    return [...this.#objects.values()]
  }

  put(object: KubeObject): KubeObject {
    const key = keyOf(object)
    const type = this.#objects.has(key) ? 'MODIFIED' : 'ADDED'
    const kept = { ...object, metadata: { ...object.metadata, resourceVersion: String(++this.#version) } }
    this.#objects.set(key, kept)
    this.#tell({ type, object: kept })
    return kept
  }

  delete(object: KubeObject): void {
    if (!this.#objects.delete(keyOf(object))) return
    this.#version++
    this.#tell({ type: 'DELETED', object })
  }

  #tell(event: StoreEvent): void {
    this.#log.push(event)
    this.changed.wake()
  }

  /** Seconds since 1970 as the API writes time. */
  now(): string {
    return formatTime(Math.floor(this.#p.clock.epoch()))
  }

  /** A random UUID (RFC 9562, version 4). */
  uid(): string {
    const hex = [0, 0, 0, 0].map(() => this.#p.random().toString(16).padStart(8, '0')).join('')
    const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  random(below: number): number {
    return this.#p.random() % below
  }
}

function keyOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.namespace ?? ''}/${metadata.name}`
}
