import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { formatPrintf } from '../lib/printf.ts'
import { Stdout } from '../lib/stdout.ts'

export const printfCommand: Command = {
  name: 'printf',
  path: '/usr/bin/printf',
  summary: 'format and print data',
  supports: [
    'printf FORMAT [ARGUMENT]...',
    '%b %c %d %e %f %g %i %o %q %s %u %x %X %% with flags, width and precision',
  ],
  *run(p: Process) {
    const name = p.argv[0] ?? 'printf'
    const words = p.argv.slice(1)
    if (words[0] === '--') words.shift()
    const [format, ...args] = words
    if (format === undefined) {
      p.io.err(`${name}: missing operand\nTry '${name} --help' for more information.\n`)
      return 1
    }
    const out = new Stdout(p)
    let status = 0
    for (const { kind, text } of formatPrintf(format, args)) {
      if (kind === 'text') {
        out.print(text)
        continue
      }
      out.flush()
      p.io.err(`${name}: ${text}\n`)
      if (kind === 'complaint') status = 1
    }
    out.flush()
    yield* out.room()
    if (out.error !== null) {
      p.io.err(`${name}: write error: ${out.error.text}\n`)
      return 1
    }
    return status
  },
}
