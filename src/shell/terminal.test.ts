// What a terminal shows after keystrokes, with the real bash (recorded/record-terminal.mjs) and with ours.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TerminalBench } from './testing/terminal.ts'

interface Case {
  readonly name: string
  readonly keys: readonly (string | number)[]
  readonly screen: readonly string[]
}

const cases: Case[] = JSON.parse(readFileSync(new URL('recorded/terminal.json', import.meta.url), 'utf8'))

test.each(cases)('$name', ({ keys, screen }) => {
  const bench = new TerminalBench()
  bench.machine.init.fs.writeFile('/root/.bashrc', "PS1='$ '\n")
  bench.open()
  for (const one of keys) {
    if (typeof one === 'string') bench.type(one, 0.25)
    else bench.pass(one)
  }
  const shown = bench.screen.text.replaceAll(/\[(\d+)\] \d+/g, '[$1] PID')
  expect(shown.split('\n')).toEqual(screen)
})
