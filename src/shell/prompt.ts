// PS1 and PS2 decoded (bash(1), PROMPTING).
import type { Blocking } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { formatTime } from './builtins/strftime.ts'
import { expandString } from './expand/word.ts'
import type { ShellState } from './state.ts'

/** As Debian's root has it, in colour. */
const STANDARD = '\\[\\e[1;32m\\]\\u@\\h\\[\\e[0m\\]:\\[\\e[1;34m\\]\\w\\[\\e[0m\\]\\$ '

/** The prompt of a fresh shell; in a namespace that has a name it says which. */
export function standardPrompt(shell: ShellState): string {
  const name = namespaceName(shell)
  return name === null ? STANDARD : `\\[\\e[1;33m\\](${name})\\[\\e[0m\\]${STANDARD}`
}

/** The name under /run/netns of the namespace the shell is in; null when it has none. */
function namespaceName(shell: ShellState): string | null {
  const { fs, net } = shell.p
  const names = fs.readdir('/run/netns')
  if (isErrno(names)) return null
  const own = net.netns()
  for (const name of names) {
    const other = net.openNetns(`/run/netns/${name}`)
    if (!isErrno(other) && other.inode === own.inode) return name
  }
  return null
}

/** Invisible parts come between \x01 and \x02. */
export function* decodePrompt(shell: ShellState, text: string): Blocking<string> {
  const decoded = text.replace(
    /\\([0-7]{3}|D\{[^}]*\}|[\s\S])/g,
    (whole, escape: string) => decode(shell, escape) ?? whole,
  )
  if (!shell.shopts.has('promptvars')) return decoded
  const { status } = shell
  const expanded = yield* expandString(shell, decoded)
  shell.status = status
  shell.unwind = null
  return expanded ?? decoded
}

function decode(shell: ShellState, escape: string): string | null {
  if (/^[0-7]{3}$/.test(escape)) return String.fromCharCode(parseInt(escape, 8))
  const epoch = Math.floor(shell.p.clock.epoch())
  if (escape.startsWith('D')) return formatTime(escape.slice(2, -1) || '%X', epoch)
  const pwd = shell.vars.get('PWD') ?? shell.p.fs.cwd()
  const host = shell.p.net.hostname()
  switch (escape) {
    case 'u':
      return 'root'
    case 'h':
      return host.split('.')[0] ?? ''
    case 'H':
      return host
    case 'w':
      return tilde(shell, pwd)
    case 'W':
      return tilde(shell, pwd) === '~' ? '~' : pwd === '/' ? '/' : (pwd.split('/').at(-1) ?? '')
    case '$':
      return '#'
    case '[':
      return '\x01'
    case ']':
      return '\x02'
    case 'e':
      return '\x1b'
    case 'a':
      return '\x07'
    case 'n':
      return '\n'
    case 'r':
      return '\r'
    case 's':
      return 'bash'
    case 'v':
      return '5.2'
    case 'V':
      return '5.2.15'
    case 'j':
      return String(shell.jobs.jobs.length)
    case '!':
    case '#':
      return String(shell.historyBase + shell.historyLines.length)
    case 't':
      return formatTime('%H:%M:%S', epoch)
    case 'T':
      return formatTime('%I:%M:%S', epoch)
    case '@':
      return formatTime('%I:%M %p', epoch)
    case 'A':
      return formatTime('%H:%M', epoch)
    case 'd':
      return formatTime('%a %b %d', epoch)
    case 'l':
      return 'pts/0'
    case '\\':
      return '\\\\'
    default:
      return null
  }
}

function tilde(shell: ShellState, path: string): string {
  const home = shell.vars.get('HOME')
  if (!home) return path
  return path === home ? '~' : path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}
