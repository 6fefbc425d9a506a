// -batch: commands from a file or from standard input (Ref: iproute2 lib/utils.c:do_batch()).
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { IpContext } from './context.ts'

const SPACE = ' \t\r\n'

/** Splits a line at white space; a word that begins with a quote goes on to the next such quote. Null: no such quote. */
export function splitLine(line: string): readonly string[] | null {
  const words: string[] = []
  let at = 0
  for (;;) {
    while (at < line.length && SPACE.includes(line[at] ?? '')) at++
    if (at >= line.length) return words
    const quote = line[at]
    if (quote === '"' || quote === "'") {
      const end = line.indexOf(quote, at + 1)
      if (end < 0) return null
      words.push(line.slice(at + 1, end))
      at = end + 1
    } else {
      let end = at
      while (end < line.length && !SPACE.includes(line[end] ?? '')) end++
      words.push(line.slice(at, end))
      at = end + 1
    }
  }
}

/** Runs `one` for each line that holds words. Exit status. */
export function* runBatch(
  ctx: IpContext,
  name: string,
  one: (words: readonly string[]) => number | Blocking<number>,
): Blocking<number> {
  let text: string | null = null
  if (name !== '-') {
    const read = ctx.p.fs.readText(name)
    if (isErrno(read)) {
      ctx.err(`Cannot open file "${name}" for reading: ${read.text}\n`)
      return 1
    }
    text = read
  }
  const lines = text === null ? null : text.replace(/\n$/, '').split('\n')
  let number = 0
  const next = function* (): Blocking<string | null> {
    const line = lines ? (text === '' ? null : (lines[number] ?? null)) : yield* ctx.p.io.line(0)
    if (line === null) return null
    number++
    return line.replace(/#.*/, '')
  }
  let status = 0
  for (;;) {
    let line = yield* next()
    if (line === null) return status
    while (line.endsWith('\\')) {
      const more: string | null = yield* next()
      if (more === null) {
        ctx.err('Missing continuation line\n')
        return status
      }
      line = line.slice(0, -1) + more
    }
    const words = splitLine(line)
    if (!words) {
      ctx.err('Unterminated quoted string\n')
      ctx.exit(1)
    }
    if (words.length === 0) continue
    const result = one(words)
    if ((typeof result === 'number' ? result : yield* result) === 0) continue
    ctx.err(`Command failed ${name}:${number}\n`)
    status = 1
    if (!ctx.options.force) return status
  }
}
