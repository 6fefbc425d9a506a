// Builtins that need more than values: paths, filters, or what is around the program.
import { typeError } from './arithmetic.ts'
import type { Call } from './evaluate.ts'
import { PAUSE, taken, type Items, type Steps } from './items.ts'
import { FUNCTIONS } from './functions.ts'
import { getPath } from './paths.ts'
import type { Closure } from './scope.ts'
import { dump, isArray, JqError, type Json } from './value.ts'

/** The program ends here. */
export class Halt {
  readonly status: number
  readonly message: Json | undefined
  constructor(status: number, message: Json | undefined) {
    this.status = status
    this.message = message
  }
}

type Special = (call: Call) => Items

function* value(of: Json): Items {
  yield { value: of, path: null }
}

function arg(call: Call, n: number): Closure {
  return call.args[n] ?? { node: { kind: 'identity' }, scope: null }
}

/** Every choice of values for the arguments, the last one turning slowest. */
function* choices(call: Call, from = call.args.length - 1): Steps<Json[]> {
  if (from < 0) return yield []
  for (const last of call.evaluator.values(arg(call, from), call.input.value)) {
    if (last === PAUSE) yield PAUSE
    else for (const rest of choices(call, from - 1)) yield rest === PAUSE ? PAUSE : [...rest, last]
  }
}

/** `sort_by(f)`: each item's key is the list of what `f` gives. */
function by(name: string): Special {
  return function* (call) {
    const { evaluator, input } = call
    const { value: items } = input
    const keys: Json[] = []
    for (const item of isArray(items) ? items : [])
      keys.push(yield* taken(evaluator.values(arg(call, 0), item), Infinity))
    const native = FUNCTIONS.get(`_${name}/1`)
    yield { value: native?.(items, [keys]) ?? null, path: null }
  }
}

const SPECIALS: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['empty/0', function* () {}],
  [
    'error/0',
    function* ({ input }) {
      throw new JqError(input.value)
    },
  ],
  [
    'error/1',
    function* (call) {
      for (const message of call.evaluator.values(arg(call, 0), call.input.value)) {
        if (message !== PAUSE) throw new JqError(message)
        yield PAUSE
      }
    },
  ],
  [
    'path/1',
    function* (call) {
      for (const path of call.evaluator.paths(arg(call, 0), call.input.value))
        yield path === PAUSE ? PAUSE : { value: path, path: null }
    },
  ],
  [
    'getpath/1',
    function* (call) {
      const { input, paths } = call
      for (const path of call.evaluator.values(arg(call, 0), input.value)) {
        if (path === PAUSE) {
          yield PAUSE
          continue
        }
        if (!isArray(path)) throw new JqError('Path must be specified as an array')
        yield {
          value: getPath(input.value, path),
          path: paths && input.path ? [...input.path, ...path] : null,
        }
      }
    },
  ],
  [
    'limit/2',
    function* (call) {
      const filter = arg(call, 1)
      for (const count of call.evaluator.values(arg(call, 0), call.input.value)) {
        if (count === PAUSE) {
          yield PAUSE
          continue
        }
        const items = call.evaluator.run(filter.node, filter.scope, call.input, call.paths)
        // None asked for, or fewer, is all. Ref: jq 1.6's own definition
        yield* typeof count === 'number' && count > 0 ? yield* taken(items, count) : items
      }
    },
  ],
  [
    'range/2',
    function* (call) {
      for (const bounds of choices(call)) {
        if (bounds === PAUSE) yield PAUSE
        else yield* counted(bounds[0], bounds[1], 1)
      }
    },
  ],
  [
    'range/3',
    function* (call) {
      for (const bounds of choices(call)) {
        if (bounds === PAUSE) yield PAUSE
        else yield* counted(bounds[0], bounds[1], bounds[2])
      }
    },
  ],
  ['sort_by/1', by('sort_by')],
  ['group_by/1', by('group_by')],
  ['unique_by/1', by('unique_by')],
  ['min_by/1', by('min_by')],
  ['max_by/1', by('max_by')],
  [
    'input/0',
    function* ({ evaluator }) {
      const next = evaluator.world.input()
      if (next === undefined) throw new JqError('break')
      yield { value: next, path: null }
    },
  ],
  [
    'debug/0',
    function* ({ evaluator, input }) {
      evaluator.world.warn(`${dump(['DEBUG:', input.value])}\n`)
      yield input
    },
  ],
  [
    'stderr/0',
    function* ({ evaluator, input }) {
      evaluator.world.warn(dump(input.value))
      yield input
    },
  ],
  ['now/0', ({ evaluator }) => value(evaluator.world.now)],
  ['input_filename/0', ({ evaluator }) => value(evaluator.world.position.file)],
  ['input_line_number/0', ({ evaluator }) => value(evaluator.world.position.line)],
  [
    'halt/0',
    function* () {
      throw new Halt(0, undefined)
    },
  ],
  [
    'halt_error/1',
    function* (call) {
      for (const status of call.evaluator.values(arg(call, 0), call.input.value)) {
        if (status === PAUSE) {
          yield PAUSE
          continue
        }
        if (typeof status !== 'number') typeError(status, 'halt_error/1: number required')
        throw new Halt(status, call.input.value)
      }
    },
  ],
])

function* counted(from: Json | undefined, to: Json | undefined, step: Json | undefined): Items {
  if (typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number')
    throw new JqError('Range bounds must be numeric')
  if (step > 0) for (let n = from; n < to; n += step) yield { value: n, path: null }
  else if (step < 0) for (let n = from; n > to; n += step) yield { value: n, path: null }
}

/** `name/N` of each. */
export const BUILTINS: readonly string[] = [...SPECIALS.keys(), ...FUNCTIONS.keys()]

export function* callBuiltin(call: Call): Items {
  const key = `${call.name}/${call.args.length}`
  const special = SPECIALS.get(key)
  if (special) return yield* special(call)
  const native = FUNCTIONS.get(key)
  if (!native) return
  for (const args of choices(call))
    yield args === PAUSE ? PAUSE : { value: native(call.input.value, args), path: null }
}
