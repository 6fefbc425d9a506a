#!/usr/bin/env node
// Fills in what the real bash prints under each command of the files given, in place. Needs bash 5.2; run by hand.
//
//   $ command        one `bash -c` for each, in an empty directory
//   > more of it
//   output, then [N] when the status N is not 0; a backslash before an output line that looks like one of these
//
// `args` prints its arguments, each in < >. A command may not print what differs from run to run.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, parse } from './format.mjs'

const dir = mkdtempSync('/tmp/record-')
mkdirSync(join(dir, 'bin'))
writeFileSync(join(dir, 'bin/args'), '#!/bin/sh\nfor a in "$@"; do printf "<%s>" "$a"; done; echo\n')
chmodSync(join(dir, 'bin/args'), 0o755)

function run(command) {
  const home = mkdtempSync(join(dir, 'home-'))
  const r = spawnSync('bash', ['-c', command], {
    cwd: home,
    encoding: 'utf8',
    input: '',
    timeout: 20000,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: `${dir}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: home, LANG: 'C.UTF-8', USER: 'root' },
    argv0: 'bash',
  })
  return { status: r.status ?? 128, output: r.stdout, home }
}

for (const file of process.argv.slice(2)) {
  const steps = parse(readFileSync(file, 'utf8')).map((step) => {
    const { status, output, home } = run(`exec 2>&1\n${step.command}`)
    // The first line is the recorder's own.
    const text = output.replaceAll(home, '/root').replaceAll(/\bline (\d+):/g, (_, n) => `line ${n - 1}:`)
    return { ...step, output: text, status }
  })
  writeFileSync(file, format(steps))
}
rmSync(dir, { recursive: true })
