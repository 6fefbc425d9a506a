// The lines of all input files, one after the other, with a look ahead for `$`.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { openInput, type Input } from '../lib/input.ts'
import type { Tool } from '../lib/tool.ts'

export class Lines {
  readonly #tool: Tool
  readonly #names: string[]
  readonly #separator: number
  #input: Input | null = null
  #ahead: string | null = null
  #aheadTerminated = true
  number = 0
  /** Of the line that was read last: whether it ended with a newline. */
  terminated = true
  fileName = '-'
  failed = false

  constructor(tool: Tool, names: readonly string[], separator: number) {
    this.#tool = tool
    this.#names = [...names]
    this.#separator = separator
  }

  *next(): Blocking<string | null> {
    yield* this.#fill()
    const line = this.#ahead
    this.#ahead = null
    if (line === null) return null
    this.terminated = this.#aheadTerminated
    this.number++
    return line
  }

  /** The line that was read last was the last one. */
  *atEnd(): Blocking<boolean> {
    yield* this.#fill()
    return this.#ahead === null
  }

  *#fill(): Blocking<void> {
    while (this.#ahead === null) {
      if (this.#input === null && !this.#open()) return
      const input = this.#input
      if (input === null) continue
      const line = yield* input.line(this.#separator)
      if (line === null) {
        if (input.error !== null) {
          this.#tool.complain(`read error on ${this.fileName}: ${input.error.text}`)
          this.failed = true
        }
        input.close()
        this.#input = null
        continue
      }
      this.#ahead = line
      // What lacks its newline lacks it only at the very end: between files one is put in.
      this.#aheadTerminated = input.terminated || this.#names.length > 0
    }
  }

  /** False when there are no more files. */
  #open(): boolean {
    const name = this.#names.shift()
    if (name === undefined) return false
    const input = openInput(this.#tool.p, name)
    if (isErrno(input)) {
      const directory = input.name === 'EISDIR'
      this.#tool.complain(
        directory ? `couldn't edit ${name}: not a regular file` : `can't read ${name}: ${input.text}`,
      )
      this.failed = true
      return true
    }
    this.fileName = name
    this.#input = input
    return true
  }
}
