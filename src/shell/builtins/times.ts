import { builtin } from './builtin.ts'

/** Programs take no processor time here: neither the shell nor its children. */
export const times = builtin('times', '', 'Display process times.', (shell) =>
  shell.emit('times', '0m0.000s 0m0.000s\n'.repeat(2)),
)
