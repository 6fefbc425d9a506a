// sysctl of procps 4.0.2: names with dots for files below /proc/sys.
import type { Blocking } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { filesBelow } from '../lib/complete.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { nameOfPath, parseLine, pathOfName, type Setting } from './setting.ts'
import { USAGE } from './usage.ts'
import { missing, writeSetting } from './write.ts'

type SysctlOption = 'a' | 'b' | 'dry' | 'e' | 'N' | 'n' | 'p' | 'system' | 'r' | 'q' | 'w' | 'o' | 'h' | 'V'

const OPTIONS: OptionTable<SysctlOption> = {
  a: ['-a, -A, -X, --all', 'display all variables'],
  b: ['-b, --binary', 'print value without new line'],
  dry: ['--dry-run', 'print the key and values but do not write'],
  e: ['-e, --ignore', 'ignore unknown variables errors'],
  N: ['-N, --names', 'print variable names without values'],
  n: ['-n, --values', 'print only values of the given variables'],
  p: ['-p, -f, --load[=FILE]', 'read values from file'],
  system: ['--system', 'read values from all system directories'],
  r: ['-r, --pattern=EXPRESSION', 'select settings that match expression'],
  q: ['-q, --quiet', 'do not echo variable set'],
  w: ['-w, --write', 'enable writing a value to variable'],
  o: ['-o, -x', 'does nothing'],
  h: ['-h, -d, --help', 'display help and exit'],
  V: ['-V, --version', 'output version information and exit'],
}

export const sysctlCommand: Command = defineTool<SysctlOption>({
  name: 'sysctl',
  path: '/usr/sbin/sysctl',
  summary: 'read and write kernel parameters',
  usage: ['[options] [variable[=value] ...]'],
  options: OPTIONS,
  refused: ['--deprecated'],
  forms: ['NAME', 'NAME=VALUE', '-w NAME=VALUE'],
  afterBadOption: (tool) => {
    tool.out.print(USAGE)
    return 0
  },
  ownHelp: true,
  completeWord: (p) => filesBelow(p, '/proc/sys').map((path) => nameOfPath(path)),
  main: sysctl,
})

/** Where --system looks, the first file of a name winning. */
const DIRECTORIES = [
  '/run/sysctl.d',
  '/etc/sysctl.d',
  '/usr/local/lib/sysctl.d',
  '/usr/lib/sysctl.d',
  '/lib/sysctl.d',
]
const DEFAULT_FILE = '/etc/sysctl.conf'

function* sysctl(tool: Tool, args: Args<SysctlOption>): Blocking<number> {
  const { out } = tool
  if (args.has('h')) {
    out.print(USAGE)
    return 0
  }
  if (args.has('V')) {
    out.print('sysctl from procps-ng 4.0.2\n')
    return 0
  }
  const run = new Sysctl(tool, args)
  const pattern = args.last('r')
  if (pattern !== null && run.pattern === null) {
    tool.complain(`${pattern} is not a pattern that vethlab can read`)
    return 1
  }
  if (args.has('a')) return run.readTree('/proc/sys')
  if (args.has('system')) return yield* loadSystem(tool, run)
  if (args.has('p')) {
    const files = [...args.all('p').filter((file) => file !== ''), ...args.operands]
    return yield* load(tool, run, files.length > 0 ? files : [DEFAULT_FILE])
  }
  if (args.operands.length === 0) {
    if (!args.has('w')) {
      // Nothing at all was asked.
      if (pattern === null) {
        tool.p.io.err(USAGE)
        return 1
      }
    }
    tool.complain('no variables specified')
    tool.p.io.err("Try `sysctl --help' for more information.\n")
    return 1
  }
  let status = 0
  for (const word of args.operands) {
    if (!args.has('w') && !word.includes('=')) {
      status |= run.read(word)
      continue
    }
    const setting = parseLine(word)
    if (setting === null) {
      tool.complain('command line(0): invalid syntax, continuing...')
      return 1
    }
    status |= run.write(setting)
  }
  return status
}

