// A program that follows the objects of a cluster: it keeps what the API server tells, and looks again at every change.
import type { Blocking, Process } from '../../../os/program.ts'
import type { SocketAddress } from '../../../uapi/socket.ts'
import { ApiClient, isApiError } from './client.ts'
import type { KubeObject } from './meta.ts'

const SECOND = 1_000_000_000

interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'
  readonly object: KubeObject
}

export class Cache {
  readonly #objects = new Map<string, KubeObject>()

  /** All of a kind, in the order of their names. */
  all<T extends KubeObject>(kind: string, namespace: string | null = null): T[] {
    const found = [...this.#objects.values()].filter((object) => {
      return object.kind === kind && (namespace === null || object.metadata.namespace === namespace)
    })
    return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) as T[]
  }

  get<T extends KubeObject>(kind: string, namespace: string, name: string): T | null {
    return (this.#objects.get(`${kind}/${namespace}/${name}`) as T | undefined) ?? null
  }

  take({ type, object }: WatchEvent): void {
    if (type === 'DELETED') this.#objects.delete(keyOf(object))
    else this.#objects.set(keyOf(object), object)
  }

  clear(): void {
    this.#objects.clear()
  }
}

function keyOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.namespace ?? ''}/${metadata.name}`
}

export type Reconcile = (cache: Cache, api: ApiClient) => Blocking<void>

/** Never ends: a lost connection is made anew after a second. */
export function* follow(
  p: Process,
  server: SocketAddress,
  kinds: readonly string[],
  reconcile: Reconcile,
): Blocking<number> {
  return yield* followInto(p, server, kinds, new Cache(), reconcile)
}

/** As follow(), into a cache that others look into meanwhile. */
export function* followInto(
  p: Process,
  server: SocketAddress,
  kinds: readonly string[],
  cache: Cache,
  reconcile: Reconcile,
): Blocking<number> {
  const api = new ApiClient(p, server)
  for (;;) {
    const opened = yield* api.open('GET', `/watch?kinds=${kinds.join(',')}`, null)
    if (!isApiError(opened)) {
      cache.clear()
      yield* listen(opened.connection, cache, api, reconcile)
      opened.connection.close()
    }
    yield* p.clock.sleep(SECOND)
  }
}

type Opened = Exclude<
  ReturnType<ApiClient['open']> extends Generator<unknown, infer R> ? R : never,
  { code: number }
>

function* listen(
  connection: Opened['connection'],
  cache: Cache,
  api: ApiClient,
  reconcile: Reconcile,
): Blocking<void> {
  let whole = false
  for (;;) {
    const line = yield* connection.line()
    if (line === null) return
    const event = JSON.parse(line) as WatchEvent
    if (event.type === 'BOOKMARK') whole = true
    else cache.take(event)
    // What has come already is taken in before anything is done about it.
    if (whole && !connection.hasLine) yield* reconcile(cache, api)
  }
}
