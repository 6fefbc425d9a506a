// The few programs that this folder's tests call.
import type { Process, Program } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

const cat: Program = function* (p) {
  const names = p.argv.slice(1)
  for (const name of names.length > 0 ? names : ['-']) {
    if (name !== '-') {
      const file = p.fs.open(name, { read: true })
      if (isErrno(file)) {
        p.io.err(`cat: ${name}: ${file.text}\n`)
        return 1
      }
      p.io.fds.set(9, file)
    }
    const fd = name === '-' ? 0 : 9
    for (;;) {
      const octets = yield* p.io.read(fd)
      if (isErrno(octets) || octets.length === 0) break
      p.io.out(octets)
      yield* p.io.drain(1)
    }
  }
  return 0
}

const env: Program = function* (p) {
  for (const [name, value] of [...p.env].sort()) p.io.out(`${name}=${value}\n`)
  return 0
}

const args: Program = function* (p) {
  p.io.out(
    `${p.argv
      .slice(1)
      .map((arg) => `<${arg}>`)
      .join('')}\n`,
  )
  return 0
}

const sleep: Program = function* (p) {
  yield* p.clock.sleep(Number(p.argv[1] ?? 0) * 1e9)
  return 0
}

const yes: Program = function* (p) {
  for (;;) {
    p.io.out(`${p.argv[1] ?? 'y'}\n`.repeat(512))
    yield* p.io.drain(1)
  }
}

const head: Program = function* (p) {
  const count = Number((p.argv[1] ?? '-10').replace(/^-n?/, '') || p.argv[2])
  for (let i = 0; i < count; i++) {
    const line = yield* p.io.line(0)
    if (line === null) break
    p.io.out(`${line}\n`)
  }
  return 0
}

const sort: Program = function* (p) {
  const text = yield* p.io.text(0)
  p.io.out(
    text
      .split('\n')
      .filter((line) => line !== '')
      .sort()
      .map((line) => `${line}\n`)
      .join(''),
  )
  return 0
}

/** A program of few lines that asks nothing to wait. */
function tool(run: (p: Process, words: readonly string[]) => number): Program {
  return function* (p) {
    return run(p, p.argv.slice(1))
  }
}

const touch = tool((p, words) => {
  for (const name of words) if (isErrno(p.fs.stat(name))) p.fs.writeFile(name, '')
  return 0
})

const mkdir = tool((p, words) => {
  for (const name of words.filter((word) => word !== '-p')) {
    const parts = name.split('/')
    parts.forEach((_, i) => p.fs.mkdir(parts.slice(0, i + 1).join('/') || '/'))
  }
  return 0
})

const ls = tool((p, words) => {
  for (const name of words)
    if (isErrno(p.fs.stat(name))) p.io.err(`ls: cannot access '${name}': No such file or directory\n`)
  return 2
})

const ln = tool((p, [, target = '', name = '']) => (p.fs.symlink(target, name) ? 1 : 0))
const chmod = tool((p, [, name = '']) => (p.fs.chmod(name, 0o755) ? 1 : 0))
const echo = tool((p, words) => {
  p.io.out(`${words.join(' ')}\n`)
  return 0
})

export interface InstalledProgram {
  readonly path: string
  readonly run: Program
}

export const TOOLS: readonly InstalledProgram[] = [
  { path: '/usr/bin/cat', run: cat },
  { path: '/usr/bin/env', run: env },
  { path: '/usr/bin/args', run: args },
  { path: '/usr/bin/sleep', run: sleep },
  { path: '/usr/bin/yes', run: yes },
  { path: '/usr/bin/head', run: head },
  { path: '/usr/bin/sort', run: sort },
  { path: '/usr/bin/echo', run: echo },
  { path: '/usr/bin/chmod', run: chmod },
  { path: '/usr/bin/ln', run: ln },
  { path: '/usr/bin/ls', run: ls },
  { path: '/usr/bin/mkdir', run: mkdir },
  { path: '/usr/bin/touch', run: touch },
]
