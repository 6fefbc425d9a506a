#!/usr/bin/env node
// Fills in what the real bash shows on a terminal after keystrokes, in recorded/terminal.json, in place. Run by hand;
// needs script(1). Each case: `keys`, one string after the other with a moment between (a number: so many
// seconds more); `screen`, the window's text.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Screen } from '../testing/screen.mjs'

const file = new URL('terminal.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8'))
const MOMENT = 250

async function show(one) {
  const home = mkdtempSync('/tmp/record-')
  const start = 'stty cols 60 rows 24; exec bash --norc --noprofile -i'
  const child = spawn('script', ['-qfc', start, '/dev/null'], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm', PS1: '$ ' },
  })
  const screen = new Screen(60)
  child.stdout.setEncoding('utf8').on('data', (text) => screen.write(text))
  await sleep(2 * MOMENT)
  for (const keys of one.keys) {
    if (typeof keys === 'string') child.stdin.write(keys)
    await sleep(typeof keys === 'string' ? MOMENT : keys * 1000)
  }
  child.kill('SIGKILL')
  await sleep(MOMENT)
  rmSync(home, { recursive: true, maxRetries: 5 })
  return screen.text.replace(/^\$ {2}/, '$ ').replaceAll(/\[(\d+)\] \d+/g, '[$1] PID')
}

for (const one of cases) one.screen = (await show(one)).split('\n')
writeFileSync(file, `${JSON.stringify(cases, null, 2)}\n`)
