// Words that mean something to the grammar.
import type { Token } from './scanner.ts'

/** Words that cannot begin a command. */
export const CLOSERS = new Set(['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}', 'in', ']]'])

/** After these an assignment may be one of an array. */
export const DECLARING = new Set(['alias', 'declare', 'eval', 'export', 'local', 'readonly', 'typeset'])

/** What ends a compound list. */
export function closesList(token: Token): boolean {
  if (token.kind === 'word') return token.bare && CLOSERS.has(token.text) && token.text !== 'in'
  return token.kind === 'operator' && /^(?:\)|;;&?|;&)$/.test(token.text)
}
