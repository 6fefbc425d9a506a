// Python 3.11 as far as networks need it: `python3 -m http.server`.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { HELP, parseArguments, USAGE } from './arguments.ts'
import { serveDirectory } from './server.ts'

const VERSION = 'Python 3.11.2\n'

export const python3Command: Command = {
  name: 'python3',
  path: '/usr/bin/python3',
  summary: 'a web server of the files in a directory',
  supports: [
    'python3 -m http.server [PORT]',
    '-b, --bind=ADDRESS: address to listen on',
    '-d, --directory=DIRECTORY: what is served',
    '-p, --protocol=VERSION: HTTP/1.1 keeps connections',
    '-V, --version: print version',
  ],
  run: python3,
  complete: (_p, words) =>
    ['-m', 'http.server', '--bind', '--directory', '--protocol'].filter((word) =>
      word.startsWith(words.at(-1) ?? ''),
    ),
}

/** Ref: Modules/main.c, Python/initconfig.c:config_parse_cmdline() */
function* python3(p: Process): Blocking<number> {
  const name = p.procs.find(p.argv[0] ?? '') ?? '/usr/bin/python3'
  const fail = (words: string, status: number): number => {
    p.io.err(words)
    return status
  }
  const usage = `usage: ${name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry \`python -h' for more information.\n`
  const lacks = (what: string): number =>
    fail(`python3: ${what} is not supported in vethlab, which has only -m http.server\n`, 1)
  const words = p.argv.slice(1)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--version') return printVersion(p)
    if (word === '-') return lacks('a script on standard input')
    if (!word.startsWith('-')) {
      const found = p.fs.stat(word)
      if (!isErrno(found)) return lacks('running scripts')
      const path = word.startsWith('/') ? word : `${p.fs.cwd().replace(/\/$/, '')}/${word}`
      return fail(`${name}: can't open file '${path}': [Errno ${found.number}] ${found.text}\n`, 2)
    }
    if (word.startsWith('--')) return lacks(word)
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at)
      if (letter === 'u') p.env.set('PYTHONUNBUFFERED', '1')
      else if (letter === 'V') return printVersion(p)
      else if (letter === 'm') {
        const rest = word.slice(at + 1)
        const module = rest === '' ? words[i + 1] : rest
        if (module === undefined) return fail(`Argument expected for the -m option\n${usage}`, 2)
        const more = words.slice(rest === '' ? i + 2 : i + 1)
        if (module !== 'http.server') return lacks(`module ${module}`)
        return yield* httpServer(p, more)
      } else if (/[bBdEhiIOPqRsSvWxXc?]/.test(letter)) return lacks(`-${letter}`)
      else return fail(`Unknown option: -${letter}\n${usage}`, 2)
    }
  }
  return lacks('its prompt')
}

function printVersion(p: Process): number {
  p.io.out(VERSION)
  return 0
}

function* httpServer(p: Process, words: readonly string[]): Blocking<number> {
  const args = parseArguments(words)
  if (args === 'help') {
    p.io.out(HELP)
    return 0
  }
  if ('error' in args) {
    p.io.err(`${USAGE}server.py: error: ${args.error}\n`)
    return 2
  }
  if (args.cgi) {
    p.io.err('python3: --cgi is not supported in vethlab\n')
    return 1
  }
  return yield* serveDirectory(p, args)
}
