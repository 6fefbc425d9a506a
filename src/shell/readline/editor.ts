// The line editor: reads keystrokes from a terminal in raw mode until a line is done. Ref: readline(3)
import type { Blocking, OpenFile, Tty } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import { actionOf } from './actions.ts'
import { HistoryWalk } from './history.ts'
import type { Key } from './keys.ts'
import { KeyDecoder } from './keys.ts'
import { EditLine } from './line.ts'
import type { Completion } from './matches.ts'
import { columnsOf, commonPrefix } from './matches.ts'
import { Screen } from './screen.ts'
import { Search } from './search.ts'

/** What came of reading a line. `injected`: one from outside is waiting, and what was typed so far is kept. */
export type LineResult =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'end' | 'interrupt' | 'injected' }

export interface EditorOptions {
  readonly file: OpenFile
  readonly tty: Tty
  readonly write: (text: string) => void
  readonly history: readonly string[]
  readonly complete: (before: string) => Blocking<Completion>
  /** A line from outside: looked at whenever nothing is being typed. */
  readonly outside: (Waitable & { readonly pending: boolean }) | null
}

const BRACKETED_ON = '\x1b[?2004h'
const BRACKETED_OFF = '\x1b[?2004l'
/** More completions than this are listed only when one says yes. */
const ASK_FROM = 100

export class LineEditor {
  readonly #options: EditorOptions
  readonly line = new EditLine()
  readonly screen: Screen
  readonly #decoder = new KeyDecoder()
  #octets: number[] = []
  /** Keys that were decoded together with the one that ended the last line. */
  #ahead: Key[] = []
  #prompt = ''
  #walk = new HistoryWalk([])
  #search: Search | null = null
  #dirty = false
  /** The key was a tab: what it completes to is to be asked. */
  #tab = false
  #lastTab = false
  /** Index of the kill that Alt-Y gives next, and how long the text is that it replaces. */
  #asking: Completion | null = null
  #resized = false
  lastArgument = 0

  constructor(options: EditorOptions) {
    this.#options = options
    this.screen = new Screen(options.write, () => options.tty.columns)
  }

  get walk(): HistoryWalk {
    return this.#walk
  }

  get history(): readonly string[] {
    return this.#options.history
  }

  /** The window has another size. */
  resized(): void {
    this.#resized = true
  }

  /** `first` is a primary prompt; a line kept from before an injected one goes on being edited. */
  *read(prompt: string, draft: string): Blocking<LineResult> {
    const { tty, write } = this.#options
    this.#prompt = prompt
    this.#walk = new HistoryWalk(this.#options.history)
    this.line.set(draft)
    this.line.forgetUndo()
    tty.mode = 'raw'
    tty.isig = false
    write(BRACKETED_ON)
    this.screen.begin(prompt)
    if (draft !== '') this.#draw()
    try {
      return yield* this.#keys()
    } finally {
      tty.isig = true
      tty.mode = 'cooked'
    }
  }

  *#keys(): Blocking<LineResult> {
    for (;;) {
      const key = this.#ahead.shift() ?? (yield* this.#nextKey())
      if (key === null) return { kind: 'end' }
      if (key === 'injected') {
        this.screen.clear()
        this.#options.write(`${BRACKETED_OFF}\r`)
        return { kind: 'injected' }
      }
      const result = this.#press(key)
      if (this.#tab) yield* this.#complete()
      if (result) {
        this.#options.write(`${BRACKETED_OFF}\r`)
        return result
      }
    }
  }

