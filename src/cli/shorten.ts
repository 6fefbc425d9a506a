// vethlab shorten: the fewest commands that make what stands after those of a text.
import { fullLab } from '../lab/full.ts'
import { formatText } from '../lab/text.ts'
import { worldText } from '../lab/worldtext.ts'
import { readText } from './files.ts'
import { fail, misuse, type Verb } from './verb.ts'

export const shortenVerb: Verb = {
  name: 'shorten',
  form: 'FILE',
  summary: 'run the commands of a text, and print the fewest that make what then stands',
  run(args, output) {
    const [file, ...rest] = args
    if (file === undefined || rest.length > 0) return misuse(output, shortenVerb)
    const read = readText(file)
    if ('error' in read) return fail(output, read.error)
    const { world, steps } = read.text
    const lab = fullLab(world)
    for (const { machine, command, ran } of steps) lab.exec(machine, command, ran)
    output.out(formatText(worldText(lab, read.text)))
    return 0
  },
}
