import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { formatPrintf } from '../lib/printf.ts'
import { rawOctets } from '../lib/rawText.ts'

export const printfCommand: Command = {
  name: 'printf',
  path: '/usr/bin/printf',
  summary: 'Format and print data',
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
    const { text, complaints } = formatPrintf(format, args)
    p.io.write(1, rawOctets(text))
    for (const complaint of complaints) p.io.err(`${name}: ${complaint}\n`)
    yield* p.io.drain(1)
    return complaints.some((c) => !c.startsWith('warning')) ? 1 : 0
  },
}
