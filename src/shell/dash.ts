// /bin/sh is dash on Debian: the same language without bash's additions, and other words for what goes wrong.
import type { Dialect, Origin, ShellState } from './state.ts'
import { lineAt } from './state.ts'
import type { Problem } from './syntax/scanner.ts'

const BUILTINS: ReadonlySet<string> = new Set(
  (
    '. : [ alias bg break cd command continue echo eval exec exit export false fg getopts hash jobs kill local printf ' +
    'pwd read readonly return set shift test times trap true type ulimit umask unalias unset wait'
  ).split(' '),
)

/** Those whose errors end the shell (POSIX, 2.14). */
const SPECIAL: ReadonlySet<string> = new Set(
  '. : break continue eval exec export readonly set shift trap unset'.split(' '),
)

/** Invoked by this name it is dash that runs. */
export function isDash(name: string): boolean {
  return /(?:^|\/)(?:da)?sh$/.test(name)
}

/** bash's messages and dash's. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(.*): command not found$/s, '$1: not found'],
  [/^cd: (.*): [^:]*$/s, "cd: can't cd to $1"],
  [/^(\.|exec): (.*): No such file or directory$/s, '$1: cannot open $2: No such file'],
  [
    /^(\.{0,2}\/.*|[^ ]*\/.*): (?:No such file or directory|cannot execute: required file not found)$/s,
    '$1: not found',
  ],
  [/^(.*): Is a directory$/s, '$1: Permission denied'],
  [/^(.*): division by 0 \(error token is .*$/s, 'arithmetic expression: division by zero: "$1"'],
  [/^(.*?): [a-z`][^(]* \(error token is .*$/s, 'arithmetic expression: expecting primary: "$1"'],
  [/^(\S+): (.*): integer expression expected$/s, '$1: Illegal number: $2'],
  [/^\[: missing `\]'$/, '[: missing ]'],
  [/^(test|\[): (.*): (?:unary|binary) operator expected$/s, '$1: $2: unexpected operator'],
  [/^(\S+): unbound variable$/, '$1: parameter not set'],
  [/^(\S+): parameter null or not set$/, '$1: parameter not set or null'],
  [/^(?:\S+: )?(\S+): (?:cannot unset: )?readonly variable$/, '$1: is read only'],
  [/^(\S+): `(.*?)(?:=.*)?': not a valid identifier$/s, '$1: $2: bad variable name'],
  [/^.*: bad substitution$/s, 'Bad substitution'],
  [/^(exit|return|break|continue|shift): (.*): numeric argument required$/s, '$1: Illegal number: $2'],
  [/^shift: .*shift count out of range$/, "shift: can't shift that many"],
  [/^kill: (.*): invalid signal specification$/s, 'kill: Illegal option -$1'],
  [/^kill: (.*): arguments must be process or job IDs$/s, 'kill: Illegal number: $1'],
  [/^kill: \(\S+\) - (.*)$/s, 'kill: $1\n'],
  [/^(\S+): (-.*): invalid option$/s, '$1: Illegal option $2'],
  [/^set: (.*): invalid option name$/s, 'set: Illegal option -o $1'],
  [/^trap: (.*): invalid signal specification$/s, 'trap: $1: bad trap'],
  [/^printf: (.*): invalid number$/s, 'printf: $1: expected numeric value'],
  [/^local: can only be used in a function$/, 'local: not in a function'],
  [/^(.*): cannot overwrite existing file$/s, 'cannot create $1: File exists'],
]

function dashMessage(message: string): string {
  for (const [pattern, words] of WORDS) if (pattern.test(message)) return message.replace(pattern, words)
  return message
}

function dashComplaint(shell: ShellState, message: string): string {
  return `${shell.origin.name}: ${shell.line()}: ${dashMessage(message)}\n`
}

/** A file that a redirection could not open. */
function dashRedirectMessage(target: string, operator: string, reason: string): string {
  const missing = reason === 'No such file or directory'
  if (operator === '<') return `cannot open ${target}: ${missing ? 'No such file' : reason}`
  return `cannot create ${target}: ${missing ? 'Directory nonexistent' : reason}`
}

/** `sh: 1: Syntax error: ")" unexpected` */
function dashSyntaxMessage(origin: Origin, problem: Problem): string {
  const { kind, text, pos, expecting } = problem
  const end = kind === 'end' || pos > origin.text.length
  const line = lineAt(origin, end ? origin.text.length : pos)
  const input = origin.input === 'eval' ? 'eval: ' : ''
  return `${origin.name}: ${line}: ${input}Syntax error: ${complaint(kind, text, expecting)}\n`
}

function complaint(kind: Problem['kind'], text: string, expecting: string | null): string {
  const wanted = expecting === null ? '' : ` (expecting "${expecting}")`
  if (kind === 'end') return `end of file unexpected${wanted}`
  if (kind === 'matching') {
    if (text === '`') return 'EOF in backquote substitution'
    if (text === '}') return "Missing '}'"
    return text === ')' ? 'end of file unexpected (expecting ")")' : 'Unterminated quoted string'
  }
  if (kind === 'arithmetic') return 'Bad for loop variable'
  if (expecting === 'name') return 'Bad for loop variable'
  if (text === 'newline') return `newline unexpected${wanted}`
  if (text === '<<<') return 'redirection unexpected'
  return /^(?:[;&|()<>]+|then|else|elif|fi|do|done|esac|\}|in)$/.test(text)
    ? `"${text}" unexpected${wanted}`
    : `word unexpected${wanted}`
}

export const DASH: Dialect = {
  name: 'dash',
  greeting: '',
  prompt: '# ',
  complaint: dashComplaint,
  redirect: dashRedirectMessage,
  isBuiltin: (name) => BUILTINS.has(name),
  isSpecial: (name) => SPECIAL.has(name),
  isApplet: () => false,
  syntax: dashSyntaxMessage,
}
