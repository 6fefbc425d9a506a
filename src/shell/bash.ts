// /bin/bash and /bin/sh: their arguments, and the ways to start.
import type { Blocking, Process, Program } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { flat } from './deep.ts'
import { LANGUAGE, finish, runFile, runText } from './language.ts'
import { setOption, byLetter } from './builtins/set.ts'
import { newShell } from './start.ts'
import type { Dialect, Origin, ShellState } from './state.ts'
import { DASH, isDash } from './dash.ts'
import { BASH_VERSION } from './start.ts'
import { isUnfinished } from './syntax/parse.ts'

interface Arguments {
  readonly letters: string[]
  readonly names: { readonly name: string; readonly on: boolean }[]
  readonly off: string[]
  rest: readonly string[]
  command: boolean
  wrong: string | null
}

const LONG_IGNORED = new Set(['--norc', '--noprofile', '--posix', '--noediting', '--restricted'])

function parseArguments(argv: readonly string[]): Arguments {
  const out: Arguments = { letters: [], names: [], off: [], rest: [], command: false, wrong: null }
  let i = 1
  for (; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '--' || arg === '-') {
      i++
      break
    }
    if (arg.startsWith('--')) {
      if (arg === '--version' || arg === '--help' || arg === '--login') out.letters.push(arg.slice(2))
      else if (!LONG_IGNORED.has(arg)) {
        out.wrong = arg
        return out
      }
      continue
    }
    if (!/^[-+]./.test(arg)) break
    for (const c of arg.slice(1)) {
      if (c === 'c' && arg.startsWith('-')) out.command = true
      else if (c === 'o' || c === 'O') out.names.push({ name: argv[++i] ?? '', on: arg.startsWith('-') })
      else if (!'ilsrD'.includes(c) && byLetter(c) === null) {
        out.wrong = arg
        return out
      } else (arg.startsWith('-') ? out.letters : out.off).push(c)
    }
  }
  out.rest = argv.slice(i)
  return out
}

const USAGE = `Usage:\tbash [GNU long option] [option] ...
\tbash [GNU long option] [option] script-file ...
GNU long options:
${'debug debugger dump-po-strings dump-strings help init-file login noediting noprofile norc posix pretty-print rcfile restricted verbose version'
  .split(' ')
  .map((name) => `\t--${name}\n`)
  .join('')}Shell options:
\t-ilrsD or -c command or -O shopt_option\t\t(invocation only)
\t-abefhkmnptuvxBCEHPT or -o option
`

/** How an interactive shell is run: given by whoever has a line editor. */
export type Interactive = (shell: ShellState) => Blocking<number>

/** The program /bin/bash. `interactive` runs it on a terminal. */
export function bashProgram(interactive: Interactive): Program {
  return (p) => flat(bash(p, interactive))
}

function* bash(p: Process, interactive: Interactive): Blocking<number> {
  if (isDash(p.argv[0] ?? '')) return yield* posix(p, DASH, interactive)
  const given = parseArguments(p.argv)
  if (given.wrong !== null) {
    p.io.err(`bash: ${given.wrong}: invalid option\n${USAGE}`)
    return 2
  }
  if (given.letters.includes('version')) {
    p.io.out(`GNU bash, version ${BASH_VERSION} (x86_64-pc-linux-gnu)\n`)
    return 0
  }
  if (given.command) return yield* commandString(p, given, null)
  const [file, ...args] = given.rest
  if (file !== undefined && !given.letters.includes('s')) return yield* scriptFile(p, given, file, args)
  const shell = newShell(p, LANGUAGE)
  options(shell, given)
  if (given.letters.includes('s')) shell.positional = [...given.rest]
  shell.login =
    given.letters.includes('l') || given.letters.includes('login') || (p.argv[0] ?? '').startsWith('-')
  if (given.letters.includes('i') || (p.io.isatty(0) && p.io.isatty(2))) return yield* interactive(shell)
  return yield* standardInput(shell)
}

/** A POSIX shell's own complaints, before it runs anything: dash's and ash's. */
const START: Readonly<Record<Dialect['name'], (what: 'option' | 'c' | 'file', name: string) => string>> = {
  dash: (what, name) =>
    `sh: 0: ${what === 'option' ? `Illegal option ${name}` : what === 'c' ? '-c requires an argument' : `cannot open ${name}: No such file`}\n`,
  ash: (what, name) =>
    `sh: ${what === 'option' ? `illegal option ${name}` : what === 'c' ? '-c requires an argument' : `can't open '${name}': No such file or directory`}\n`,
}

