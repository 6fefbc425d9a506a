// Parsing, with what has been parsed before kept: a text is parsed the same way each time.
import type { ParsedScript, Statement } from 'unbash'
import { parse } from 'unbash'
import type { Diagnosis } from './grammar.ts'
import { diagnose } from './grammar.ts'

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

export function readText(text: string): Reading {
  const script = parseText(text)
  if (!script.errors) return { statements: script.commands, wrong: null }
  const wrong = diagnose(text)
  const statements = script.commands.filter((statement) => statement.end <= wrong.start)
  return { statements, wrong }
}

/** Whether more lines are needed before it can be run. */
export function isUnfinished(text: string): boolean {
  if (!parseText(text).errors && !text.includes('<<') && !/\\\n?$/.test(text)) return false
  const { problem, open } = diagnose(text)
  if (problem) return problem.kind === 'end' || problem.kind === 'matching'
  return open
}
