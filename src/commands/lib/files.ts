// A tool that reads one file after the other, complaining of those it cannot open.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { openInput, type Input } from './input.ts'
import { quoteFile } from './quote.ts'
import type { Tool } from './tool.ts'

export interface NamedInput {
  readonly name: string
  readonly input: Input
}

/**
 * Calls `each` for every file (standard input when none is named) and gives the exit status: 1 when one could not be
 * opened or read. `complaint` makes the message of a name that would not open.
 */
export function* forEachInput(
  tool: Tool,
  names: readonly string[],
  each: (file: NamedInput) => Blocking<void>,
  complaint: (name: string, text: string) => string = (name, text) => `${quoteFile(name)}: ${text}`,
): Blocking<number> {
  let status = 0
  for (const name of names.length > 0 ? names : ['-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(complaint(name, input.text))
      status = 1
      continue
    }
    yield* each({ name, input })
    if (input.error !== null) {
      tool.complain(complaint(name, input.error.text))
      status = 1
    }
    input.close()
  }
  return status
}
