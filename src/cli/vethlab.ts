// The verbs of the command line.
import { exportVerb } from './export.ts'
import { openVerb, shareVerb } from './share.ts'
import { replayVerb } from './replay.ts'
import { runVerb } from './run.ts'
import { shortenVerb } from './shorten.ts'
import type { Output, Verb } from './verb.ts'

const VERBS: readonly Verb[] = [replayVerb, runVerb, shareVerb, openVerb, shortenVerb, exportVerb]

/** Runs one verb; its exit status. */
export function vethlab(args: readonly string[], output: Output): number {
  const [name, ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    output.out(usage())
    return 0
  }
  const verb = VERBS.find((v) => v.name === name)
  if (verb) return verb.run(rest, output)
  if (name !== undefined) output.err(`vethlab: there is no verb ${name}\n`)
  output.err(usage())
  return 2
}

function usage(): string {
  const lines = VERBS.map(({ name, form, summary }) => `  vethlab ${`${name} ${form}`.padEnd(32)} ${summary}`)
  return ['usage:', ...lines, `  vethlab ${'help'.padEnd(32)} print this`].join('\n') + '\n'
}
