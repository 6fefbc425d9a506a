// What of a ping depends on the family: its socket, and what comes back by it. Ref: iputils ping/ping.h:ping_func_set_st
import type { Blocking } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'

/** An address as it is shown; `name` finds what it is called. */
export interface Shown {
  readonly text: string
  readonly name: () => Blocking<string | null>
}

export type Show = (address: Shown) => Blocking<string>

/** An error from the socket's queue. */
export type WireError =
  /** Found on this machine; `text` is what follows "local error: ". */
  | { readonly kind: 'local'; readonly text: string }
  | {
      readonly kind: 'net'
      readonly from: Shown
      readonly seq: number
      readonly text: (show: Show) => Blocking<string>
    }
  /** About somebody else's packet. */
  | { readonly kind: 'other' }

export type WireReply =
  | {
      readonly kind: 'echo'
      readonly from: Shown
      readonly seq: number
      readonly data: Uint8Array
      readonly ttl: number
      /** Not from the address that was asked. */
      readonly different: boolean
    }
  | { readonly kind: 'error'; readonly seq: number }
  | {
      readonly kind: 'redirect'
      readonly from: Shown
      readonly seq: number
      readonly text: (show: Show) => Blocking<string>
    }
  | { readonly kind: 'other' }

export interface PingWire {
  readonly socket: Waitable
  /** Canonical name of the target. */
  readonly hostname: string
  readonly id: number
  /** More than one may answer. */
  readonly many: boolean
  /** Sends an echo request. */
  send(seq: number, data: Uint8Array, confirm: boolean): Errno | null
  /** null: there is no error. */
  recverr(): WireError | null
  recv(): WireReply | Errno
}
