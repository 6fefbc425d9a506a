// A terminal: what a person types goes in at the master's side, what programs print comes out of it. In between is the
// line discipline. Ref: drivers/tty/n_tty.c, termios(3)
import { shownUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EIO } from '../uapi/errno.ts'
import type { Signal } from '../uapi/signal.ts'
import { concat } from '../wire/octets.ts'
import type { ControllingTty } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { PidNamespace } from './pidns.ts'
import type { FileStat } from './program.ts'
import { WaitQueue } from '../sim/wait.ts'

/** The master's side, held by the terminal window. */
export interface TtyMaster {
  /** Keystrokes, as a terminal sends them: Enter is `\r`, Backspace `\x7f`. */
  input(text: string): void
  /** Gets what is to be shown, lines ended by `\r\n`. */
  onOutput(callback: (text: string) => void): void
  resize(columns: number, rows: number): void
  /** A program waits for somebody to type. */
  readonly awaited: boolean
  /** While paused, programs that wait for room (Stdio.drain) do not go on. */
  pause(paused: boolean): void
  /** The window is closed: its programs get SIGHUP. */
  close(): void
}

/** Whom a terminal's signals reach. */
export interface TtySession {
  signal(pgid: number, signal: Signal): void
  /** The namespace of the process that runs now. */
  asker(): PidNamespace
  /** The window was closed. */
  hangUp(terminal: Terminal): void
}

const SIGNAL_KEYS: Readonly<Record<string, Signal>> = { '\x03': 'INT', '\x1c': 'QUIT', '\x1a': 'TSTP' }
const EOF = '\x04'
const XON = '\x11'
const XOFF = '\x13'
const END_OF_FILE = new Uint8Array(0)

export class Terminal implements ControllingTty, TtyMaster {
  isig = true
  pgrp = 0
  #mode: 'cooked' | 'raw' = 'cooked'
  #columns: number
  #rows: number
  /** What has been typed of a line, by character. */
  #line: string[] = []
  #literal = false
  /** Finished lines; an empty one stands for the end of the file (Ctrl-D). In raw mode whatever was typed. */
  #lines: Uint8Array[] = []
  /** The first of them that was not read yet. */
  #first = 0
  #callbacks: ((text: string) => void)[] = []
  /** Octets of a character that is not whole yet. */
  #partial: Uint8Array = END_OF_FILE
  /** Held back by Ctrl-S. */
  #held: string | null = null
  #paused = false
  #closed = false
  #opened = 0
  #lastClose: (() => void) | null = null
  readonly #readable = new WaitQueue()

  constructor(
    /** /dev/pts/N. */
    readonly path: string,
    readonly inode: number,
    columns: number,
    rows: number,
    private readonly session: TtySession,
  ) {
    this.#columns = columns
    this.#rows = rows
  }

  /** As the process that asks counts. Ref: drivers/tty/tty_jobctrl.c:tiocgpgrp() */
  get foreground(): number {
    return this.session.asker().numberOf(this.pgrp)
  }

  set foreground(pgid: number) {
    this.pgrp = this.session.asker().pidOf(pgid)
  }

  get columns(): number {
    return this.#columns
  }

  get rows(): number {
    return this.#rows
  }

  get mode(): 'cooked' | 'raw' {
    return this.#mode
  }

