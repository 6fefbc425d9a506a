// The door from inside a machine to the lab around it, as a guest asks its hypervisor: what the `lab` program sends.

/** One end of a cable: a NIC of a machine, or a switch (which finds itself a free port). */
export interface CableEnd {
  readonly node: string
  readonly nic: string | null
}

export type LabRequest =
  | { readonly op: 'add-machine'; readonly name: string }
  | { readonly op: 'add-switch'; readonly name: string }
  /** Of so many machines, joined to the one that asks; `backend`: how its pods reach each other. */
  | { readonly op: 'add-cluster'; readonly size: number; readonly backend: string | null }
  | { readonly op: 'remove'; readonly name: string }
  | { readonly op: 'cable'; readonly a: CableEnd; readonly b: CableEnd }
  | { readonly op: 'uncable'; readonly end: CableEnd }
  /** Runs a script on a machine. */
  | { readonly op: 'start'; readonly machine: string; readonly script: string }
  | { readonly op: 'list' }

export interface LabNode {
  readonly name: string
  readonly kind: 'machine' | 'switch'
  readonly nics: readonly { readonly name: string; readonly peer: CableEnd | null }[]
}

export type LabReply =
  | { readonly error: string }
  | {
      readonly error: null
      readonly nodes: readonly LabNode[]
      /** What is left for whoever asked to do on its own machine. */
      readonly script?: string
      /** What goes on elsewhere. */
      readonly work?: LabWork
    }

export interface LabWork {
  readonly done: boolean
  /** Exit status, and what there was to say; when it is done. */
  readonly status: number
  readonly words: string
}

/** What is found out on a copy of the lab, which itself stays as it is. */
export type LabQuestion =
  /** Why a probe fails: the one of `argv`, given on this machine in the namespace of that inode; null: the last that ended. */
  | { readonly kind: 'why'; readonly probe: LabProbe | null }
  /** Who reaches whom, by ping, or on a TCP port. */
  | { readonly kind: 'reach'; readonly port: number | null }

export interface LabProbe {
  readonly netns: number
  readonly argv: readonly string[]
}

export type LabAnswer =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** The asker is part of a copy that goes no further. */
  | { readonly kind: 'hold' }

/** Answers what stands; used also to look a machine's address up for a person's convenience. */
export interface LabDoor {
  call(request: LabRequest): LabReply
  ask(question: LabQuestion): LabAnswer
}
