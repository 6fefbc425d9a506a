// vethlab replay: transcripts with the simulator's output.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { fullLab } from '../lab/full.ts'
import { replay } from '../lab/replay.ts'
import { formatText } from '../lab/text.ts'
import { readText, reasonOf } from './files.ts'
import { fail, misuse, type Output, type Verb } from './verb.ts'

export const replayVerb: Verb = {
  name: 'replay',
  form: '[--out DIR] FILE|DIR…',
  summary:
    'write transcripts with the output they have here, to DIR under the same names or to standard output',
  run,
}

interface Source {
  readonly file: string
  /** Name below the output folder. */
  readonly name: string
}

function run(args: readonly string[], output: Output): number {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' } } })
  } catch {
    return misuse(output, replayVerb)
  }
  const { positionals, values } = parsed
  if (positionals.length === 0) return misuse(output, replayVerb)

  let status = 0
  for (const path of positionals) {
    const sources = transcriptsBelow(path)
    if ('error' in sources) {
      status = fail(output, sources.error)
      continue
    }
    for (const source of sources) {
      const error = replayOne(source, values.out ?? null, output)
      if (error !== null) status = fail(output, error)
    }
  }
  return status
}

function replayOne(source: Source, folder: string | null, output: Output): string | null {
  const read = readText(source.file)
  if ('error' in read) return read.error
  const filled = formatText(replay(read.text, fullLab(read.text.world)))
  if (folder === null) {
    output.out(filled)
    return null
  }
  const target = join(folder, source.name)
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, filled)
    return null
  } catch (error) {
    return `${target}: ${reasonOf(error)}`
  }
}

/** The file itself, or every transcript (`*.t`) below a folder. */
function transcriptsBelow(path: string): readonly Source[] | { readonly error: string } {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path, name: basename(path) }]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.t'))
      .sort()
      .map((name) => ({ file: join(path, name), name: relative('.', name) }))
  } catch (error) {
    return { error: `${path}: ${reasonOf(error)}` }
  }
}
