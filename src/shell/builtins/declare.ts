// declare, typeset, local, export, readonly: attributes and values of variables.
import type { Assigned } from '../assign.ts'
import { applyAssigned, parseReference, toList } from '../assign.ts'
import { doubleQuote } from '../expand/quote.ts'
import { arrayText, attributeLetters } from '../expand/transform.ts'
import { printFunction } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import type { Variable } from '../variables.ts'
import { byBytes, isName } from '../variables.ts'
import type { Argument, DeclaringBuiltin } from './builtin.ts'
import { invalidOption } from './builtin.ts'

const DECLARE_USAGE = '[-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]'
const SUMMARY = 'Set variable values and attributes.'

export const declare = declaring('declare', DECLARE_USAGE, SUMMARY)
export const typeset = declaring(
  'typeset',
  '[-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]',
  SUMMARY,
)
export const local = declaring('local', '[option] name[=value] ...', 'Define local variables.')
export const exportBuiltin = declaring(
  'export',
  '[-fn] [name[=value] ...] or export -p',
  'Set export attribute for shell variables.',
)
export const readonly = declaring(
  'readonly',
  '[-aAf] [name[=value] ...] or readonly -p',
  'Mark shell variables as unchangeable.',
)

function declaring(name: string, usage: string, summary: string): DeclaringBuiltin {
  const self: DeclaringBuiltin = {
    name,
    usage,
    summary,
    declares: true,
    declare: (shell, called, args) => run(shell, self, called, args),
  }
  return self
}

/** Letters after `-` and after `+`. */
interface Flags {
  readonly on: Set<string>
  readonly off: Set<string>
}

const LETTERS: Record<string, string> = { export: 'fnp', readonly: 'aAfp' }

function run(shell: ShellState, self: DeclaringBuiltin, name: string, args: readonly Argument[]): number {
  const flags: Flags = { on: new Set(), off: new Set() }
  const known = LETTERS[self.name] ?? 'aAfFgiIlnprtux'
  let i = 0
  for (; i < args.length; i++) {
    const arg = args[i]
    if (typeof arg !== 'string' || !/^[-+]./.test(arg)) break
    if (arg === '--') {
      i++
      break
    }
    for (const c of arg.slice(1)) {
      if (!known.includes(c)) return invalidOption(shell, self, arg[0] + c)
      ;(arg.startsWith('-') ? flags.on : flags.off).add(c)
    }
  }
  const rest = args.slice(i)
  if (self.name === 'local' && shell.calls.length === 0)
    return shell.fail('local', 'can only be used in a function')
  if (self.name === 'export') flags[flags.on.has('n') ? 'off' : 'on'].add('x')
  if (self.name === 'readonly') flags.on.add('r')
  if (flags.on.has('f') || flags.on.has('F')) return functions(shell, name, flags, rest)
  if (rest.length === 0) return list(shell, self, flags)
  if (flags.on.has('p') && self.name !== 'export' && self.name !== 'readonly') return print(shell, name, rest)
  let status = 0
  for (const arg of rest) if (!declareOne(shell, self, name, flags, arg)) status = shell.dialect ? 2 : 1
  return status
}

function declareOne(
  shell: ShellState,
  self: DeclaringBuiltin,
  name: string,
  flags: Flags,
  arg: Argument,
): boolean {
  const assigned: Declared | null = typeof arg === 'string' ? fromWord(arg) : { ...arg, bare: false }
  if (!assigned || !isName(assigned.name)) {
    shell.report(
      `${name}: \`${typeof arg === 'string' ? arg : `${arg.name}=${arg.value ?? ''}`}': not a valid identifier`,
    )
    return false
  }
  const { vars } = shell
  const inFunction = shell.calls.length > 0
  const isLocal =
    self.name === 'local' ||
    (inFunction && (self.name === 'declare' || self.name === 'typeset') && !flags.on.has('g'))
  const reference = flags.on.has('n') && self.name !== 'export'
  const outer = vars.table.get(assigned.name)
  // A readonly variable cannot be hidden either.
  const variable =
    isLocal && !outer?.readonly
      ? vars.local(assigned.name)
      : reference
        ? vars.own(assigned.name)
        : vars.ensure(assigned.name)
  if (variable.readonly && (!assigned.bare || flags.off.has('r'))) {
    const builtinName = self.name === 'export' || self.name === 'readonly' ? '' : `${name}: `
    shell.report(`${builtinName}${assigned.name}: readonly variable`)
    return false
  }
  if (!arrayKind(shell, name, variable, assigned, flags)) return false
  attributes(variable, flags, false)
  if (reference) {
    variable.nameref = true
    if (!assigned.bare) variable.value = assigned.value
    return true
  }
  if (!assigned.bare && !applyAssigned(shell, assigned)) return false
  attributes(variable, flags, true)
  vars.changed(vars.resolve(assigned.name), variable)
  return true
}

type Declared = Assigned & { readonly bare: boolean }

/** `name=value` that came as a plain word, or a name alone. */
function fromWord(word: string): Declared | null {
  const equal = /^([A-Za-z_]\w*(?:\[[^\]]*\])?)(\+?)=/.exec(word)
  if (!equal) {
    const reference = parseReference(word)
    return reference && { ...reference, append: false, value: '', elements: [], bare: true }
  }
  const reference = parseReference(equal[1] ?? '')
  const value = word.slice(equal[0].length)
  return reference && { ...reference, append: equal[2] === '+', value, elements: [], bare: false }
}

