// Applets that do what a tool does that vethlab has already: the tool's own code, with BusyBox's options and words.
import type { Process, Program } from '../../os/program.ts'
import type { Command } from '../command.ts'
import type { Applet } from './applet.ts'
import { usageText } from './applet.ts'
import { withErrors } from './process.ts'

/** A complaint of the tool's and what BusyBox says instead. Null: only how it is used is printed; empty: nothing is. */
export type Rewording = readonly [pattern: RegExp, words: string | null]

export interface SharedApplet {
  readonly tool: Command
  readonly usage: string | null
  /** Letters of the options it has, and long ones with their dashes: `nbvteA --color`. */
  readonly options: string
  /** Options that BusyBox has and that are refused, as in ToolSpec. */
  readonly refused?: readonly string[]
  /** Exit status of wrong usage; 1 when absent. */
  readonly badUsage?: number
  /** The worst exit status it has, where the tool has worse. */
  readonly worst?: number
  readonly words?: readonly Rewording[]
}

/** What all of them say of operands that are missing or too many: nothing, but how they are used. */
const COMMON: readonly Rewording[] = [
  [/^missing (?:file )?operand$/, null],
  [/^missing (?:destination file )?operand after .*$/s, null],
  [/^extra operand .*$/s, null],
]

export function sharedApplet(spec: SharedApplet): Applet {
  const { tool, usage } = spec
  const { name } = tool
  const [letters = '', ...long] = spec.options.split(' ')
  const words = [...(spec.words ?? []), ...COMMON]
  const manner = {
    name,
    letters: new Set(letters),
    long: new Set(long.map((option) => option.slice(2))),
    refused: spec.refused ?? [],
    badUsage: spec.badUsage ?? 1,
    worst: spec.worst ?? 255,
    usage: usageText(name, usage),
    message: (text: string): string | null => reword(words, text.replace(/[‘’]/g, "'")),
  }
  return { name, usage, run: tool.inManner?.(manner) ?? reworded(tool.run, name, manner) }
}

function reword(words: readonly Rewording[], text: string): string | null {
  for (const [pattern, replacement] of words)
    if (pattern.test(text)) return replacement === null ? null : text.replace(pattern, replacement)
  return text
}

/** Of a program that reads its command line in its own way: what it writes to standard error is reworded. */
function reworded(run: Program, name: string, { usage, message }: Wording): Program {
  const said = (data: string): string => {
    if (!data.startsWith(`${name}: `)) return data
    const [first = ''] = data.slice(name.length + 2).split('\n')
    const text = message(first)
    return text === null ? usage : text === '' ? '' : `${name}: ${text}\n`
  }
  return (p: Process) => run(withErrors(p, said))
}

interface Wording {
  readonly usage: string
  message(text: string): string | null
}
