// The commands of `docker` as a tree. A leaf's one table gives its parser, its help and what is supported.
import type { Blocking } from '../../../../os/program.ts'
import type { ArgsRule } from './args.ts'
import type { DockerCli } from './cli.ts'
import type { Flag, ParsedFlags } from './flags.ts'

export interface CommandSpec {
  /** What follows its name: `[OPTIONS] CONTAINER`. */
  readonly use: string
  readonly short: string
  /** What its own help says instead. */
  readonly long?: string
  /** The names it is known by, as its help lists them. */
  readonly known?: string
  readonly args: ArgsRule
  readonly flags: readonly Flag[]
  /** Options must come first: what follows the first argument is another program's. */
  readonly optionsFirst?: true
  run(cli: DockerCli, flags: ParsedFlags, args: readonly string[]): Blocking<number>
}

export interface Leaf {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly short: string
  readonly hidden?: true
  readonly plugin?: true
  /** Null: Docker has it and vethlab does not. */
  readonly spec: CommandSpec | null
}

export interface Group {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly short: string
  readonly hidden?: true
  readonly plugin?: true
  /** What its own help says instead. */
  readonly long?: string
  readonly flags: readonly Flag[]
  readonly children: readonly Node[]
  /** Those of its commands that its help lists where the daemon is in no swarm; absent: all. */
  readonly outsideSwarm?: readonly string[]
}

export type Node = Leaf | Group

export function isGroup(node: Node): node is Group {
  return 'children' in node
}

export function leaf(name: string, spec: CommandSpec, aliases?: readonly string[]): Leaf {
  return aliases === undefined
    ? { name, short: spec.short, spec }
    : { name, short: spec.short, spec, aliases }
}

export function absent(name: string, short: string): Leaf {
  return { name, short, spec: null }
}
