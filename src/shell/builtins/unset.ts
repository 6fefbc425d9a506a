import { parseReference } from '../assign.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const unset: PlainBuiltin = builtin(
  'unset',
  '[-f] [-v] [-n] [name ...]',
  'Unset values and attributes of shell variables and functions.',
  (shell, args) => {
    const options = parseOptions(args, 'fvn')
    if (options.wrong !== null) return invalidOption(shell, unset, options.wrong)
    const { letters } = options
    let status = 0
    for (const name of options.rest) {
      if (letters.has('f')) shell.functions.delete(name)
      else if (!unsetVariable(shell, name, letters.has('v'), letters.has('n'))) status = 1
    }
    return status
  },
)

function unsetVariable(shell: ShellState, text: string, onlyVariable: boolean, reference: boolean): boolean {
  const target = parseReference(text)
  if (!target) {
    if (!onlyVariable && !reference) {
      shell.functions.delete(text)
      return true
    }
    shell.report(`unset: \`${text}': not a valid identifier`)
    return false
  }
  const { vars } = shell
  const name = reference ? target.name : vars.resolve(target.name)
  const variable = vars.peek(name)
  if (!variable) {
    if (!onlyVariable) shell.functions.delete(name)
    return true
  }
  if (variable.readonly) {
    shell.report(`unset: ${name}: cannot unset: readonly variable`)
    return false
  }
  if (target.subscript === null) {
    vars.delete(name)
    return true
  }
  return unsetElement(shell, name, target.subscript)
}

function unsetElement(shell: ShellState, name: string, subscript: string): boolean {
  const variable = shell.vars.own(name)
  if (variable.map) {
    variable.map.delete(subscript)
    return true
  }
  if (subscript === '@' || subscript === '*') {
    shell.vars.delete(name)
    return true
  }
  if (!variable.list) {
    shell.report(`unset: ${name}: not an array variable`)
    return false
  }
  const given = shell.language.arithmetic(shell, subscript)
  if (given === null) return false
  const index = given < 0 ? Number(given) + variable.list.length : Number(given)
  if (index < 0) {
    shell.report(`unset: [${subscript}]: bad array subscript`)
    return false
  }
  delete variable.list[index]
  while (variable.list.length > 0 && !(variable.list.length - 1 in variable.list)) variable.list.length--
  return true
}
