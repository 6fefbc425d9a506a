#!/usr/bin/env node
// Fills in what the real bash prints under each command of the files given, in place. Needs bash 5.2; run by hand.
//
//   $ command        one `bash -c` for each (in sh.txt: `sh -c`), in an empty directory
//   > more of it
//   output, then [N] when the status N is not 0; a backslash before an output line that looks like one of these
//
// `args` prints its arguments, each in < >. A command may not print what differs from run to run.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { format, parse } from './format.mjs'

const dir = mkdtempSync('/tmp/record-')
mkdirSync(join(dir, 'bin'))
writeFileSync(join(dir, 'bin/args'), '#!/bin/sh\nfor a in "$@"; do printf "<%s>" "$a"; done; echo\n')
chmodSync(join(dir, 'bin/args'), 0o755)

function run(shell, command) {
  const home = mkdtempSync(join(dir, 'home-'))
  const file = join(dir, 'out')
  // One open file for both, so that they come in the order in which they were written.
  const out = openSync(file, 'w+')
  const r = spawnSync(shell, ['-c', command], {
    cwd: home,
    timeout: 20000,
    stdio: ['ignore', out, out],
    env: {
      PATH: `${dir}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      HOME: home,
      LANG: 'C.UTF-8',
      USER: 'root',
    },
  })
  closeSync(out)
  return { status: r.status ?? 128, output: readFileSync(file, 'utf8').replaceAll(home, '/root') }
}

for (const file of process.argv.slice(2)) {
  const steps = parse(readFileSync(file, 'utf8')).map((step) => ({
    ...step,
    ...run(basename(file) === 'sh.txt' ? 'sh' : 'bash', step.command),
  }))
  writeFileSync(file, format(steps))
}
rmSync(dir, { recursive: true })
