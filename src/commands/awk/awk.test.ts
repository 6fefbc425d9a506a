// Programs with what the real mawk 1.3.4 printed for them (recorded/record.mjs), and with what ours does.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { awkCommand } from './awk.ts'

type Case = readonly [args: readonly string[], stdin: string, output: string, status: number]

function recorded<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8')) as T
}

const files = recorded<Record<string, string>>('files')
const env = { PATH: '/usr/bin', HOME: '/root' }

for (const group of ['pipes', 'values', 'strings', 'input', 'control', 'programs', 'errors']) {
  test.each(recorded<Case[]>(group))(`${group}: awk %j`, (args, stdin, output, status) => {
    expect(transcript(awkCommand, args, { files, stdin, env })).toEqual({ output, status })
  })
}
