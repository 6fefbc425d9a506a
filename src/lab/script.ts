// A bash script, run on the machine `host` of a fresh lab.
import { isErrno } from '../uapi/errno.ts'
import { fullLab } from './full.ts'
import type { ExecResult } from './lab.ts'
import { parseText } from './text.ts'

/** `name` is what its messages call it. `#!` lines say in which world, as in a text. */
export function runScript(name: string, source: string): ExecResult | { readonly error: string } {
  const directives = source
    .split('\n')
    .map((line) => (/^#! *(world|title|at)\b/.test(line) ? line : ''))
    .join('\n')
  const { text, error } = parseText(directives)
  if (text === null) return { error }
  const lab = fullLab(text.world)
  const file = /^[\w.-]+$/.test(name) ? name : 'script.sh'
  const written = lab.write('host', `/root/${file}`, source)
  if (written && isErrno(written)) return { error: written.text }
  return lab.exec('host', `bash ${file}`)
}
