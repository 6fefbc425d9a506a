// Alias expansion: on the text of a line, before it is run.
import type { SyntaxNode } from 'unbash'
import { forEachChild } from 'unbash'
import type { ShellState } from './state.ts'
import { parseText } from './syntax/parse.ts'

interface Name {
  readonly text: string
  readonly pos: number
  readonly end: number
}

/** The text with the names of its commands replaced where they are aliases. */
export function expandAliases(shell: ShellState, text: string): string {
  if (shell.aliases.size === 0 || !shell.shopts.has('expand_aliases')) return text
  const left = new Map(shell.aliases)
  let current = text
  // What an alias gives may begin with another alias, but not with itself.
  while (left.size > 0) {
    const used = new Set<string>()
    for (const name of namesOf(current).sort((a, b) => b.pos - a.pos)) {
      const value = left.get(name.text)
      if (value === undefined) continue
      used.add(name.text)
      current = current.slice(0, name.pos) + withNext(left, value, current.slice(name.end))
    }
    if (used.size === 0) break
    for (const name of used) left.delete(name)
  }
  return current
}

/** An alias that ends in a blank has the next word looked at too. */
function withNext(aliases: ReadonlyMap<string, string>, value: string, rest: string): string {
  if (!/[ \t]$/.test(value)) return value + rest
  const next = /^[ \t]*([^\s;|&()<>]+)/.exec(rest)
  const replacement = next?.[1] === undefined ? undefined : aliases.get(next[1])
  return replacement === undefined || !next
    ? value + rest
    : value + withNext(aliases, replacement, rest.slice(next[0].length))
}

function namesOf(text: string): Name[] {
  const names: Name[] = []
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command' && node.name) names.push(node.name)
    if (node.type !== 'Word') forEachChild(node, visit)
  }
  forEachChild(parseText(text), visit)
  return names
}
