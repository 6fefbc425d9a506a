// What a starting world is: data.

/** A veth pair between two machines' own namespaces. */
export interface WorldCable {
  readonly machine: string
  readonly device: string
  readonly peer: string
  readonly peerDevice: string
}

export interface World {
  /** In the order in which they are listed. */
  readonly machines: readonly string[]
  readonly cables: readonly WorldCable[]
  /** Commands that then run, in this order. */
  readonly setup: readonly { readonly machine: string; readonly commands: readonly string[] }[]
}
