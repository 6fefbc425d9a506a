// One file after the other: which lines are selected and how they are printed.
import type { Blocking } from '../../os/program.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import type { Input } from '../lib/input.ts'
import type { Tool } from '../lib/tool.ts'
import type { Matcher } from './matcher.ts'

export interface SearchOptions {
  readonly invert: boolean
  /** What is printed: lines, a count, names with (`l`) or without (`L`) a match, nothing. */
  readonly output: 'lines' | 'count' | 'l' | 'L' | 'quiet'
  readonly only: boolean
  readonly limit: number
  readonly numbers: boolean
  readonly offsets: boolean
  readonly names: boolean
  /** Names stand before the lines of files that were found in a directory. */
  readonly treeNames: boolean
  readonly label: string
  readonly after: number
  readonly before: number
  /** Lines around a match were asked for, be it none: groups are parted by `--`. */
  readonly context: boolean
  readonly separator: number
  readonly text: boolean
  readonly skipBinary: boolean
  readonly color: boolean
}

interface Line {
  readonly text: string
  readonly number: number
  readonly offset: number
}

/** SGR sequences of GREP_COLORS' default. */
const MATCH = '01;31'
const FILE_NAME = '35'
const LINE_NUMBER = '32'
const SEPARATOR = '36'

export class Search {
  readonly #tool: Tool
  readonly #matcher: Matcher
  readonly #options: SearchOptions
  found = false
  /** With -q the first match ends it. */
  finished = false
  /** A line was too much for -P, which ends it. */
  gaveUp = false
  /** Something was printed: groups of context are parted from now on. */
  #printed = false
  #named: boolean

  constructor(tool: Tool, matcher: Matcher, options: SearchOptions) {
    this.#tool = tool
    this.#matcher = matcher
    this.#options = options
    this.#named = options.names
  }

  /** `below`: it was found in a directory. */
  *file(input: Input, path: string, below: boolean): Blocking<void> {
    const options = this.#options
    if (below && options.treeNames) this.#named = true
    const name = path === '-' ? options.label : path
    const held: Line[] = []
    let number = 0
    let offset = 0
    let count = 0
    let trailing = 0
    let lastPrinted = 0
    while (count < options.limit || trailing > 0) {
      const octets = input.lineAtHand(options.separator) ?? (yield* input.lineOctets(options.separator))
      if (octets === null) break
      if (!options.text && octets.includes(0)) {
        this.#binary(name)
        return
      }
      const line: Line = { text: decodeUtf8(octets), number: ++number, offset }
      offset += octets.length + 1
      const selected = count < options.limit && this.#matcher.test(line.text) !== options.invert
      if (this.#matcher.gaveUp) return this.#giveUp(name)
      if (selected) {
        count++
        this.found = true
        if (options.output === 'quiet') {
          this.finished = true
          return
        }
        if (options.output === 'l' || options.output === 'L') break
        if (options.output === 'count') continue
        const first = held[0]?.number ?? line.number
        if (options.context && this.#printed && first > lastPrinted + 1)
          this.#print(this.#paint(SEPARATOR, '--') + '\n')
        for (const before of held.splice(0)) yield* this.#line(name, before, false)
        yield* this.#line(name, line, true)
        lastPrinted = line.number
        trailing = options.after
      } else if (trailing > 0) {
        trailing--
        yield* this.#line(name, line, false)
        lastPrinted = line.number
      } else if (options.before > 0 && options.output === 'lines') {
        held.push(line)
        if (held.length > options.before) held.shift()
      }
      if (this.#tool.out.wrote) yield* this.#tool.out.room()
    }
    this.#summary(name, count)
  }

  /** Ref: grep src/pcresearch.c:jit_exec() */
  #giveUp(name: string): void {
    this.#tool.out.flush()
    this.#tool.complain(`${name}: exceeded PCRE's backtracking limit`)
    this.gaveUp = true
  }

  #summary(name: string, count: number): void {
    const { output } = this.#options
    if (output === 'count') this.#print(`${this.#named ? this.#prefix(name, ':') : ''}${count}\n`)
    if ((output === 'l' && count > 0) || (output === 'L' && count === 0)) {
      this.#print(`${this.#paint(FILE_NAME, name)}\n`)
    }
  }

  /** A file with a NUL in it: only said that it matches. */
  #binary(name: string): void {
    if (this.#options.skipBinary) return
    this.found = true
    this.#tool.out.flush()
    if (this.#options.output === 'lines') this.#tool.complain(`${name}: binary file matches`)
    else this.#summary(name, 1)
  }

  *#line(name: string, line: Line, selected: boolean): Blocking<void> {
    const { only, invert } = this.#options
    const mark = selected ? ':' : '-'
    const end = this.#options.separator === 0 ? '\0' : '\n'
    this.#printed = true
    if (!only) {
      const text = selected !== invert && this.#options.color ? this.#highlight(line.text) : line.text
      this.#print(`${this.#heading(name, line, line.offset, mark)}${text}${end}`)
      return
    }
    if (!selected || invert) return
    for (const match of this.#matches(line.text)) {
      const text = this.#paint(MATCH, line.text.slice(match.index, match.end))
      this.#print(`${this.#heading(name, line, line.offset + match.index, mark)}${text}${end}`)
      // There may be many in one line.
      yield* this.#tool.out.room()
    }
  }

  *#matches(text: string): Generator<{ readonly index: number; readonly end: number }> {
    let at = 0
    while (at <= text.length) {
      const match = this.#matcher.find(text, at)
      if (!match) return
      if (match.end > match.index) yield match
      at = Math.max(match.end, match.index + (match.end > match.index ? 0 : 1))
    }
  }

  #highlight(text: string): string {
    let out = ''
    let at = 0
    for (const match of this.#matches(text)) {
      out += text.slice(at, match.index) + this.#paint(MATCH, text.slice(match.index, match.end))
      at = match.end
    }
    return out + text.slice(at)
  }

  #heading(name: string, line: Line, offset: number, mark: string): string {
    const { numbers, offsets } = this.#options
    let heading = this.#named ? this.#prefix(name, mark) : ''
    if (numbers) heading += this.#paint(LINE_NUMBER, String(line.number)) + this.#paint(SEPARATOR, mark)
    if (offsets) heading += this.#paint(LINE_NUMBER, String(offset)) + this.#paint(SEPARATOR, mark)
    return heading
  }

  #prefix(name: string, mark: string): string {
    return this.#paint(FILE_NAME, name) + this.#paint(SEPARATOR, mark)
  }

  #paint(color: string, text: string): string {
    return this.#options.color ? `\x1b[${color}m\x1b[K${text}\x1b[m\x1b[K` : text
  }

  #print(text: string): void {
    this.#tool.out.print(text)
  }
}