/** -a and -A, or a value in parentheses. */
function arrayKind(
  shell: ShellState,
  name: string,
  variable: Variable,
  assigned: Assigned,
  flags: Flags,
): boolean {
  if (flags.on.has('A')) {
    if (variable.list) {
      shell.report(`${name}: ${assigned.name}: cannot convert indexed to associative array`)
      return false
    }
    if (!variable.map) {
      variable.map = new Map()
      if (variable.value !== null) variable.map.set('0', variable.value)
      variable.value = null
    }
  } else if (flags.on.has('a')) {
    if (variable.map) {
      shell.report(`${name}: ${assigned.name}: cannot convert associative to indexed array`)
      return false
    }
    toList(variable)
  }
  return true
}

/** Those that change values come before the assignment, `readonly` after it. */
function attributes(variable: Variable, flags: Flags, after: boolean): void {
  const { on, off } = flags
  if (after) {
    if (on.has('r')) variable.readonly = true
    return
  }
  if (on.has('x')) variable.exported = true
  if (off.has('x')) variable.exported = false
  if (on.has('i')) variable.integer = true
  if (off.has('i')) variable.integer = false
  if (on.has('u')) variable.transform = 'upper'
  if (on.has('l')) variable.transform = 'lower'
  if (off.has('u') || off.has('l')) variable.transform = null
  if (off.has('n')) variable.nameref = false
}

// ---- listing

function list(shell: ShellState, self: DeclaringBuiltin, flags: Flags): number {
  const plain = (self.name === 'declare' || self.name === 'typeset') && flags.on.size === 0
  let out = ''
  for (const name of self.name === 'local' ? shell.vars.localNames() : shell.vars.names()) {
    const variable = shell.vars.peek(name)
    if (!variable || !hasAll(variable, flags.on)) continue
    if (plain) out += variable.isSet ? `${name}=${plainValue(variable)}\n` : ''
    else out += declaration(name, variable)
  }
  if (plain) for (const name of [...shell.functions.keys()].sort(byBytes)) out += functionText(shell, name)
  return shell.emit(self.name, out)
}

function hasAll(variable: Variable, letters: ReadonlySet<string>): boolean {
  const own = attributeLetters(variable)
  return [...letters].every((c) => c === 'p' || c === 'g' || own.includes(c))
}

function plainValue(variable: Variable): string {
  return variable.isArray ? arrayText(variable) : doubleQuote(variable.scalar() ?? '')
}

/** A line of `declare -p`. */
export function declaration(name: string, variable: Variable): string {
  const letters = attributeLetters(variable)
  const head = `declare -${letters === '' ? '-' : letters} ${name}`
  if (variable.isArray)
    return `${head}${variable.isSet || variable.assigned ? `=${arrayText(variable)}` : ''}\n`
  const value = variable.scalar()
  return value === null ? `${head}\n` : `${head}=${doubleQuote(value)}\n`
}

function print(shell: ShellState, name: string, args: readonly Argument[]): number {
  let out = ''
  let status = 0
  for (const arg of args) {
    const wanted = typeof arg === 'string' ? arg : arg.name
    const variable = shell.vars.peek(wanted)
    if (variable) out += declaration(wanted, variable)
    else {
      shell.report(`${name}: ${wanted}: not found`)
      status = 1
    }
  }
  return shell.emit(name, out, status)
}

function functionText(shell: ShellState, name: string): string {
  const found = shell.functions.get(name)
  return found ? printFunction(found.node, found.origin.text) : ''
}

/** Functions go from bash to bash as variables of a name that no variable has. Ref: bash variables.c */
function exportFunctions(shell: ShellState, builtin: string, names: readonly string[]): number {
  let status = 0
  for (const name of names) {
    if (shell.functions.has(name)) exportFunction(shell, name)
    else status = builtin === 'export' ? shell.fail(builtin, `${name}: not a function`) : 1
  }
  return status
}

function exportFunction(shell: ShellState, name: string): void {
  const text = functionText(shell, name)
  const body = text.slice(text.indexOf('{') + 1).trim()
  // Without the indentation; what may hold a document is left as it is.
  const lines = body.includes('<<') ? body : body.replace(/\n +/g, '\n ')
  shell.p.env.set(`BASH_FUNC_${name}%%`, `() {  ${lines}`)
}

/** `-f`, `-F`: functions, whole or by name. */
function functions(shell: ShellState, name: string, flags: Flags, args: readonly Argument[]): number {
  const short = flags.on.has('F')
  const names =
    args.length > 0
      ? args.map((arg) => (typeof arg === 'string' ? arg : arg.name))
      : [...shell.functions.keys()].sort(byBytes)
  if (flags.on.has('x') || flags.on.has('r')) {
    if (args.length > 0 && flags.on.has('x')) return exportFunctions(shell, name, names)
    if (args.length > 0 && names.every((one) => shell.functions.has(one))) return 0
  }
  let out = ''
  let status = 0
  for (const one of names) {
    if (!shell.functions.has(one)) status = 1
    else if (short) out += args.length > 0 ? `${one}\n` : `declare -f ${one}\n`
    else out += functionText(shell, one)
  }
  return shell.emit(name, out, status)
}
