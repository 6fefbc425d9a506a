// What is installed on the machines of a lab. The page starts with little of it and gets the rest when it is needed.
import type { Command } from '../commands/command.ts'
import type { KernelModule } from '../kernel/core/module.ts'
import type { Net } from '../kernel/kernel.ts'
import type { Program } from '../os/program.ts'
import type { StarterHooks } from '../shell/starter.ts'
import type { Captures } from './captures.ts'
import type { AddCluster } from './door.ts'
import type { Exporter } from './export/exports.ts'
import type { LabAnswer, LabQuestion } from '../uapi/lab.ts'
import type { Copier } from './journal.ts'
import type { Lab } from './lab.ts'
import type { InsideView } from './netfilterview.ts'
import type { MachineNode } from './nodes.ts'
import type { StoryOf } from './story.ts'
import type { ContainerView, DockerView, DoorView } from './view.ts'
import type { NftTable } from '../uapi/netfilter.ts'
import type { Inet } from '../wire/inet.ts'
import type { WorldName } from './worlds/names.ts'
import type { World } from './worlds/world.ts'

/** Lines run one at a time in one bash that has no terminal. */
export interface LineShell {
  readonly program: Program
  run(text: string, done: (status: number) => void): void
}

/** Whose namespaces are, what runs in them, and what a machine has to run containers from. */
export interface Containers {
  readonly of: (node: MachineNode) => ReadonlyMap<Net, ContainerView>
  readonly docker: (node: MachineNode) => DockerView | null
  /** What NAT rules of a namespace with these addresses make of its ports. */
  readonly doors: (tables: readonly NftTable[], own: ReadonlySet<Inet>) => readonly DoorView[]
  /** Lines about what runs in each namespace. */
  readonly processes: (node: MachineNode) => ReadonlyMap<Net, readonly string[]>
}

export interface Software {
  /** The worlds whose labs can be opened with it. */
  readonly worlds: Readonly<Partial<Record<WorldName, World>>>
  readonly commands: readonly Command[]
  /** Parts of every machine's kernel. */
  readonly modules: readonly KernelModule[]
  /** The shell of terminals, and what /bin/bash is. */
  readonly shell: (hooks: StarterHooks) => Program
  /** BusyBox, whose sh is of the same make; null: not yet. */
  readonly busybox: ((hooks: StarterHooks) => Program) | null
  /** Null: no rule can be there yet. */
  readonly inside: ((node: MachineNode, net: Net) => InsideView) | null
  /** null: no container can be there yet. */
  readonly containers: Containers | null
  /** null: no packet's story can be told yet. */
  readonly story: StoryOf | null
  /** null: packets are not looked through by tcpdump's expressions yet, and not written to files. */
  readonly captures: Captures | null
  /** null: no lab can be taken away in another form yet. */
  readonly exporter: Exporter | null
  /** null: nothing can be asked about a copy yet. */
  readonly questions: ((lab: Lab, copy: Copier, machine: string, question: LabQuestion) => LabAnswer) | null
  /** null: none can be added yet. */
  readonly addCluster: AddCluster | null
  /** null: lines without a terminal cannot be run yet. */
  readonly lines: (() => LineShell) | null
}

export function shellPaths(
  shell: Program,
  busybox: Program | null,
): readonly { readonly path: string; readonly run: Program }[] {
  return [
    ...(busybox ? [{ path: '/usr/bin/busybox', run: busybox }] : []),
    { path: '/usr/bin/bash', run: shell },
    { path: '/usr/bin/sh', run: shell },
  ]
}
