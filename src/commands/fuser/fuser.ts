// fuser of psmisc 23.6: who uses a file, or a port. Names go to standard error, process numbers to standard output.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { uidOf, userName } from '../lib/owner.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { servicePort } from '../lib/services.ts'
import { ALL_SIGNALS, parseSignal } from '../lib/signals.ts'
import { USAGE } from './usage.ts'

type Space = 'file' | 'tcp' | 'udp'

interface FuserOptions {
  all: boolean
  interactive: boolean
  kill: boolean
  silent: boolean
  user: boolean
  verbose: boolean
  family: 'inet' | 'inet6' | null
  signal: Signal | 0
  readonly names: { readonly name: string; readonly space: Space }[]
}

/** How a process uses it: places of the column ACCESS. */
interface User {
  readonly pid: number
  readonly open: boolean
  readonly root: boolean
  readonly cwd: boolean
  readonly exe: boolean
}

const NAME_WIDTH = 20
const USER_WIDTH = 22

export const fuserCommand: Command = definePlainTool({
  name: 'fuser',
  path: '/usr/bin/fuser',
  summary: 'who uses a file or a port',
  supports: [
    'PORT/tcp, PORT/udp, -n tcp PORT: who has the port',
    'FILE: who has the file open, runs it or stands in it',
    '-v, -u, -s, -a: more, the owner, nothing, those that nobody uses',
    '-4, -6: sockets of one family',
    '-k, -i, -SIGNAL: kill them, ask before, with this signal',
    '-l: names of signals',
  ],
  complete: (_p, words) => {
    const typed = words.at(-1) ?? ''
    return typed === '' ? [] : ['-v', '-k', '-n', '-u', '-i'].filter((word) => word.startsWith(typed))
  },
  main: fuser,
})

function* fuser(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  const options = readOptions(tool, words)
  if (typeof options === 'number') return options
  if (options.names.length === 0) {
    p.io.err(`No process specification given\n${USAGE}`)
    return 1
  }
  const found: { readonly name: string; readonly users: readonly User[] }[] = []
  for (const { name, space } of options.names) {
    const users = usersOf(tool, name, space, options)
    if (users === null) return 1
    found.push({ name: space === 'file' || name.endsWith(`/${space}`) ? name : `${name}/${space}`, users })
  }
  const used = found.filter(({ users }) => users.length > 0)
  const shown = options.all ? found : used
  if (options.verbose && !options.silent && shown.length > 0) {
    p.io.err(`${' '.repeat(NAME_WIDTH)} ${'USER'.padEnd(USER_WIDTH - 11)} PID ACCESS COMMAND\n`)
  }
  for (const { name, users } of shown) {
    if (!options.silent) printUsers(tool, name, users, options)
    if (options.kill && (yield* killUsers(p, users, options)) === 0) return 1
  }
  return used.length > 0 ? 0 : 1
}

function readOptions(tool: PlainTool, words: readonly string[]): FuserOptions | number {
  const { p, out } = tool
  const options: FuserOptions = {
    all: false,
    interactive: false,
    kill: false,
    silent: false,
    user: false,
    verbose: false,
    family: null,
    signal: 'KILL',
    names: [],
  }
  let space: Space = 'file'
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (!word.startsWith('-') || word === '-') {
      const named = /^([^/]*)\/(tcp|udp)$/.exec(word)
      if (named && space === 'file')
        options.names.push({ name: word, space: named[2] === 'udp' ? 'udp' : 'tcp' })
      else options.names.push({ name: word, space })
      continue
    }
    const signal = parseSignal(word.slice(1))
    if (signal !== null && !/^-[46]$/.test(word)) {
      options.signal = signal
      continue
    }
    const letters = LONG[word] ?? word.slice(1)
    for (const letter of letters) {
      if (letter === 'n') {
        const value = words[++i] ?? ''
        if (value !== 'tcp' && value !== 'udp' && value !== 'file') {
          p.io.err(`Invalid namespace name\n${USAGE}`)
          return 1
        }
        space = value
      } else if (letter === 'l') {
        out.print(signalNames())
        return 0
      } else if ('mMcfIwV'.includes(letter)) return tool.unsupported(`-${letter}`)
      else if (!setFlag(options, letter)) {
        p.io.err(`${word.slice(1)}: unknown signal; fuser -l lists signals.\n`)
        return 1
      }
    }
  }
  return options
}

const LONG: Readonly<Record<string, string>> = {
  '--all': 'a',
  '--interactive': 'i',
  '--kill': 'k',
  '--list-signals': 'l',
  '--namespace': 'n',
  '--silent': 's',
  '--user': 'u',
  '--verbose': 'v',
  '--ipv4': '4',
  '--ipv6': '6',
  '--mount': 'm',
  '--ismountpoint': 'M',
  '--inode': 'I',
  '--writeonly': 'w',
  '--version': 'V',
}

