// What a route is asked and what it answers.
import type { Blocking } from '../../../os/program.ts'
import type { Channel } from '../http/channel.ts'
import type { ApiError } from '../libnetwork/apiError.ts'

export interface ApiRequest {
  readonly method: string
  /** Without the version. */
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  readonly body: Uint8Array
  /** Parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>
  readonly upgrade: boolean
}

/** What a route answers. */
export type ApiResponse =
  | ApiError
  | { readonly kind: 'json'; readonly status: number; readonly value: unknown }
  | { readonly kind: 'empty'; readonly status: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'octets'; readonly fields: Readonly<Record<string, string>>; readonly data: Uint8Array }
  | {
      readonly kind: 'stream'
      readonly type: string
      /** Runs until the stream ends or `send` says that nobody reads. */
      readonly run: (send: (data: Uint8Array) => Blocking<boolean>, channel: Channel) => Blocking<void>
    }
  | { readonly kind: 'hijack'; readonly type: string; readonly run: (channel: Channel) => Blocking<void> }

export function json(value: unknown, status = 200): ApiResponse {
  return { kind: 'json', status, value }
}

export function empty(status = 204): ApiResponse {
  return { kind: 'empty', status }
}
