#!/usr/bin/env node
// Fills in what the real awk (mawk 1.3.4) prints for each program of the files beside it, in place. Run by hand.
// Each case: [arguments, standard input, standard output and error as they mix in one pipe, exit status].
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const here = new URL('.', import.meta.url)
const files = JSON.parse(readFileSync(new URL('files.json', here), 'utf8'))

function show(args, stdin) {
  const cwd = mkdtempSync('/tmp/record-')
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith('/')) mkdirSync(`${cwd}/${name}`)
    else writeFileSync(`${cwd}/${name}`, text)
  }
  const env = { PATH: process.env.PATH, HOME: '/root' }
  const run = spawnSync('sh', ['-c', 'exec awk "$@" 2>&1', 'sh', ...args], { cwd, env, input: stdin })
  rmSync(cwd, { recursive: true })
  return [args, stdin, run.stdout.toString(), run.status]
}

for (const name of readdirSync(here)) {
  if (!name.endsWith('.json') || name === 'files.json') continue
  const file = new URL(name, here)
  const rows = JSON.parse(readFileSync(file, 'utf8')).map(([args, stdin]) =>
    JSON.stringify(show(args, stdin)),
  )
  writeFileSync(file, `[\n${rows.join(',\n')}\n]\n`)
}