  /** What has been typed ahead stays readable in the other mode. Ref: n_tty_set_termios() */
  set mode(mode: 'cooked' | 'raw') {
    if (mode === this.#mode) return
    this.#mode = mode
    const typed = [...this.#lines.slice(this.#first), encodeUtf8(this.#line.join(''))]
    const unread = concat(typed)
    this.#line = []
    this.#lines = unread.length > 0 ? [unread] : []
    this.#first = 0
    if (unread.length > 0) this.#readable.wake()
  }

  get writable(): boolean {
    return !this.#paused && this.#held === null
  }

  get awaited(): boolean {
    return this.#readable.waiting
  }

  open(): OpenTerminal {
    this.#opened++
    return new OpenTerminal(this)
  }

  /** How many hold its slave side open. */
  get opened(): number {
    return this.#opened
  }

  /** Called when the last of them has closed it. */
  onLastClose(callback: () => void): void {
    this.#lastClose = callback
  }

  closed(): void {
    if (--this.#opened === 0) this.#lastClose?.()
  }

  subscribe(wake: () => void): () => void {
    return this.#readable.subscribe(wake)
  }

  // ---- the master's side

  input(text: string): void {
    for (const key of text) {
      if (this.#closed) return
      const signal = SIGNAL_KEYS[key]
      if (signal && this.isig && !this.#literal) this.#interrupt(key, signal)
      else if (this.#mode === 'cooked') this.#cook(key)
      else this.#push(encodeUtf8(key))
    }
  }

  onOutput(callback: (text: string) => void): void {
    this.#callbacks.push(callback)
  }

  /** Ref: drivers/tty/tty_io.c:tty_do_resize() */
  resize(columns: number, rows: number): void {
    if (columns === this.#columns && rows === this.#rows) return
    this.#columns = columns
    this.#rows = rows
    if (this.pgrp > 0) this.session.signal(this.pgrp, 'WINCH')
  }

  pause(paused: boolean): void {
    this.#paused = paused
    if (this.writable) this.#readable.wake()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#callbacks = []
    this.#readable.wake()
    this.session.hangUp(this)
  }

  // ---- the slave's side

  read(max: number): Uint8Array | Errno {
    const line = this.#lines[this.#first]
    if (!line) return this.#closed ? END_OF_FILE : EAGAIN
    if (line.length > max) {
      this.#lines[this.#first] = line.subarray(max)
      return line.subarray(0, max)
    }
    this.#advance()
    if (this.#mode === 'cooked') return line
    // Raw input has no lines.
    const taken = [line]
    let room = max - line.length
    for (let next = this.#lines[this.#first]; next && next.length <= room; next = this.#lines[this.#first]) {
      taken.push(next)
      room -= next.length
      this.#advance()
    }
    return concat(taken)
  }

  write(octets: Uint8Array): Errno | null {
    if (this.#closed) return EIO
    const all = this.#partial.length > 0 ? concat([this.#partial, octets]) : octets
    const whole = wholeCharacters(all)
    this.#partial = all.subarray(whole)
    if (whole > 0) this.#show(shownUtf8(all.subarray(0, whole)).replaceAll('\n', '\r\n'))
    return null
  }

  // ---- between them

  /** A line was read. A paste may be of a million. */
  #advance(): void {
    if (++this.#first < this.#lines.length) return
    this.#lines = []
    this.#first = 0
  }

  #show(text: string): void {
    if (this.#held !== null) {
      this.#held += text
      return
    }
    for (const callback of this.#callbacks) callback(text)
  }

  #push(octets: Uint8Array): void {
    this.#lines.push(octets)
    this.#readable.wake()
  }

  /** Ref: n_tty_receive_signal_char(): what was typed before is gone. */
  #interrupt(key: string, signal: Signal): void {
    this.#line = []
    this.#lines = []
    this.#first = 0
    this.#resume()
    if (this.#mode === 'cooked') this.#show(echoOf(key))
    if (this.pgrp > 0) this.session.signal(this.pgrp, signal)
  }

  #resume(): void {
    const held = this.#held
    if (held === null) return
    this.#held = null
    this.#show(held)
    this.#readable.wake()
  }

  #cook(key: string): void {
    if (this.#literal) {
      this.#literal = false
      return this.#type(key)
    }
    switch (key) {
      case XOFF:
        this.#held ??= ''
        return
      case XON:
        return this.#resume()
      case '\r':
      case '\n':
        this.#show('\r\n')
        return this.#finish('\n')
      case EOF:
        return this.#finish('')
      case '\x7f':
        return this.#erase(1)
      case '\x15':
        return this.#erase(this.#line.length)
      case '\x17':
        return this.#erase(lastWord(this.#line))
      case '\x16':
        this.#literal = true
        return this.#show('^\b')
      case '\x12':
        return this.#show(`^R\r\n${this.#line.map(echoOf).join('')}`)
      default:
        return this.#type(key)
    }
  }

  #type(key: string): void {
    this.#line.push(key)
    this.#show(echoOf(key))
  }

  #finish(end: '\n' | ''): void {
    const line = this.#line.join('') + end
    this.#line = []
    this.#push(line === '' ? END_OF_FILE : encodeUtf8(line))
  }

  #erase(count: number): void {
    for (let i = 0; i < count; i++) {
      const key = this.#line.pop()
      if (key === undefined) return
      this.#show('\b \b'.repeat(echoOf(key) === key ? 1 : 2))
    }
  }
}

class OpenTerminal extends OpenFileBase {
  constructor(private readonly terminal: Terminal) {
    super()
  }

  get path(): string {
    return this.terminal.path
  }

  override get tty(): Terminal {
    return this.terminal
  }

  override get writable(): boolean {
    return this.terminal.writable
  }

  read(max: number): Uint8Array | Errno {
    return this.terminal.read(max)
  }

  write(octets: Uint8Array): Errno | null {
    return this.terminal.write(octets)
  }

  override subscribe(wake: () => void): () => void {
    return this.terminal.subscribe(wake)
  }

  stat(): FileStat {
    return { kind: 'char', size: 0, mode: 0o620, inode: this.terminal.inode, mtime: 0 }
  }

  protected override release(): void {
    this.terminal.closed()
  }
}

/** How a typed character is shown: control characters as ^X (ECHOCTL), but for the tab. */
function echoOf(key: string): string {
  const code = key.codePointAt(0) ?? 0
  if (code === 0x7f) return '^?'
  return code < 0x20 && key !== '\t' ? `^${String.fromCharCode(code + 0x40)}` : key
}

/** How many characters Ctrl-W erases: back over a word's end, then over the word. Ref: n_tty.c:eraser() */
function lastWord(line: readonly string[]): number {
  let seen = false
  let count = 0
  for (let i = line.length - 1; i >= 0; i--) {
    const inWord = /[\p{L}\p{N}_]/u.test(line[i] ?? '')
    if (inWord) seen = true
    else if (seen) break
    count++
  }
  return count
}

/** How many of the octets make whole characters of UTF-8. */
function wholeCharacters(octets: Uint8Array): number {
  const end = octets.length
  for (let back = 1; back <= 3 && back <= end; back++) {
    const octet = octets[end - back] ?? 0
    if ((octet & 0xc0) === 0x80) continue
    const length = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : octet >= 0xc0 ? 2 : 1
    return length > back ? end - back : end
  }
  return end
}
