// `complete`, `compgen`, `compopt`. Ref: bash builtins/complete.def
import type { Blocking } from '../../os/program.ts'
import { quoteIfNeeded } from '../expand/quote.ts'
import { ACTION_LETTERS, isAction, specifiedWords, type CompletionSpec } from '../programmable.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, notSupported, parseOptions, usageError } from './builtin.ts'

const FORM =
  '[-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix]'
const LETTERS = Object.keys(ACTION_LETTERS).join('')
const OPTIONS: ReadonlySet<string> = new Set([
  'bashdefault',
  'default',
  'dirnames',
  'filenames',
  'noquote',
  'nosort',
  'nospace',
  'plusdirs',
])

export const complete: PlainBuiltin = builtin(
  'complete',
  `[-${LETTERS}] [-pr] [-DEI] ${FORM} [name ...]`,
  'Specify how arguments are to be completed by Readline.',
  (shell, args) => {
    if (args.length === 0) return print(shell, [])
    const read = readSpec(shell, complete, args, 'prDEI')
    if (typeof read === 'number') return read
    const { spec, letters, names } = read
    for (const letter of 'DEI') if (letters.has(letter)) return notSupported(shell, 'complete', `-${letter}`)
    if (letters.has('p')) return print(shell, names)
    if (letters.has('r')) return remove(shell, names)
    if (names.length === 0) return usageError(shell, complete)
    for (const name of names) shell.completions.set(name, spec)
    return 0
  },
)

/** `builtins`: names of them all. */
export function compgenBuiltin(builtins: () => readonly string[]): PlainBuiltin {
  const compgen: PlainBuiltin = builtin(
    'compgen',
    `[-${LETTERS}] ${FORM} [word]`,
    'Display possible completions depending on the options.',
    (shell, args) => {
      if (args.length === 0) return 0
      const read = readSpec(shell, compgen, args, '')
      return typeof read === 'number' ? read : generate(shell, builtins(), read.spec, read.names[0] ?? '')
    },
  )
  return compgen
}

export const compopt: PlainBuiltin = builtin(
  'compopt',
  '[-o|+o option] [-DEI] [name ...]',
  'Modify or display completion options.',
  (shell, args) => {
    if (!shell.vars.find('COMP_LINE')?.isSet)
      return shell.fail('compopt', 'not currently executing completion function')
    const wrong = args.find((arg, i) => /^[-+]o$/.test(args[i - 1] ?? '') && !OPTIONS.has(arg))
    return wrong === undefined ? 0 : shell.fail('compopt', `${wrong}: invalid option name`, 2)
  },
)

function* generate(
  shell: ShellState,
  builtins: readonly string[],
  spec: CompletionSpec,
  word: string,
): Blocking<number> {
  if (spec.function !== null) shell.report('compgen: warning: -F option may not work as you expect')
  const found = yield* specifiedWords(shell, builtins, spec, word, ['compgen'], '')
  const files = ['default', 'bashdefault', 'dirnames', 'plusdirs'].filter((one) => spec.options.includes(one))
  const instead =
    found.length === 0 && files.length > 0
      ? yield* specifiedWords(
          shell,
          builtins,
          { ...NONE, actions: [files[0]?.endsWith('default') ? 'file' : 'directory'] },
          word,
          ['compgen'],
          '',
        )
      : found
  if (instead.length === 0) return 1
  return shell.emit('compgen', instead.map((one) => `${one}\n`).join(''))
}

const NONE: CompletionSpec = {
  actions: [],
  options: [],
  words: null,
  function: null,
  filter: null,
  prefix: '',
  suffix: '',
}

/** The specification its options stand for, or a status after the complaint. */
function readSpec(
  shell: ShellState,
  described: PlainBuiltin,
  args: readonly string[],
  more: string,
):
  | {
      readonly spec: CompletionSpec
      readonly letters: ReadonlySet<string>
      readonly names: readonly string[]
    }
  | number {
  const { name } = described
  const { letters, values, rest, wrong } = parseOptions(args, LETTERS + more, 'oAGWFCXPS')
  if (wrong !== null) {
    const missing = wrong.startsWith(':')
    shell.report(
      missing
        ? `${name}: ${wrong.slice(1)}: option requires an argument`
        : `${name}: ${wrong}: invalid option`,
    )
    return usageError(shell, described)
  }
  for (const letter of 'GC') if (values.has(letter)) return notSupported(shell, name, `-${letter}`)
  const action = values.get('A')
  if (action !== undefined && !isAction(action)) return shell.fail(name, `${action}: invalid action name`, 2)
  const options = args.filter((_, i) => args[i - 1] === '-o')
  const unknown = options.find((option) => !OPTIONS.has(option))
  if (unknown !== undefined) return shell.fail(name, `${unknown}: invalid option name`, 2)
  const actions = Object.entries(ACTION_LETTERS)
    .filter(([letter, long]) => letters.has(letter) || long === action)
    .map(([, long]) => long)
  if (action !== undefined && !actions.includes(action)) actions.push(action)
  const spec: CompletionSpec = {
    actions,
    options,
    words: values.get('W') ?? null,
    function: values.get('F') ?? null,
    filter: values.get('X') ?? null,
    prefix: values.get('P') ?? '',
    suffix: values.get('S') ?? '',
  }
  return { spec, letters, names: rest }
}

function print(shell: ShellState, names: readonly string[]): number {
  let status = 0
  let text = ''
  for (const name of names.length > 0 ? names : shell.completions.keys()) {
    const spec = shell.completions.get(name)
    if (spec) text += `${written(name, spec)}\n`
    else status = shell.fail('complete', `${name}: no completion specification`)
  }
  return shell.emit('complete', text, status)
}

function written(name: string, spec: CompletionSpec): string {
  const letters = Object.entries(ACTION_LETTERS)
  const words = ['complete', ...[...spec.options].sort().flatMap((option) => ['-o', option])]
  for (const [letter, action] of letters) if (spec.actions.includes(action)) words.push(`-${letter}`)
  for (const action of spec.actions)
    if (!letters.some(([, long]) => long === action)) words.push('-A', action)
  if (spec.words !== null) words.push('-W', quoteAlways(spec.words))
  if (spec.prefix !== '') words.push('-P', quoteAlways(spec.prefix))
  if (spec.suffix !== '') words.push('-S', quoteAlways(spec.suffix))
  if (spec.filter !== null) words.push('-X', quoteAlways(spec.filter))
  if (spec.function !== null) words.push('-F', spec.function)
  return [...words, quoteIfNeeded(name)].join(' ')
}

function quoteAlways(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function remove(shell: ShellState, names: readonly string[]): number {
  if (names.length === 0) {
    for (const name of [...shell.completions.keys()]) shell.completions.delete(name)
    return 0
  }
  let status = 0
  for (const name of names) {
    if (!shell.completions.delete(name))
      status = shell.fail('complete', `${name}: no completion specification`)
  }
  return status
}
