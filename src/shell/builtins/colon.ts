import { builtin } from './builtin.ts'

export const colon = builtin(':', '', 'Null command.', () => 0)
export const trueBuiltin = builtin('true', '', 'Return a successful result.', () => 0)
export const falseBuiltin = builtin('false', '', 'Return an unsuccessful result.', () => 1)