/** The program that dash is, or BusyBox's ash. */
export function posixProgram(dialect: Dialect, interactive: Interactive): Program {
  return (p) => flat(posix(p, dialect, interactive))
}

function* posix(p: Process, dialect: Dialect, interactive: Interactive): Blocking<number> {
  const given = parseArguments(p.argv)
  const complain = START[dialect.name]
  // ash passes over long options.
  if (given.wrong !== null && !(dialect.name === 'ash' && given.wrong.startsWith('--'))) {
    p.io.err(complain('option', given.wrong))
    return 2
  }
  if (given.command) return yield* commandString(p, given, dialect)
  const [file, ...args] = given.rest
  if (file !== undefined && !given.letters.includes('s')) {
    const stat = p.fs.stat(file)
    if (isErrno(stat)) {
      p.io.err(complain('file', file))
      return 2
    }
    return yield* script(p, given, file, args, dialect)
  }
  const shell = newShell(p, LANGUAGE, dialect)
  options(shell, given)
  if (given.letters.includes('s')) shell.positional = [...given.rest]
  if (given.letters.includes('i') || (p.io.isatty(0) && p.io.isatty(2))) return yield* interactive(shell)
  return yield* standardInput(shell)
}

function options(shell: ShellState, given: Arguments): void {
  for (const c of given.letters) {
    const option = c.length === 1 ? byLetter(c) : null
    if (option) shell.options.add(option)
  }
  for (const c of given.off) {
    const option = byLetter(c)
    if (option) shell.options.delete(option)
  }
  for (const { name, on } of given.names) {
    if (name === 'extglob' || name === 'globstar' || name === 'nullglob') shell.shopts.add(name)
    else setOption(shell, name, on)
  }
}

function* commandString(p: Process, given: Arguments, dialect: Dialect | null): Blocking<number> {
  const [text, arg0, ...args] = given.rest
  if (text === undefined) {
    p.io.err(dialect ? START[dialect.name]('c', '') : 'bash: -c: option requires an argument\n')
    return 2
  }
  const shell = newShell(p, LANGUAGE, dialect)
  options(shell, given)
  shell.commandString = true
  shell.arg0 = arg0 ?? p.argv[0] ?? 'bash'
  shell.positional = args
  const origin: Origin = { text, name: shell.arg0, input: '-c', firstLine: 1, numbered: true }
  yield* runText(shell, origin)
  return yield* finish(shell)
}

function* scriptFile(p: Process, given: Arguments, file: string, args: readonly string[]): Blocking<number> {
  const stat = p.fs.stat(file)
  const path = isErrno(stat) && !file.includes('/') ? (p.procs.find(file) ?? file) : file
  const found = p.fs.stat(path)
  if (isErrno(found)) {
    p.io.err(`bash: ${file}: ${found.text}\n`)
    return 127
  }
  if (found.kind === 'dir') {
    p.io.err(`bash: ${file}: Is a directory\n`)
    return 126
  }
  return yield* script(p, given, path, args, null)
}

function* script(
  p: Process,
  given: Arguments,
  path: string,
  args: readonly string[],
  dialect: Dialect | null,
): Blocking<number> {
  if (given.letters.length === 0 && given.names.length === 0) return yield* runFile(p, path, args, dialect)
  const text = p.fs.readText(path)
  if (isErrno(text)) return 126
  const shell = newShell(p, LANGUAGE, dialect)
  options(shell, given)
  shell.arg0 = path
  shell.positional = [...args]
  yield* runText(shell, { text, name: path, input: null, firstLine: 1, numbered: true })
  return yield* finish(shell)
}

/** Commands from standard input: read line by line, for what is run may read it too. */
function* standardInput(shell: ShellState): Blocking<number> {
  const { p } = shell
  shell.readsInput = true
  shell.arg0 = p.argv[0] ?? 'bash'
  let line = 1
  let text = ''
  let first = 1
  for (;;) {
    const next = yield* p.io.lineUnbuffered(0)
    if (next !== null) {
      text += `${next}\n`
      line++
      if (isUnfinished(text)) continue
    }
    if (text !== '') {
      const origin = { text, name: shell.arg0, input: null, firstLine: first, numbered: true }
      yield* runText(shell, origin)
      if (shell.unwind) break
    }
    if (next === null) break
    text = ''
    first = line
  }
  return yield* finish(shell)
}
