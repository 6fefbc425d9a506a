// Commands that mend, as they are typed on a machine.
import type { Lab } from '../lab.ts'
import type { NetnsView } from '../view.ts'
import { wayInto } from './experiment.ts'

export interface Command {
  readonly machine: string
  readonly line: string
}

/** What is tried together. `price`: how much it opens or changes, beyond the number of its commands. */
export interface Mend {
  readonly commands: readonly Command[]
  readonly price: number
  /** One of several ways to do the same: after one of them none of the others is tried. */
  readonly choice?: string
}

export function mend(commands: readonly Command[], price = 0): Mend {
  return { commands, price }
}

/** `ip -n red …` in a named namespace. */
export function ip(lab: Lab, netns: NetnsView, words: string): Command {
  if (netns.root) return { machine: netns.machine, line: `ip ${words}` }
  if (netns.name !== null) return { machine: netns.machine, line: `ip -n ${netns.name} ${words}` }
  return run(lab, netns, `ip ${words}`)
}

/** Any other command, in a namespace. */
export function run(lab: Lab, netns: NetnsView, line: string): Command {
  const way = wayInto(lab, netns.machine, Number(netns.id.split('/')[1]))
  return { machine: netns.machine, line: way === '' ? line : `${way} ${line}` }
}
