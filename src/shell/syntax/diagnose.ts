// What is wrong with a text, and whether more of it is to come.
import { Grammar } from './grammar.ts'
import type { Problem } from './scanner.ts'
import { Scanner } from './scanner.ts'

export interface Diagnosis {
  /** Null: nothing was found. */
  readonly problem: Problem | null
  /** Where the complete command with the problem begins: what stands before it can be run. */
  readonly start: number
  /** A here-document has no end, or the last line ends in a backslash: more is to come. */
  readonly open: boolean
}

export function diagnose(text: string, extglob = false, bashisms = true): Diagnosis {
  const parser = new Grammar(new Scanner(text, inSubstitution))
  parser.scanner.extglob = extglob
  parser.scanner.bashisms = bashisms
  parser.script()
  return {
    problem: parser.scanner.problem,
    start: parser.commandStart,
    open:
      parser.scanner.unfinishedDocument ||
      parser.scanner.pendingDocuments > 0 ||
      /(?:^|[^\\])(?:\\\\)*\\\n?$/.test(text),
  }
}

function inSubstitution(scanner: Scanner): void {
  new Grammar(scanner).substitution()
}
