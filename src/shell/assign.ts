// Setting variables by name, with what their attributes ask for.
import type { ShellState } from './state.ts'
import type { Variable } from './variables.ts'
import { isName } from './variables.ts'

/** An element of `(…)`: with a subscript, or the next one. */
export interface Element {
  readonly subscript: string | null
  readonly value: string
  readonly append: boolean
}

/** An assignment whose right side has been expanded. */
export interface Assigned {
  readonly name: string
  readonly subscript: string | null
  readonly append: boolean
  /** Null for `name=(…)`. */
  readonly value: string | null
  readonly elements: readonly Element[]
}

/** Sets `name` or `name[subscript]`. False, having said why, when that may not be. */
export function assign(
  shell: ShellState,
  name: string,
  subscript: string | null,
  value: string,
  append = false,
): boolean {
  const { vars } = shell
  const existing = vars.find(name)
  if (existing?.readonly) {
    shell.report(`${name}: readonly variable`)
    return false
  }
  const variable = vars.ensure(name)
  const done =
    subscript === null
      ? assignScalar(shell, variable, value, append)
      : assignElement(shell, name, variable, subscript, value, append)
  if (!done) return false
  if (shell.option('allexport')) variable.exported = true
  vars.changed(vars.resolve(name), variable)
  return true
}

function assignScalar(shell: ShellState, variable: Variable, value: string, append: boolean): boolean {
  const old = append ? (variable.scalar() ?? '') : ''
  const next = converted(shell, variable, old, value, append)
  if (next === null) return false
  if (variable.list) variable.list[0] = next
  else if (variable.map) variable.map.set('0', next)
  else variable.value = next
  return true
}

function assignElement(
  shell: ShellState,
  name: string,
  variable: Variable,
  subscript: string,
  value: string,
  append: boolean,
): boolean {
  if (variable.map) {
    const next = converted(shell, variable, append ? (variable.map.get(subscript) ?? '') : '', value, append)
    if (next === null) return false
    variable.map.set(subscript, next)
    variable.assigned = true
    return true
  }
  if (subscript.trim() === '' || subscript === '*' || subscript === '@') {
    shell.report(`${name}[${subscript}]: bad array subscript`)
    return false
  }
  variable.assigned = true
  const list = toList(variable)
  const index = indexOf(shell, name, subscript, list)
  if (index === null) return false
  const next = converted(shell, variable, append ? (list[index] ?? '') : '', value, append)
  if (next === null) return false
  list[index] = next
  return true
}

/** The array of an indexed variable; a scalar becomes its element 0. */
export function toList(variable: Variable): string[] {
  if (!variable.list) {
    const value = variable.scalar()
    variable.list = value === null ? [] : [value]
    variable.value = null
  }
  return variable.list
}

/** The index a subscript stands for; null, having said why, when it is none. */
function indexOf(shell: ShellState, name: string, subscript: string, list: readonly string[]): number | null {
  const given = shell.language.arithmetic(shell, subscript)
  if (given === null) return null
  const index = given < 0 ? Number(given) + list.length : Number(given)
  if (index >= 0) return index
  shell.report(`${name}[${subscript}]: bad array subscript`)
  return null
}

/** The value as the attributes -i, -u and -l make it, appended to the old one. */
function converted(
  shell: ShellState,
  variable: Variable,
  old: string,
  value: string,
  append: boolean,
): string | null {
  if (variable.integer) {
    const number = shell.language.arithmetic(shell, value)
    if (number === null) return null
    if (!append) return number.toString()
    const before = shell.language.arithmetic(shell, old)
    return before === null ? null : BigInt.asIntN(64, before + number).toString()
  }
  const text = old + value
  if (variable.transform === 'upper') return text.toUpperCase()
  if (variable.transform === 'lower') return text.toLowerCase()
  return text
}

/** `name=(…)`, `name+=(…)`. */
export function assignArray(
  shell: ShellState,
  name: string,
  elements: readonly Element[],
  append: boolean,
): boolean {
  const existing = shell.vars.find(name)
  if (existing?.readonly) {
    shell.report(`${name}: readonly variable`)
    return false
  }
  const variable = shell.vars.ensure(name)
  variable.assigned = true
  if (variable.map) {
    if (!append) variable.map = new Map()
    if (!assignPairs(shell, name, variable, elements)) return false
  } else {
    const list = toList(variable)
    if (!append) list.length = 0
    let next = list.length
    for (const element of elements) {
      const index = element.subscript === null ? next : indexOf(shell, name, element.subscript, list)
      if (index === null) return false
      const value = converted(
        shell,
        variable,
        element.append ? (list[index] ?? '') : '',
        element.value,
        element.append,
      )
      if (value === null) return false
      list[index] = value
      next = index + 1
    }
  }
  shell.vars.changed(name, variable)
  return true
}

/** `([a]=1 [b]=2)`, or `(a 1 b 2)`. */
function assignPairs(
  shell: ShellState,
  name: string,
  variable: Variable,
  elements: readonly Element[],
): boolean {
  const map = variable.map ?? new Map<string, string>()
  const keyed = elements[0]?.subscript !== null
  if (!keyed) {
    for (let i = 0; i < elements.length; i += 2)
      map.set(elements[i]?.value ?? '', elements[i + 1]?.value ?? '')
    return true
  }
  for (const element of elements) {
    if (element.subscript === null) {
      shell.report(`${name}: ${element.value}: must use subscript when assigning associative array`)
      continue
    }
    const old = element.append ? (map.get(element.subscript) ?? '') : ''
    const value = converted(shell, variable, old, element.value, element.append)
    if (value === null) return false
    map.set(element.subscript, value)
  }
  return true
}

export function applyAssigned(shell: ShellState, assigned: Assigned): boolean {
  if (assigned.value === null) {
    if (assigned.subscript === null)
      return assignArray(shell, assigned.name, assigned.elements, assigned.append)
    shell.report(`${assigned.name}[${assigned.subscript}]: cannot assign list to array member`)
    return false
  }
  return assign(shell, assigned.name, assigned.subscript, assigned.value, assigned.append)
}

/** `name` or `name[subscript]` taken apart; null when it is neither. */
export function parseReference(
  text: string,
): { readonly name: string; readonly subscript: string | null } | null {
  const bracket = text.indexOf('[')
  if (bracket < 0) return isName(text) ? { name: text, subscript: null } : null
  const name = text.slice(0, bracket)
  if (!isName(name) || !text.endsWith(']')) return null
  return { name, subscript: text.slice(bracket + 1, -1) }
}

/** The value of an element; null when it is not set. */
export function readElement(shell: ShellState, name: string, subscript: string): string | null {
  const variable = shell.vars.find(name)
  if (!variable) return null
  if (variable.map) return variable.map.get(subscript) ?? null
  const index = shell.language.arithmetic(shell, subscript)
  return index === null ? null : variable.at(Number(index))
}
