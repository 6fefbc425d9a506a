// BusyBox's sh is ash: dash's language with some of bash's additions, other words for what goes wrong, and BusyBox's
// applets found before anything on PATH (FEATURE_SH_STANDALONE). Ref: busybox shell/ash.c
import type { Dialect, Origin, ShellState } from './state.ts'
import { lineAt } from './state.ts'
import type { Problem } from './syntax/scanner.ts'

const BUILTINS: ReadonlySet<string> = new Set(
  (
    '. : [ alias bg break cd chdir command continue echo eval exec exit export false fg getopts hash help history ' +
    'jobs kill let local printf pwd read readonly return set shift source test times trap true type ulimit umask ' +
    'unalias unset wait'
  ).split(' '),
)

/** Those whose errors end the shell (POSIX, 2.14). */
const SPECIAL: ReadonlySet<string> = new Set(
  '. : break continue eval exec exit export readonly return set shift source times trap unset'.split(' '),
)

/** In a message: `line 3: `, where the place of an error in a builtin is told. */
const LINE = '\0'
/** At the front of a message: it comes from an applet's code, which says `sh` whatever the script's name is. */
const APPLET = '\x01'

/** At the front of a message: nothing stands before it. */
const PLAIN = '\x02'

/** bash's messages and ash's. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:break|continue): only meaningful in a .*$/s, ''],
  [/^return: can only `return' from .*$/s, ''],
  [/^shift: .*shift count out of range$/s, ''],
  [/^wait: pid .* is not a child of this shell$/s, ''],
  [/^(\.|source): ([^/]*): No such file or directory$/s, `$1: ${LINE}$2: not found`],
  [
    /^(\.|source): (.*): No such file or directory$/s,
    `$1: ${LINE}can't open '$2': No such file or directory`,
  ],
  [/^(fg|bg): no job control$/, `$1: ${LINE}No current job`],
  [/^(alias|unalias): (.*): not found$/s, `${PLAIN}$1: $2 not found`],
  [/^(hash|exec): (.*): (?:command )?not found$/s, `$1: ${LINE}$2: not found`],
  [/^(?:type: )?(.*): (?:command )?not found$/s, '$1: not found'],
  [/^cd: (.*): ([^:]*)$/s, `cd: ${LINE}can't cd to $1: $2`],
  [/^(\.|source): ([^/]*): No such file or directory$/s, `$1: ${LINE}$2: not found`],
  [
    /^(\.|source): (.*): No such file or directory$/s,
    `$1: ${LINE}can't open '$2': No such file or directory`,
  ],
  [/^exec: (.*): No such file or directory$/s, `exec: ${LINE}$1: not found`],
  [
    /^(\.{0,2}\/.*|[^ ]*\/.*): (?:No such file or directory|cannot execute: required file not found)$/s,
    '$1: not found',
  ],
  [/^(?!can't create )(.*): Is a directory$/s, '$1: Permission denied'],
  [/^.*: division by 0 \(error token is .*$/s, 'divide by zero'],
  [/^.*?: [a-z`][^(]* \(error token is .*$/s, 'arithmetic syntax error'],
  [/^\S+: (.*): integer expression expected$/s, `${APPLET}$1: bad number`],
  [/^\[: missing `\]'$/, `${APPLET}missing ]`],
  [/^(?:test|\[): (.*): (?:unary|binary) operator expected$/s, `${APPLET}$1: unknown operand`],
  [/^(?:test|\[): (.*)$/s, `${APPLET}$1`],
  [/^(\S+): unbound variable$/, '$1: parameter not set'],
  [/^(\S+): parameter null or not set$/, '$1: parameter not set or null'],
  [/^(?:\S+: )?(\S+): (?:cannot unset: )?readonly variable$/, '$1: is read only'],
  [/^(\S+): `(.*?)(?:=.*)?': not a valid identifier$/s, `$1: ${LINE}$2: bad variable name`],
  [/^.*: bad substitution$/s, 'bad substitution'],
  [/^(exit|return|break|continue|shift): (.*): numeric argument required$/s, `$1: ${LINE}Illegal number: $2`],
  [/^kill: (.*): invalid signal specification$/s, `${APPLET}bad signal name '$1'`],
  [/^kill: (.*): arguments must be process or job IDs$/s, `${APPLET}invalid number '$1'`],
  [/^kill: \((\S+)\) - (.*)$/s, `${APPLET}can't kill pid $1: $2`],
  [/^(\S+): (-.*): invalid option$/s, `$1: ${LINE}illegal option $2`],
  [/^set: (.*): invalid option name$/s, `set: ${LINE}illegal option -o $1`],
  [/^trap: (.*): invalid signal specification$/s, `trap: ${LINE}$1: invalid signal specification`],
  [/^(fg|bg|jobs): current: no such job$/, `$1: ${LINE}No current job`],
  [/^(fg|bg|jobs): (.*): no such job$/, `$1: ${LINE}$2: no such job`],
  [/^umask: (\S+): .*$/, `umask: ${LINE}illegal mode: $1`],
  [/^printf: (.*): invalid number$/s, `${APPLET}invalid number '$1'`],
  [/^(local): can only be used in a function$/, `$1: ${LINE}not in a function`],
  [/^(.*): cannot overwrite existing file$/s, "can't create $1: File exists"],
]

function words(message: string): string {
  for (const [pattern, replacement] of WORDS)
    if (pattern.test(message)) return message.replace(pattern, replacement)
  return message
}

/** Ref: shell/ash.c:ash_vmsg(): the script's or builtin's name stands before a line's number, never `sh: line 3`. */
function complaint(shell: ShellState, message: string): string {
  const said = words(message)
  if (said === '') return ''
  if (said.startsWith(PLAIN)) return `${said.slice(1)}\n`
  if (said.startsWith(APPLET)) return `${baseName(shell.p.argv[0] ?? 'sh')}: ${said.slice(1)}\n`
  const { origin } = shell
  const script = origin.input === null && origin.numbered && !shell.readsInput && !shell.interactive
  const line = shell.interactive ? '' : `line ${shell.line() - (origin.input === '-c' ? 1 : 0)}: `
  const place = script && !said.includes(LINE) ? line : ''
  return `${shell.interactive ? baseName(shell.arg0) : origin.name}: ${place}${said.replace(LINE, line)}\n`
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^-/, '')
}

