// select: a menu on standard error, an answer from standard input, over and over. Ref: bash execute_cmd.c:select_query()
import type { Select } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assign } from '../assign.ts'
import { expandWords } from '../expand/word.ts'
import type { ShellState } from '../state.ts'
import { loopEnds } from './loops.ts'

const COLUMNS = 80
const TAB = 8
/** Between the number and the word, and after the word. */
const PARENTHESIS = ') '
const GAP = 2

export function* runSelect(shell: ShellState, node: Select): Blocking<number> {
  const words: string[] = []
  if (!node.wordlist) words.push(...shell.positional)
  else if (!(yield* expandWords(shell, node.wordlist, words))) return shell.status
  shell.status = 0
  if (words.length === 0) return 0
  shell.loops++
  for (let shows = true; ; shows = shell.vars.get('REPLY') === '') {
    const chosen = yield* choose(shell, words, shows)
    if (chosen === null) {
      shell.status = 1
      break
    }
    if (!assign(shell, node.name.text, null, chosen)) {
      shell.status = 1
      break
    }
    yield* shell.language.list(shell, node.body.commands)
    if (loopEnds(shell)) break
  }
  shell.loops--
  return shell.status
}

/** The word of the number given, none for what is no number of the menu; null at the end of the input. */
function* choose(shell: ShellState, words: readonly string[], shows: boolean): Blocking<string | null> {
  for (let list = shows; ; list = true) {
    if (list) shell.err(menu(words, Number(shell.vars.get('COLUMNS') ?? '') || COLUMNS))
    shell.err(shell.vars.get('PS3') ?? '#? ')
    const reply = yield* shell.p.io.lineUnbuffered(0)
    if (reply === null) {
      shell.p.io.out('\n')
      return null
    }
    const text = reply.trim()
    assign(shell, 'REPLY', null, text)
    if (text !== '') return /^[+-]?\d+$/.test(text) ? (words[Number(text) - 1] ?? '') : ''
  }
}

/** Ref: print_select_list() */
function menu(words: readonly string[], width: number): string {
  const digits = String(words.length).length
  const column = Math.max(...words.map((word) => word.length)) + digits + PARENTHESIS.length + GAP
  let columns = Math.max(1, Math.floor(width / column))
  let rows = Math.ceil(words.length / columns)
  columns = Math.ceil(words.length / rows)
  if (rows === 1) rows = columns
  let out = ''
  for (let row = 0; row < rows; row++) {
    for (let at = row, from = 0; ; from += column) {
      const size = from === 0 ? String(rows).length : digits
      const cell = `${String(at + 1).padStart(size)}${PARENTHESIS}${words[at] ?? ''}`
      out += cell
      at += rows
      if (at >= words.length) break
      out += indent(from + cell.length, from + column)
    }
    out += '\n'
  }
  return out
}

/** From one column to another, with tabs where they fit. Ref: indent() */
function indent(from: number, to: number): string {
  let out = ''
  for (let at = from; at < to;) {
    const tab = Math.floor(to / TAB) > Math.floor(at / TAB)
    out += tab ? '\t' : ' '
    at += tab ? TAB - (at % TAB) : 1
  }
  return out
}