function setFlag(options: FuserOptions, letter: string): boolean {
  if (letter === 'a') options.all = true
  else if (letter === 'i') options.interactive = true
  else if (letter === 'k') options.kill = true
  else if (letter === 's') options.silent = true
  else if (letter === 'u') options.user = true
  else if (letter === 'v') options.verbose = true
  else if (letter === '4') options.family = 'inet'
  else if (letter === '6') options.family = 'inet6'
  else return false
  return true
}

/** Lines of less than 80 columns. */
function signalNames(): string {
  const lines: string[] = []
  let line = ''
  for (const name of ALL_SIGNALS) {
    if (line.length + name.length + 1 > 76) {
      lines.push(line)
      line = name
    } else line = line === '' ? name : `${line} ${name}`
  }
  return `${[...lines, line].join('\n')}\n`
}

/** By number of process; null after a complaint. */
function usersOf(tool: PlainTool, name: string, space: Space, options: FuserOptions): readonly User[] | null {
  const { p } = tool
  if (space === 'file') return fileUsers(p, name)
  const word = name.replace(/\/(tcp|udp)$/, '')
  if (word.includes(',')) {
    tool.unsupported(`the other end's address in ${word}`)
    return null
  }
  const port = /^\d+$/.test(word) ? Number(word) : servicePort(p, word, space)
  if (port === null) {
    p.io.err(`Cannot resolve local port ${word}: Servname not supported for ai_socktype\n`)
    return null
  }
  const owners = p.net.socketOwners()
  const pids = p.net
    .sockDiag(space)
    .filter((m) => m.local.port === port && (options.family === null || options.family === m.family))
    .flatMap((m) => owners.get(m.inode) ?? [])
    .map(({ pid }) => pid)
  return [...new Set(pids)]
    .toSorted((a, b) => a - b)
    .map((pid) => ({ pid, open: true, root: false, cwd: false, exe: false }))
}

function fileUsers(p: Process, name: string): readonly User[] | null {
  if (isErrno(p.fs.stat(name))) {
    p.io.err(`Specified filename ${name} does not exist.\n`)
    return null
  }
  const path = p.fs.realpath(name)
  const unix = p.net.unixDiag().filter((socket) => socket.path === path)
  const owners = p.net.socketOwners()
  const sockets = new Set(unix.flatMap(({ inode }) => owners.get(inode) ?? []).map(({ pid }) => pid))
  return p.procs
    .list()
    .map(({ pid }) => {
      const fds = p.fs.readdir(`/proc/${pid}/fd`)
      const opened = isErrno(fds) ? [] : fds.map((fd) => p.fs.readlink(`/proc/${pid}/fd/${fd}`))
      return {
        pid,
        open: sockets.has(pid) || opened.includes(path),
        root: p.fs.readlink(`/proc/${pid}/root`) === path,
        cwd: p.fs.readlink(`/proc/${pid}/cwd`) === path,
        exe: p.fs.readlink(`/proc/${pid}/exe`) === path,
      }
    })
    .filter(({ pid, open, root, cwd, exe }) => pid !== p.pid && (open || root || cwd || exe))
    .toSorted((a, b) => a.pid - b.pid)
}

function printUsers(tool: PlainTool, name: string, users: readonly User[], options: FuserOptions): void {
  const { p, out } = tool
  const head = users.length === 0 ? `${name}:` : `${name}:`.padEnd(NAME_WIDTH)
  p.io.err(options.verbose ? (users.length === 0 ? `${name}:` : `${head} `) : head)
  for (const [i, user] of users.entries()) {
    const owner = userName(p, uidOf(p, user.pid))
    if (!options.verbose) {
      out.print(String(user.pid).padStart(6))
      out.flush()
      p.io.err(
        `${user.root ? 'r' : ''}${user.cwd ? 'c' : ''}${user.exe ? 'e' : ''}${options.user ? `(${owner})` : ''}`,
      )
      continue
    }
    if (i > 0) p.io.err(`${' '.repeat(NAME_WIDTH)} `)
    p.io.err(`${owner.padEnd(8)} `)
    out.print(String(user.pid).padStart(6))
    out.flush()
    const access = `${user.open ? 'F' : '.'}${user.root ? 'r' : '.'}${user.cwd ? 'c' : '.'}${user.exe ? 'e' : '.'}.`
    const comm = p.procs.get(user.pid)?.comm ?? ''
    p.io.err(` ${access} ${options.user ? `(${owner})` : ''}${comm}\n`)
  }
  if (!options.verbose || users.length === 0) p.io.err('\n')
}

function* killUsers(p: Process, users: readonly User[], options: FuserOptions): Blocking<number> {
  let killed = 0
  for (const { pid } of users) {
    if (options.interactive) {
      p.io.err(`Kill process ${pid} ? (y/N) `)
      const answer = yield* p.io.line(0)
      if (!/^[yY]/.test(answer ?? '')) continue
    }
    const error = p.procs.kill(pid, options.signal === 0 ? null : options.signal)
    if (error) p.io.err(`Could not kill process ${pid}: ${error.text}\n`)
    else killed++
  }
  return killed
}
