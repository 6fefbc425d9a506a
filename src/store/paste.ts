// What was pasted, told apart. Loaded when somebody pastes.
import {
  commandsOf,
  insideNetns,
  readPasted,
  typographicIn,
  type PastedLine,
  type Typographic,
} from '../session/paste.ts'
import type { TerminalCommand } from '../session/protocol.ts'
import type { TerminalTab } from './lab.ts'

export { typographicIn, type PastedLine, type Typographic } from '../session/paste.ts'

/** What to do with a text that was pasted into a terminal. */
export type PastePlan =
  /** It goes in as it is. `hint`: what in it no shell takes for what it looks like. */
  | { readonly kind: 'as-is'; readonly hint: Typographic | null }
  /** There are prompts or outputs in it: the person says which lines run. */
  | { readonly kind: 'ask'; readonly lines: readonly PastedLine[] }

/** Longer ones are not looked at, only pasted. */
const MOST_LOOKED_AT = 200_000

export function planPaste(text: string): PastePlan {
  if (text.length > MOST_LOOKED_AT) return { kind: 'as-is', hint: null }
  const { lines, prompted } = readPasted(text)
  return prompted ? { kind: 'ask', lines } : { kind: 'as-is', hint: typographicIn(text) }
}

/** Where a paste goes, and what other machines there are. */
interface PasteTarget {
  readonly tab: TerminalTab
  readonly machines: ReadonlySet<string>
}

/** The commands of the lines chosen (those that go on with one come with it), and the terminal each belongs in. */
export function commandsToRun(
  lines: readonly PastedLine[],
  chosen: ReadonlySet<number>,
  { tab, machines }: PasteTarget,
): TerminalCommand[] {
  let open = false
  const runs = (line: PastedLine, n: number): boolean =>
    (open = line.kind === 'continuation' ? open : chosen.has(n))
  return commandsOf(lines, runs).map(({ machine, netns, command }) => {
    const elsewhere = machine !== null && machine !== tab.machine && machines.has(machine)
    const inside =
      netns !== null && (elsewhere || netns !== tab.netns) ? insideNetns(netns, command) : command
    return { id: elsewhere ? machine : tab.id, command: inside }
  })
}
