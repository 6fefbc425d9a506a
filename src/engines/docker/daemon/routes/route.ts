import type { Blocking } from '../../../../os/program.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { invalidParameter, type ApiError } from '../../libnetwork/apiError.ts'
import { jsonSyntaxError } from '../../../cni/json.ts'
import type { Daemon } from '../daemon.ts'
import type { ApiRequest, ApiResponse } from '../response.ts'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** HEAD is answered too. */
  readonly head?: true
  readonly pattern: RegExp
  handle(d: Daemon, request: ApiRequest): Blocking<ApiResponse>
}

/** `path` may hold `{name}` for one part and `{name*}` for the rest. */
export function on(
  method: Route['method'],
  path: string,
  handle: (d: Daemon, request: ApiRequest) => Blocking<ApiResponse>,
): Route {
  const source = path.replace(
    /\{(\w+)(\*?)\}/g,
    (_, name: string, rest: string) => `(?<${name}>${rest ? '.+' : '[^/]+'})`,
  )
  return { method, pattern: new RegExp(`^${source}$`), handle }
}

/** As `on`, for what answers at once. */
export function at(
  method: Route['method'],
  path: string,
  handle: (d: Daemon, request: ApiRequest) => ApiResponse,
): Route {
  return on(method, path, function* answer(d, request) {
    return handle(d, request)
  })
}

/** The request's body; an empty one is an empty object. */
export function bodyOf<T>(request: ApiRequest): T | ApiError {
  const text = decodeUtf8(request.body)
  if (text.trim() === '') return {} as T
  const error = jsonSyntaxError(text)
  return error === null ? (JSON.parse(text) as T) : invalidParameter(error)
}

/** httputils.BoolValue() */
export function flag(request: ApiRequest, name: string, fallback = false): boolean {
  const value = request.query.get(name)
  if (value === undefined) return fallback
  return !['', '0', 'no', 'false', 'none'].includes(value.toLowerCase().trim())
}
