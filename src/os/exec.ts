// What a file runs as. Ref: fs/exec.c, fs/binfmt_script.c
import type { Errno } from '../uapi/errno.ts'
import { EACCES, ELOOP, ENOEXEC, isErrno } from '../uapi/errno.ts'
import type { Program } from './program.ts'
import { RegularFile } from './regular.ts'
import type { System } from './system.ts'
import type { Caller } from './vfs.ts'
import { namei } from './vfs.ts'

/** Scripts whose interpreter is a script (BINPRM_MAX_RECURSION). */
const MOST_INTERPRETERS = 5
/** Octets of a script's first line that count (BINPRM_BUF_SIZE). */
const FIRST_LINE = 256
/** How a program's file begins; the path it was installed at follows, so that a copy of it runs too. */
const MAGIC = '\x7fELF\x02\x01\x01 vethlab '

export interface Executable {
  readonly program: Program
  readonly argv: readonly string[]
  /** The program's own file: for a script its interpreter's. */
  readonly path: string
}

export function programContent(path: string): string {
  return `${MAGIC}${path}\n`
}

/** The program a path runs, and with which arguments. ENOENT, EACCES, ENOEXEC, … */
export function loadProgram(
  system: System,
  caller: Caller,
  path: string,
  argv: readonly string[],
): Executable | Errno {
  let file = path
  let args = argv
  for (let depth = 0; depth <= MOST_INTERPRETERS; depth++) {
    const inode = namei(caller, file)
    if (isErrno(inode)) return inode
    if (!(inode instanceof RegularFile) || (inode.mode & 0o111) === 0) return EACCES
    if (inode.program) return { program: inode.program, argv: args, path: file }
    const { text } = inode
    if (text.startsWith(MAGIC)) {
      const program = system.programs.get(text.slice(MAGIC.length).trimEnd())
      return program ? { program, argv: args, path: file } : ENOEXEC
    }
    const script = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(text.slice(0, FIRST_LINE))
    if (!script?.[1]) return ENOEXEC
    const option = script[2]?.trimEnd()
    args = [script[1], ...(option ? [option] : []), file, ...args.slice(1)]
    file = script[1]
  }
  return ELOOP
}

/** Name that ps shows: 15 octets of the file's name. */
export function commOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 15)
}
