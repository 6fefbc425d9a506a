// Asking the API server.
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { SocketAddress } from '../../../uapi/socket.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { dial, readStatus, sendRequest, type Connection } from './http.ts'
import { apiPath, resourceOfKind, type Resource } from './resources.ts'
import type { KubeObject } from './meta.ts'
import type { StatusDetails } from './status.ts'

const JSON_TYPE = 'application/json'

/** What a patch is by its type. (RFC 6902, RFC 7396) */
export const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const

export type PatchType = keyof typeof PATCH_TYPES

/** Why a request was not done. `code` is 0 when nobody answered. */
export class ApiError {
  readonly code: number
  readonly reason: string
  readonly message: string
  readonly details: StatusDetails | null
  constructor(code: number, reason: string, message: string, details: StatusDetails | null = null) {
    this.code = code
    this.reason = reason
    this.message = message
    this.details = details
  }
}

export function isApiError(value: unknown): value is ApiError {
  return value instanceof ApiError
}

export interface ObjectList {
  readonly kind: string
  readonly apiVersion: string
  readonly metadata: { readonly resourceVersion: string }
  readonly items: KubeObject[]
}

export class ApiClient {
  readonly p: Process
  readonly server: SocketAddress
  /** Events that were told, by what they say. */
  readonly told: Map<string, { readonly name: string; count: number }> = new Map()

  /** `patience`: how long a connection may take to be made. */
  constructor(
    p: Process,
    server: SocketAddress,
    readonly patience: number = Infinity,
  ) {
    this.p = p
    this.server = server
  }

  *list<T extends KubeObject>(resource: Resource, namespace: string | null): Blocking<T[] | ApiError> {
    const list = yield* this.request<ObjectList>('GET', apiPath(resource, namespace, null), null)
    return isApiError(list) ? list : (list.items as T[])
  }

  *get<T extends KubeObject>(
    resource: Resource,
    namespace: string | null,
    name: string,
  ): Blocking<T | ApiError> {
    return yield* this.request<T>('GET', apiPath(resource, namespace, name), null)
  }

  /** `dry`: only what would come of it. */
  *create<T extends KubeObject>(object: T, dry: boolean = false): Blocking<T | ApiError> {
    const path = pathOf(object, null)
    return path === null ? unknownKind(object) : yield* this.request<T>('POST', path + dryQuery(dry), object)
  }

  *replace<T extends KubeObject>(
    object: T,
    subresource: string = '',
    dry: boolean = false,
  ): Blocking<T | ApiError> {
    const path = pathOf(object, object.metadata.name)
    const target = `${path}${subresource}${dryQuery(dry)}`
    return path === null ? unknownKind(object) : yield* this.request<T>('PUT', target, object)
  }

  *patch<T extends KubeObject>(object: KubeObject, change: object): Blocking<T | ApiError> {
    return yield* this.patchText<T>(object, JSON.stringify(change), 'strategic')
  }

  *patchText<T extends KubeObject>(
    object: KubeObject,
    change: string,
    type: PatchType,
    dry: boolean = false,
  ): Blocking<T | ApiError> {
    const path = pathOf(object, object.metadata.name)
    if (path === null) return unknownKind(object)
    return yield* this.#send<T>('PATCH', path + dryQuery(dry), change, PATCH_TYPES[type])
  }

  /** The very object when its UID is known, else whatever bears its name. */
  *remove(
    object: KubeObject,
    graceSeconds: number | null = null,
    dry: boolean = false,
  ): Blocking<KubeObject | ApiError> {
    const { name, uid } = object.metadata
    const path = pathOf(object, name)
    const words = [
      ...(graceSeconds === null ? [] : [`gracePeriodSeconds=${graceSeconds}`]),
      ...(uid === undefined ? [] : [`uid=${uid}`]),
      ...(dry ? ['dryRun=All'] : []),
    ]
    return path === null
      ? unknownKind(object)
      : yield* this.request('DELETE', `${path}?${words.join('&')}`, null)
  }

  *request<T>(method: string, target: string, body: object | null): Blocking<T | ApiError> {
    return yield* this.#send<T>(method, target, body === null ? null : JSON.stringify(body))
  }

  *#send<T>(
    method: string,
    target: string,
    body: string | null,
    type: string = JSON_TYPE,
  ): Blocking<T | ApiError> {
    const opened = yield* this.open(method, target, body, type)
    if (isApiError(opened)) return opened
    const text = decodeUtf8(yield* opened.connection.take(opened.length))
    opened.connection.close()
    return JSON.parse(text) as T
  }

  /** A connection whose answer is still to be read. */
  *open(
    method: string,
    target: string,
    body: string | null,
    type: string = JSON_TYPE,
  ): Blocking<{ readonly connection: Connection; readonly length: number } | ApiError> {
    const connection = yield* dial(this.p, this.server, this.p.clock.now() + this.patience)
    if (isErrno(connection)) return new ApiError(0, connection.name, connection.text)
    yield* sendRequest(connection, method, target, body, type)
    const head = yield* readStatus(connection)
    if (!head) {
      connection.close()
      return new ApiError(0, 'EOF', 'EOF')
    }
    if (head.status < 400) return { connection, length: head.length }
    const said = JSON.parse(decodeUtf8(yield* connection.take(head.length))) as {
      reason: string
      message: string
      details?: StatusDetails
    }
    connection.close()
    return new ApiError(head.status, said.reason, said.message, said.details)
  }
}

function dryQuery(dry: boolean): string {
  return dry ? '?dryRun=All' : ''
}

function pathOf(object: KubeObject, name: string | null): string | null {
  const resource = resourceOfKind(object.kind)
  return resource ? apiPath(resource, object.metadata.namespace ?? 'default', name) : null
}

function unknownKind({ kind, apiVersion }: KubeObject): ApiError {
  return new ApiError(404, 'NotFound', `no matches for kind "${kind}" in version "${apiVersion}"`)
}