function* load(tool: Tool, run: Sysctl, files: readonly string[]): Blocking<number> {
  let status = 0
  const settings: Setting[] = []
  for (const file of files) {
    const input = openInput(tool.p, file)
    if (isErrno(input)) {
      tool.complain(`cannot open "${file}": ${input.text}`)
      return 1
    }
    const text = yield* input.text()
    input.close()
    for (const [i, line] of text.split('\n').entries()) {
      if (/^\s*([#;]|$)/.test(line)) continue
      const setting = parseLine(line)
      if (setting) settings.push(setting)
      else tool.complain(`${file}(${i + 1}): invalid syntax, continuing...`)
    }
  }
  for (const setting of settings) status |= run.write(setting)
  return status
}

function* loadSystem(tool: Tool, run: Sysctl): Blocking<number> {
  const files = new Map<string, string>()
  for (const directory of DIRECTORIES) {
    const names = tool.p.fs.readdir(directory)
    if (isErrno(names)) continue
    for (const name of names) {
      if (name.endsWith('.conf') && !files.has(name)) files.set(name, `${directory}/${name}`)
    }
  }
  const paths = [...files.keys()].sort().flatMap((name) => files.get(name) ?? [])
  if (!isErrno(tool.p.fs.stat(DEFAULT_FILE))) paths.push(DEFAULT_FILE)
  for (const path of paths) tool.out.print(`* Applying ${path} ...\n`)
  return yield* load(tool, run, paths)
}

/** One run, with what its options say about printing. */
class Sysctl {
  readonly #tool: Tool
  readonly #args: Args<SysctlOption>
  /** null also when it cannot be read. */
  readonly pattern: RegExp | null

  constructor(tool: Tool, args: Args<SysctlOption>) {
    this.#tool = tool
    this.#args = args
    this.pattern = toPattern(args.last('r'))
  }

  read(word: string): number {
    const path = pathOfName(word)
    const stat = this.#tool.p.fs.stat(path)
    if (isErrno(stat)) return this.#missing(path, stat)
    return stat.kind === 'dir' ? this.readTree(path) : this.#readFile(path, stat.mode)
  }

  readTree(path: string): number {
    const { fs } = this.#tool.p
    const names = fs.readdir(path)
    if (isErrno(names)) return this.#missing(path, names)
    let status = 0
    for (const name of names) {
      const child = `${path}/${name}`
      const stat = fs.stat(child)
      if (isErrno(stat)) continue
      status |= stat.kind === 'dir' ? this.readTree(child) : this.#readFile(child, stat.mode)
    }
    return status
  }

  write(setting: Setting): number {
    if (this.pattern && !this.pattern.test(nameOfPath(setting.path))) return 0
    const args = this.#args
    return writeSetting(this.#tool, setting, {
      dry: args.has('dry'),
      ignoreMissing: args.has('e'),
      quiet: args.has('q'),
      bare: args.has('n') || args.has('N') || args.has('b'),
      newline: !args.has('b'),
    })
  }

  #readFile(path: string, mode: number): number {
    const { p, out, complain } = this.#tool
    const name = nameOfPath(path)
    if (this.pattern && !this.pattern.test(name)) return 0
    if (this.#args.has('N')) {
      out.print(`${name}\n`)
      return 0
    }
    if ((mode & 0o400) === 0) return 0
    const text = p.fs.readText(path)
    if (isErrno(text)) {
      complain(`reading key "${name}": ${text.text}`)
      return 1
    }
    if (this.#args.has('b')) {
      out.print(text.replace(/\n$/, ''))
      return 0
    }
    const prefix = this.#args.has('n') ? '' : `${name} = `
    for (const line of text.replace(/\n$/, '').split('\n')) out.print(`${prefix}${line}\n`)
    return 0
  }

  #missing(path: string, error: Errno): number {
    return this.#args.has('e') ? 0 : missing(this.#tool, path, error)
  }
}

function toPattern(text: string | null): RegExp | null {
  if (text === null) return null
  try {
    return new RegExp(text)
  } catch {
    return null
  }
}
