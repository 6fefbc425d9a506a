// What each key does to the line (readline's Emacs mode).
import type { HistoryWalk } from './history.ts'
import type { Key } from './keys.ts'
import type { EditLine } from './line.ts'

/** What an action may touch. */
export interface Editing {
  readonly line: EditLine
  readonly walk: HistoryWalk
  readonly history: readonly string[]
  /** How often Alt-. came in a row. */
  lastArgument: number
}

type Action = (editing: Editing, key: Key) => void

function recall(editing: Editing, text: string | null): void {
  if (text !== null) editing.line.set(text)
}

function changing(action: Action): Action {
  return (editing, key) => {
    editing.line.remember()
    action(editing, key)
  }
}

const insert: Action = ({ line }, key) => {
  line.remember(key.name === 'text')
  line.insert(key.text)
}
const backspace = changing(({ line }) => {
  if (line.cursor > 0) line.remove(line.cursor - 1, line.cursor)
})
const left: Action = ({ line }) => line.move(-1)
const right: Action = ({ line }) => line.move(1)
const home: Action = ({ line }) => line.move(-Infinity)
const end: Action = ({ line }) => line.move(Infinity)
const wordLeft: Action = ({ line }) => {
  line.cursor = line.wordLeft()
}
const wordRight: Action = ({ line }) => {
  line.cursor = line.wordRight()
}
const older: Action = (editing) => recall(editing, editing.walk.step(-1, editing.line.text))
const newer: Action = (editing) => recall(editing, editing.walk.step(1, editing.line.text))
const killWordLeft = changing(({ line }) => line.kill(line.wordLeft(), line.cursor))

/** The last word of an older command; again, of one older still. */
const lastArgument = changing((editing) => {
  const { line, history } = editing
  const previous = editing.lastArgument > 0 ? argumentOf(history, editing.lastArgument) : ''
  const next = argumentOf(history, editing.lastArgument + 1)
  if (next === '') return
  line.remove(line.cursor - [...previous].length, line.cursor)
  line.insert(next)
  editing.lastArgument++
})

function argumentOf(history: readonly string[], back: number): string {
  return history.at(-back)?.trim().split(/\s+/).at(-1) ?? ''
}

function changeWord(change: (word: string) => string): Action {
  return changing(({ line }) => {
    const stop = line.wordRight()
    const word = line.remove(line.cursor, stop)
    line.insert(change(word))
  })
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['text', insert],
  ['paste', insert],
  ['backspace', backspace],
  ['ctrl-h', backspace],
  [
    'delete',
    changing(({ line }) => {
      if (!line.atEnd) line.remove(line.cursor, line.cursor + 1)
    }),
  ],
  ['left', left],
  ['ctrl-b', left],
  ['right', right],
  ['ctrl-f', right],
  ['home', home],
  ['ctrl-a', home],
  ['end', end],
  ['ctrl-e', end],
  ['alt-b', wordLeft],
  ['ctrl-left', wordLeft],
  ['alt-left', wordLeft],
  ['alt-f', wordRight],
  ['ctrl-right', wordRight],
  ['alt-right', wordRight],
  ['up', older],
  ['ctrl-p', older],
  ['down', newer],
  ['ctrl-n', newer],
  ['alt-<', (editing) => recall(editing, editing.walk.jump('first', editing.line.text))],
  ['alt->', (editing) => recall(editing, editing.walk.jump('last', editing.line.text))],
  ['ctrl-k', changing(({ line }) => line.kill(line.cursor, line.characters.length))],
  ['ctrl-u', changing(({ line }) => line.kill(0, line.cursor))],
  ['ctrl-w', changing(({ line }) => line.kill(line.spaceLeft(), line.cursor))],
  ['alt-d', changing(({ line }) => line.kill(line.cursor, line.wordRight()))],
  ['alt-backspace', killWordLeft],
  ['ctrl-y', changing(({ line }) => line.insert(line.kills.at(-1) ?? ''))],
  ['ctrl-t', changing(({ line }) => line.transpose())],
  ['ctrl-_', ({ line }) => line.undo()],
  ['alt-.', lastArgument],
  ['alt-_', lastArgument],
  ['alt-u', changeWord((word) => word.toUpperCase())],
  ['alt-l', changeWord((word) => word.toLowerCase())],
  ['alt-c', changeWord((word) => word.toLowerCase().replace(/\p{L}/u, (c) => c.toUpperCase()))],
  ['alt-#', changing(({ line }) => line.set(`#${line.text}`))],
])

/** Null for keys that do nothing. */
export function actionOf(key: Key): Action | null {
  return ACTIONS.get(key.name) ?? null
}