function redirect(target: string, operator: string, reason: string): string {
  const missing = reason === 'No such file or directory'
  if (operator === '<') return `can't open ${target}: ${missing ? 'no such file' : reason}`
  return `can't create ${target}: ${missing ? 'nonexistent directory' : reason}`
}

/** `sh: syntax error: unexpected ")"` */
function syntax(origin: Origin, problem: Problem): string {
  const { kind, text, pos, expecting } = problem
  const at = kind === 'end' || pos > origin.text.length ? origin.text.length : pos
  const script = origin.input === null && origin.numbered && origin.name.includes('/')
  const line = script ? `line ${lineAt(origin, at)}: ` : ''
  return `${origin.name}: ${line}syntax error: ${unexpected(kind, text, expecting)}\n`
}

function unexpected(kind: Problem['kind'], text: string, expecting: string | null): string {
  const wanted = expecting === null || expecting === 'name' ? '' : ` (expecting "${expecting}")`
  if (kind === 'end') return `unexpected end of file${wanted}`
  if (kind === 'matching') {
    if (text === '`') return 'EOF in backquote substitution'
    if (text === '}') return "missing '}'"
    return text === ')' ? 'unexpected end of file (expecting ")")' : 'unterminated quoted string'
  }
  if (kind === 'arithmetic' || expecting === 'name') return 'bad for loop variable'
  if (text === 'newline') return `unexpected newline${wanted}`
  if (text === '<<<') return 'unexpected redirection'
  return /^(?:[;&|()<>]+|then|else|elif|fi|do|done|esac|\}|in)$/.test(text)
    ? `unexpected "${text}"${wanted}`
    : `unexpected word${wanted}`
}

/** Ref: busybox include/applets.src.h: APPLET_NOEXEC */
const NOEXEC: ReadonlySet<string> = new Set(
  'awk cut dd fold hd head hexdump md5sum paste ps sha1sum sha256sum sha512sum sort tac xargs yes'.split(' '),
)

const GREETING = `

BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) built-in shell (ash)
Enter 'help' for a list of built-in commands.

`

/** `applets`: what it runs itself before it looks along PATH. */
export function ashDialect(applets: ReadonlySet<string>): Dialect {
  return {
    name: 'ash',
    greeting: GREETING,
    prompt: '\\w \\$ ',
    complaint,
    redirect,
    isBuiltin: (name) => BUILTINS.has(name),
    isSpecial: (name) => SPECIAL.has(name),
    isApplet: (name, inside) => applets.has(name) && (inside !== true || NOEXEC.has(name)),
    syntax,
  }
}