  /** Null at the end of the input. */
  *#nextKey(): Blocking<Key | 'injected' | null> {
    const { file, outside } = this.#options
    for (;;) {
      const octets = file.read(1)
      if (isErrno(octets)) {
        if (octets.name !== 'EAGAIN') return null
        if (this.#dirty || this.#resized) this.#draw()
        if (outside?.pending && !this.#search && !this.#asking) return 'injected'
        yield { on: outside ? [file, outside] : [file], until: Infinity }
        continue
      }
      const [octet] = octets
      if (octet === undefined) return null
      this.#octets.push(octet)
      if (octet >= 0x80 && this.#octets.length < sequenceLength(this.#octets[0] ?? 0)) continue
      const text = decodeUtf8(Uint8Array.from(this.#octets))
      this.#octets = []
      const [key, ...more] = this.#decoder.push(text)
      this.#ahead.push(...more)
      if (key) return key
    }
  }

  #draw(): void {
    if (this.#resized) this.screen.clear()
    this.#resized = false
    this.#dirty = false
    const search = this.#search
    if (search) {
      const characters = [...search.text]
      const before = characters.slice(0, search.offset).join('')
      this.screen.draw(search.prompt, before, characters.slice(search.offset).join(''))
      return
    }
    const { characters, cursor } = this.line
    this.screen.draw(this.#prompt, this.line.before, characters.slice(cursor).join(''))
  }

  #press(key: Key): LineResult | null {
    if (this.#asking) {
      this.#answer(key)
      return null
    }
    if (this.#search && this.#searching(this.#search, key)) return null
    this.#dirty = true
    if (key.name !== 'text') this.line.endTyping()
    const tab = key.name === 'tab'
    if (!tab) this.#lastTab = false
    switch (key.name) {
      case 'enter':
        this.line.cursor = this.line.characters.length
        this.screen.finish(this.#prompt, this.line.text)
        this.#dirty = false
        return { kind: 'line', text: this.line.text }
      case 'ctrl-c':
        this.line.cursor = this.line.characters.length
        this.#draw()
        this.#options.write('^C\n')
        this.screen.forget()
        this.line.set('')
        return { kind: 'interrupt' }
      case 'ctrl-d':
        if (this.line.characters.length === 0) {
          this.#dirty = false
          this.screen.finish(this.#prompt, '')
          return { kind: 'end' }
        }
        this.line.remember()
        if (!this.line.atEnd) this.line.remove(this.line.cursor, this.line.cursor + 1)
        return null
      case 'ctrl-l':
        this.#options.write('\x1b[H\x1b[2J')
        this.screen.forget()
        return null
      case 'ctrl-r':
      case 'ctrl-s':
        this.#search = new Search(this.#walk, this.line.text, key.name === 'ctrl-s')
        return null
      case 'tab':
        this.#tab = true
        return null
      default:
        actionOf(key)?.(this, key)
        if (!/^(?:ctrl-[kuw]|alt-d|alt-backspace)$/.test(key.name)) this.line.endKill()
        if (key.name !== 'alt-.') this.lastArgument = 0
        return null
    }
  }

  /** True when the key was the search's. */
  #searching(search: Search, key: Key): boolean {
    this.#dirty = true
    if (key.name === 'text') search.type(key.text)
    else if (key.name === 'backspace') search.erase()
    else if (key.name === 'ctrl-r' || key.name === 'ctrl-s') search.again(key.name === 'ctrl-s')
    else {
      this.#search = null
      if (key.name === 'ctrl-g') return true
      this.line.set(search.text, search.offset)
      this.#walk.settle(search.index)
      if (key.name === 'ctrl-c') this.line.set('')
      return key.name === 'alt-escape'
    }
    return true
  }

  // ---- completion

  *#complete(): Blocking<void> {
    const { line } = this
    this.#tab = false
    const found = yield* this.#options.complete(line.before)
    const repeated = this.#lastTab
    this.#lastTab = true
    if (this.#dirty) this.#draw()
    if (found.candidates.length === 0) return this.#bell()
    const prefix = commonPrefix(found.candidates)
    const typed = [...line.before].slice(-found.length || line.cursor + 1).join('')
    const [only] = found.candidates
    const text = found.candidates.length === 1 && only !== undefined ? only + found.suffix(only) : prefix
    if (found.candidates.length === 1 || [...prefix].length > found.length || prefix !== typed) {
      if (found.candidates.length > 1 && prefix === typed) return
      line.remember()
      line.remove(line.cursor - found.length, line.cursor)
      line.insert(text)
      this.#dirty = true
      this.#lastTab = false
      if (found.candidates.length > 1) this.#bell()
      return
    }
    if (!repeated) return this.#bell()
    if (found.candidates.length < ASK_FROM) return this.#list(found)
    this.#options.write(`\nDisplay all ${found.candidates.length} possibilities? (y or n)`)
    this.#dirty = false
    this.#asking = found
  }

  #answer(key: Key): void {
    const found = this.#asking
    if (!found) return
    if (/^[yY ]/.test(key.text)) {
      this.#asking = null
      this.#list(found)
    } else if (
      /^[nN]/.test(key.text) ||
      key.name === 'backspace' ||
      key.name === 'ctrl-c' ||
      key.name === 'ctrl-g'
    ) {
      this.#asking = null
      this.#options.write('\n')
      this.screen.forget()
      this.#dirty = true
    } else this.#bell()
  }

  #list(found: Completion): void {
    this.#options.write(`\n${columnsOf(found.shown, this.#options.tty.columns)}`)
    this.screen.forget()
    this.#dirty = true
  }

  #bell(): void {
    this.#options.write('\x07')
  }
}

function sequenceLength(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
}
