// busybox(1): one program for many small tools, chosen by the name it is called by or by its first argument.
// Read first: applet.ts. Ref: busybox libbb/appletlib.c
import type { Blocking, Process, Program } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { BANNER, usageText } from './applet.ts'
import { applets } from './applets.ts'
import { APPLET_PATHS } from './paths.ts'
import { appletProcess } from './process.ts'

const HELP = `${BANNER}BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.

Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

	BusyBox is a multi-call binary that combines many common Unix
	utilities into a single executable.  The shell in this build
	is configured to run built-in utilities without $PATH search.
	You don't need to install a link to busybox for each utility.
	To run external program, use full path (/sbin/ip instead of ip).

Currently defined functions:
`

/** Applets that take `--help` for an argument like any other. */
const WITHOUT_HELP: ReadonlySet<string> = new Set(['test', 'true', 'false', 'echo'])

/** `sh` is its shell, for that is made elsewhere. */
export function busyboxProgram(sh: Program): Program {
  function* run(p: Process, argv: readonly string[]): Blocking<number> {
    const name = baseName(argv[0] ?? '')
    if (name.startsWith('busybox') && argv === p.argv) return yield* busybox(p, argv.slice(1))
    return yield* applet(p, name.replace(/^-/, ''), argv)
  }

  function* busybox(p: Process, argv: readonly string[]): Blocking<number> {
    const [first] = argv
    if (first === undefined || (first === '--help' && argv.length === 1)) {
      p.io.out(HELP + columns([...APPLET_PATHS.keys()], 79))
      return 0
    }
    if (first === '--list' || first === '--list-full') {
      const names = first === '--list' ? APPLET_PATHS.keys() : APPLET_PATHS.values()
      p.io.out([...names].map((name) => `${name}\n`).join(''))
      return 0
    }
    if (first === '--install') return install(p, argv.slice(1))
    if (first === '--help' && argv[1] !== undefined) return yield* applet(p, argv[1], [argv[1], '--help'])
    return yield* applet(p, baseName(first), argv)
  }

  function* applet(p: Process, name: string, argv: readonly string[]): Blocking<number> {
    const shell = name === 'sh' || name === 'ash' ? { usage: SH_USAGE, run: sh } : null
    const found = shell ?? applets.get(name)
    if (!found) {
      const known = APPLET_PATHS.has(name)
      p.io.err(`${name}: ${known ? `${name} is not supported in vethlab` : 'applet not found'}\n`)
      return known ? 1 : 127
    }
    if (argv.length === 2 && argv[1] === '--help' && !WITHOUT_HELP.has(name)) {
      p.io.err(usageText(name, found.usage))
      return 0
    }
    return yield* found.run(appletProcess(p, argv))
  }

  return (p) => run(p, p.argv)
}

const SH_USAGE = ` [-il] [-|+Cabefmnuvx] [-|+o OPT]... [-c 'SCRIPT' [ARG0 ARGS] | FILE ARGS | -s ARGS]

Unix shell interpreter`

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Ref: libbb/appletlib.c:busybox_main() */
function columns(names: readonly string[], width: number): string {
  let out = ''
  let column = 0
  for (const name of names) {
    const length = name.length + 2
    if (column >= width - length) {
      out += ',\n'
      column = 0
    }
    out += column === 0 ? `\t${name}` : `, ${name}`
    column = (column === 0 ? 6 : column) + length
  }
  return `${out}\n`
}

/** `--install -s DIR`: a symbolic link for each applet. */
function install(p: Process, args: readonly string[]): number {
  const [option, folder] = args
  if (option !== '-s') {
    p.io.err('busybox: --install without -s is not supported in vethlab\n')
    return 1
  }
  for (const [name, path] of APPLET_PATHS) {
    const place = folder === undefined ? `/${path}` : `${folder}/${name}`
    const error = p.fs.symlink('/bin/busybox', place)
    if (isErrno(error)) p.io.err(`busybox: ${place}: ${error.text}\n`)
  }
  return 0
}
