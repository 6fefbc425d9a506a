import { builtin, parseCount, tooManyArguments } from './builtin.ts'

export const shift = builtin('shift', '[n]', 'Shift positional parameters.', (shell, args) => {
  const [given, extra] = args
  const count = given === undefined ? 1 : parseCount(given)
  if (count === null) return shell.fail('shift', `${given}: numeric argument required`)
  if (extra !== undefined) return tooManyArguments(shell, 'shift')
  if (count < 0) return shell.fail('shift', `${given}: shift count out of range`)
  if (count > shell.positional.length) {
    if (shell.dialect || shell.shopts.has('shift_verbose'))
      shell.report(`shift: ${count}: shift count out of range`)
    return shell.dialect?.name === 'dash' ? 2 : 1
  }
  shell.positional = shell.positional.slice(count)
  return 0
})
