// Whose doing a thing of the kernel is: an engine that makes links, addresses, routes and rules says for whom. Linux keeps
// no such record and no program prints it; like the trace it is for whoever looks on.

export interface Provenance {
  /** Who made it: `Docker`, `CNI bridge`, `kube-proxy`. */
  readonly by: string
  /** For what; `engine`: for all that it runs. */
  readonly kind: 'engine' | 'network' | 'container' | 'pod' | 'service' | 'policy' | 'node'
  /** `web`, `default/web`; empty of an engine. */
  readonly name: string
  /** What of it, as it was asked for: `-p 8080:80`; empty when there is nothing to add. */
  readonly detail: string
}

/** Whatever a process makes it makes for this, and so do its children. */
export interface Maker {
  readonly provenance: Provenance
  /** Where many rules are written at once: for whom one is, by its chain and its comment; null: as `provenance` says. */
  ofRule?(chain: string, comment: string): Provenance | null
}
