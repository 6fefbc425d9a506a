import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type CatOption = 'A' | 'b' | 'e' | 'E' | 'n' | 's' | 't' | 'T' | 'u' | 'v'

// In the order of GNU's own table, in which ambiguous abbreviations are listed.
const OPTIONS: OptionTable<CatOption> = {
  b: ['-b, --number-nonblank', 'number nonempty output lines, overrides -n'],
  n: ['-n, --number', 'number all output lines'],
  s: ['-s, --squeeze-blank', 'suppress repeated empty output lines'],
  v: ['-v, --show-nonprinting', 'use ^ and M- notation, except for LFD and TAB'],
  E: ['-E, --show-ends', 'display $ at end of each line'],
  T: ['-T, --show-tabs', 'display TAB characters as ^I'],
  A: ['-A, --show-all', 'equivalent to -vET'],
  e: ['-e', 'equivalent to -vE'],
  t: ['-t', 'equivalent to -vT'],
  u: ['-u', '(ignored)'],
}

export const catCommand: Command = defineTool<CatOption>({
  name: 'cat',
  path: '/usr/bin/cat',
  summary: 'concatenate files to standard output',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  main: cat,
})

function* cat(tool: Tool, args: Args<CatOption>): Blocking<number> {
  const printer = new LinePrinter(args)
  let status = 0
  for (const name of args.operands.length > 0 ? args.operands : ['-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${quoteFile(name)}: ${input.text}`)
      status = 1
      continue
    }
    for (;;) {
      const chunk = yield* input.chunk()
      if (chunk.length === 0) break
      tool.out.print(printer.plain ? chunk : printer.show(chunk))
      tool.out.flush()
      yield* tool.out.room()
    }
    if (input.error !== null) {
      tool.complain(`${quoteFile(name)}: ${input.error.text}`)
      status = 1
    }
    input.close()
  }
  return status
}

const NEWLINE = 10
const TAB = 9

/** Numbers and marks lines; its state runs on from file to file. */
class LinePrinter {
  readonly plain: boolean
  readonly #number: 'all' | 'nonblank' | null
  readonly #squeeze: boolean
  readonly #ends: boolean
  readonly #tabs: boolean
  readonly #nonprinting: boolean
  #line = 0
  /** Newlines that ended the output so far: 1 or more at the start of a line. */
  #newlines = 1

  constructor(args: Args<CatOption>) {
    this.#number = args.has('b') ? 'nonblank' : args.has('n') ? 'all' : null
    this.#squeeze = args.has('s')
    this.#ends = args.has('E') || args.has('A') || args.has('e')
    this.#tabs = args.has('T') || args.has('A') || args.has('t')
    this.#nonprinting = args.has('v') || args.has('A') || args.has('e') || args.has('t')
    this.plain = this.#number === null && !this.#squeeze && !this.#ends && !this.#tabs && !this.#nonprinting
  }

  show(chunk: Uint8Array): Uint8Array {
    const out: number[] = []
    for (const octet of chunk) {
      if (octet === NEWLINE) {
        if (this.#newlines > 0) {
          this.#newlines++
          if (this.#squeeze && this.#newlines > 2) continue
          if (this.#number === 'all') this.#pushNumber(out)
        } else this.#newlines = 1
        if (this.#ends) out.push(36)
        out.push(NEWLINE)
        continue
      }
      if (this.#newlines > 0 && this.#number !== null) this.#pushNumber(out)
      this.#newlines = 0
      this.#pushOctet(out, octet)
    }
    return Uint8Array.from(out)
  }

  #pushNumber(out: number[]): void {
    out.push(...encodeUtf8(`${String(++this.#line).padStart(6)}\t`))
  }

  #pushOctet(out: number[], octet: number): void {
    if (octet === TAB && !this.#tabs) out.push(octet)
    else if (octet === TAB) out.push(94, 73)
    else if (this.#nonprinting) pushVisible(out, octet)
    else out.push(octet)
  }
}

/** `^A` for control characters, `M-` for the upper half. */
function pushVisible(out: number[], octet: number): void {
  let low = octet
  if (octet >= 128) {
    out.push(77, 45)
    low = octet - 128
  }
  if (low < 32) out.push(94, low + 64)
  else if (low === 127) out.push(94, 63)
  else out.push(low)
}
