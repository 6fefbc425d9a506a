// Parsing, with what has been parsed before kept: a text is parsed the same way each time.
import type { ParsedScript, Statement, SyntaxNode } from 'unbash'
import { forEachChild, parse } from 'unbash'
import type { Diagnosis } from './diagnose.ts'
import { diagnose } from './diagnose.ts'

const cache = new Map<string, ParsedScript>()
const MOST = 300
const LONGEST = 4000

export function parseText(text: string): ParsedScript {
  const known = cache.get(text)
  if (known) return known
  const script = parse(text)
  if (text.length <= LONGEST) {
    if (cache.size >= MOST) cache.clear()
    cache.set(text, script)
  }
  return script
}

/** A text taken apart: what can be run, and what is wrong after it. */
export interface Reading {
  readonly statements: readonly Statement[]
  /** Null when all is well. */
  readonly wrong: Diagnosis | null
}

const EXTENDED = /[?*+@!]\(/
/** What the parser lets pass and bash does not: two separators, a descriptor's number for a file, a parenthesis after a word. */
const SUSPECT = /[;&]\s+[;&|]|[<>]\s*\d+[<>]|[^\s$=<>(;&|]\s*\((?!\))/
const BASHISMS = /=\(|[<>]\(|<<</

/** `bashisms`: what only bash knows is taken. */
export function readText(text: string, extglob: boolean, bashisms: boolean): Reading {
  const script = parseText(text)
  const doubtful =
    SUSPECT.test(text) || (!extglob && EXTENDED.test(text)) || (!bashisms && BASHISMS.test(text))
  if (!script.errors && !doubtful && !hasNestedErrors(script, text))
    return { statements: script.commands, wrong: null }
  const found = diagnose(text, extglob, bashisms)
  const wrong = found.problem || script.errors ? found : null
  return {
    statements: wrong ? script.commands.filter((one) => one.pos < wrong.start) : script.commands,
    wrong,
  }
}

const nested = new WeakMap<ParsedScript, boolean>()

/** Whether a `$( … )` or `<( … )` in it cannot be parsed. What stands in backticks is looked at when it is run. */
function hasNestedErrors(script: ParsedScript, text: string): boolean {
  if (!/[$<>]\(/.test(text)) return false
  let found = nested.get(script)
  if (found === undefined) {
    found = false
    const search = (node: SyntaxNode): void => {
      if (found) return
      if (node.type === 'Script' && node.errors) found = true
      else if (node.type !== 'CommandExpansion' || node.text.startsWith('$')) forEachChild(node, search)
    }
    forEachChild(script, search)
    nested.set(script, found)
  }
  return found
}

/** Whether more lines are needed before it can be run. */
export function isUnfinished(text: string): boolean {
  const script = parseText(text)
  if (!script.errors && !hasNestedErrors(script, text) && !text.includes('<<') && !/\\\n?$/.test(text))
    return false
  const { problem, open } = diagnose(text, true)
  if (problem?.kind === 'sentence') return problem.text.includes('EOF')
  if (problem) return problem.kind === 'end' || problem.kind === 'matching'
  return open
}
