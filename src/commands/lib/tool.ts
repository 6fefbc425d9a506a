// A program from its option table: parsing, complaints, --help, completion and the list of what is supported.
import type { Blocking, Process, Program } from '../../os/program.ts'
import type { Command, Manner } from '../command.ts'
import { Args, grammarOf, parseOptions, readSpelling, type OptionTable } from './options.ts'
import { finishTool, startTool, type Tool } from './runningTool.ts'

export type { Tool }

export interface ToolSpec<Id extends string> {
  readonly name: string
  readonly path: string
  readonly summary: string
  /** What follows the name in each usage line. */
  readonly usage: readonly string[]
  readonly options: OptionTable<Id>
  /** Spellings of options that real Linux has and that are refused. */
  readonly refused?: readonly string[]
  /** Forms worth a line in the list of what is supported. */
  readonly forms?: readonly string[]
  /** Exit status of wrong usage; 1 when absent. */
  readonly badUsage?: number
  /** Option that `-12` stands for. */
  readonly digits?: Id
  readonly stopAtOperand?: boolean
  /** Words that begin with `-` and are no options: negative numbers, modes. */
  readonly isOperand?: (word: string) => boolean
  /** What follows a complaint about usage; `Try 'NAME --help' …` when absent. */
  readonly hint?: string
  /** What is done instead after getopt's complaint about an option: gives the exit status. */
  readonly afterBadOption?: (tool: Tool) => number
  /** Complaints do not flush standard output first, as error(3) does and fprintf(3) does not. */
  readonly unflushedErrors?: boolean
  /** `--help` and `--version` are options of its own, and its complaints name it as it is, not as it was called. */
  readonly ownHelp?: boolean
  /** What could stand after the words `before` (without the name) where no option is typed. */
  readonly completeWord?: (p: Process, before: readonly string[], typed: string) => readonly string[]
  /** Gives the exit status. */
  readonly main: (tool: Tool, args: Args<Id>) => number | Blocking<number>
}

export function defineTool<const Id extends string>(spec: ToolSpec<Id>): Command {
  const { options } = spec
  const grammar = grammarOf(options, spec.refused ?? [], {
    digits: spec.digits ?? null,
    stopAtOperand: spec.stopAtOperand ?? false,
    isOperand: spec.isOperand ?? (() => false),
  })
  const badUsage = spec.badUsage ?? 1
  const rows = Object.values<readonly [string, string]>(options)

  function* run(p: Process): Blocking<number> {
    // getopt(3) names a program as it was called; so do GNU's programs in all they say.
    const called = p.argv[0] ?? spec.name
    const name = spec.ownHelp ? spec.name : called
    const hint = spec.hint ?? `Try '${name} --help' for more information.\n`
    const tool = startTool(p, name, { badUsage, hint, unflushedErrors: spec.unflushedErrors ?? false })
    const words = p.argv.slice(1)
    const asked = spec.ownHelp ? null : askedFor(words, spec.stopAtOperand ?? false)
    if (asked !== null) {
      p.io.out(asked === '--help' ? helpText(name, spec.summary, spec.usage, rows) : `${name} (vethlab)\n`)
      return 0
    }
    const args = parseOptions(grammar, words)
    if (!(args instanceof Args)) {
      if ('unsupported' in args) return tool.unsupported(args.unsupported)
      p.io.err(`${called}: ${args.complaint}\n`)
      if (spec.afterBadOption) {
        const status = spec.afterBadOption(tool)
        tool.out.flush()
        return status
      }
      p.io.err(hint)
      return badUsage
    }
    return yield* finishTool(tool, spec.main(tool, args), badUsage)
  }

  return {
    name: spec.name,
    path: spec.path,
    run,
    inManner: (manner) => inManner(spec, manner),
    summary: spec.summary,
    supports: [...(spec.forms ?? []), ...rows.map(([spelling, help]) => `${spelling}: ${help}`)],
    complete: (p, typed) => {
      const word = typed.at(-1) ?? ''
      if (word.startsWith('-')) return completeOptions(rows, word)
      return (spec.completeWord?.(p, typed.slice(1, -1), word) ?? []).filter((w) => w.startsWith(word))
    },
  }
}

/** The program as another make has it: see Manner. */
function inManner<Id extends string>(spec: ToolSpec<Id>, manner: Manner): Program {
  const { name, badUsage, usage: hint, message } = manner
  const all = grammarOf(spec.options, [...(spec.refused ?? []), ...manner.refused], {
    digits: spec.digits ?? null,
    stopAtOperand: spec.stopAtOperand ?? false,
    isOperand: spec.isOperand ?? (() => false),
  })
  const refused = new Set(manner.refused.flatMap((spelling) => readSpelling(spelling).shorts))
  const grammar = {
    ...all,
    shorts: new Map([...all.shorts].filter(([c]) => manner.letters.has(c) || refused.has(c))),
    longs: new Map([...all.longs].filter(([word]) => manner.long.has(word))),
  }
  return function* run(p) {
    const tool = startTool(p, name, { badUsage, hint, unflushedErrors: false, message })
    const args = parseOptions(grammar, p.argv.slice(1))
    if (!(args instanceof Args)) {
      if ('unsupported' in args) return tool.unsupported(args.unsupported)
      p.io.err(`${name}: ${args.complaint}\n${hint}`)
      return badUsage
    }
    return Math.min(manner.worst, yield* finishTool(tool, spec.main(tool, args), badUsage))
  }
}

/** `--help` or `--version`, wherever among the options it stands. */
function askedFor(words: readonly string[], stopAtOperand: boolean): string | null {
  for (const word of words) {
    if (word === '--help' || word === '--version') return word
    if (word === '--' || (stopAtOperand && !word.startsWith('-'))) return null
  }
  return null
}

function helpText(
  name: string,
  summary: string,
  usage: readonly string[],
  rows: readonly (readonly [string, string])[],
): string {
  const lines = usage.map((form, i) => `${i === 0 ? 'Usage:' : '  or: '} ${name} ${form}`.trimEnd())
  lines.push(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
  if (rows.length > 0) lines.push('')
  for (const [spelling, help] of rows) {
    const left = spelling.startsWith('--') ? `      ${spelling}` : `  ${spelling}`
    if (left.length > 27) lines.push(left, `${' '.repeat(29)}${help}`)
    else lines.push(`${left.padEnd(29)}${help}`)
  }
  return `${lines.join('\n')}\n`
}

/** Spellings that begin with what was typed. */
export function completeOptions(
  rows: readonly (readonly [string, string])[],
  typed: string,
): readonly string[] {
  if (!typed.startsWith('-')) return []
  const words = rows.flatMap(([spelling]) => {
    const { shorts, longs } = readSpelling(spelling)
    return [...shorts.map((s) => `-${s}`), ...longs.map((l) => `--${l}`)]
  })
  return words.filter((word) => word.startsWith(typed)).sort()
}
