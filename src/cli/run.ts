// vethlab run: a script, or the commands of a lab's text, with what a terminal would show.
import { basename } from 'node:path'
import { fullLab } from '../lab/full.ts'
import { replay } from '../lab/replay.ts'
import { runScript } from '../lab/script.ts'
import { formatText, parseText } from '../lab/text.ts'
import { readSource } from './files.ts'
import { fail, misuse, type Verb } from './verb.ts'

export const runVerb: Verb = {
  name: 'run',
  form: 'FILE',
  summary: 'run a script, or the commands of a text, and print what a terminal would show',
  run(args, output) {
    const [file, ...rest] = args
    if (file === undefined || rest.length > 0) return misuse(output, runVerb)
    const read = readSource(file)
    if ('error' in read) return fail(output, read.error)
    const { source } = read

    // A text has prompts; a script has none.
    if (/^(?:[a-z][a-z0-9-]*)?\$ /m.test(source)) {
      const { text, error } = parseText(source)
      if (text === null) return fail(output, `${file}: ${error}`)
      output.out(formatText(replay(text, fullLab(text.world))))
      return 0
    }
    const result = runScript(basename(file), source)
    if ('error' in result) return fail(output, `${file}: ${result.error}`)
    output.out(result.output)
    return result.status
  },
}
