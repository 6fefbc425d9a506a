// What the real bash and dash print, recorded (recorded/record.mjs), against what ours prints.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from './recorded/format.mjs'
import { ShellBench } from './testing/bench.ts'

const folder = new URL('recorded/', import.meta.url)

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const shell = file === 'sh.txt' ? 'sh' : 'bash'
  const steps = parse(readFileSync(new URL(file, folder), 'utf8'))
  test.each(steps)(`${file}: $command`, ({ command, output, status }) => {
    const got = new ShellBench().start([shell, '-c', command])
    expect(got).toBe(output + (status === 0 ? '' : `[${status}]\n`))
  })
}
