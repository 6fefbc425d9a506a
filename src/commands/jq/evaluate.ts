// Runs a filter: a value in, any number of values out, each with the path that led to it when paths are asked for.
import type { Node, Pattern } from './ast.ts'
import { described, shortened } from './arithmetic.ts'
import {
  Deeper,
  driven,
  kindWord,
  PAUSE,
  step,
  taken,
  type Flow,
  type Item,
  type Items,
  type Pause,
  type Steps,
} from './items.ts'
import { getKey } from './paths.ts'
import {
  bindFilter,
  bindFunction,
  bindValue,
  findFunction,
  findLabel,
  type Closure,
  type Scope,
} from './scope.ts'
import { isArray, isObject, isTrue, JqError, makeObject, type Json } from './value.ts'
import { newValues } from './construct.ts'

/** `break $name`: leaves everything up to its label. */
class Break {
  readonly mark: object
  constructor(mark: object) {
    this.mark = mark
  }
}

/** What the program has around it. */
export interface World {
  /** The next input; undefined when there is none. */
  input(): Json | undefined
  /** File or `<stdin>`, and its line. */
  readonly position: { readonly file: string | null; readonly line: number }
  readonly environment: Json
  /** Seconds since 1970. */
  readonly now: number
  warn(text: string): void
}

/** A call of a builtin that is not written in the language. */
export interface Call {
  readonly evaluator: Evaluator
  readonly name: string
  readonly args: readonly Closure[]
  readonly input: Item
  readonly paths: boolean
}

/** Calls, and rounds of a loop, from one pause to the next. */
const ROUNDS = 1000

export class Evaluator {
  readonly world: World
  /** Builtins that are written in the language, by `name/N`. */
  readonly #library: ReadonlyMap<string, Scope>
  readonly #builtin: (call: Call) => Items
  #rounds = 0

  constructor(world: World, library: ReadonlyMap<string, Scope>, builtin: (call: Call) => Items) {
    this.world = world
    this.#library = library
    this.#builtin = builtin
  }

  /** Much has been done since the last pause. Asked wherever a program may go round in circles. */
  get tired(): boolean {
    return ++this.#rounds % ROUNDS === 0
  }

  /** Values alone. */
  *values(closure: Closure, value: Json): Steps<Json> {
    for (const item of this.run(closure.node, closure.scope, { value, path: null }, false))
      yield item === PAUSE ? PAUSE : item.value
  }

  /** What an expression leads to from `value`, with paths. */
  *paths(closure: Closure, value: Json): Steps<readonly Json[]> {
    for (const item of this.run(closure.node, closure.scope, { value, path: [] }, true)) {
      if (item === PAUSE) yield PAUSE
      else if (item.path) yield item.path
      else throw new JqError(`Invalid path expression with result ${shortened(item.value)}`)
    }
  }

  run(node: Node, scope: Scope | null, input: Item, paths: boolean): Items {
    return driven(this.#steps(node, scope, input, paths))
  }

  *#steps(node: Node, scope: Scope | null, input: Item, paths: boolean): Flow {
    switch (node.kind) {
      case 'identity':
        return yield input
      case 'pipe':
        for (const item of this.run(node.left, scope, input, paths)) {
          if (item === PAUSE) yield PAUSE
          else yield new Deeper(this.#steps(node.right, scope, item, paths))
        }
        return
      case 'comma':
        yield new Deeper(this.#steps(node.left, scope, input, paths))
        return yield new Deeper(this.#steps(node.right, scope, input, paths))
      case 'index':
        return yield new Deeper(this.#index(node, scope, input, paths))
      case 'slice':
        return yield new Deeper(this.#slice(node, scope, input, paths))
      case 'iterate':
        for (const item of this.run(node.target, scope, input, paths)) {
          if (item === PAUSE) yield PAUSE
          else yield new Deeper(this.#iterate(item, paths))
        }
        return
      case 'if':
        for (const value of this.values({ node: node.condition, scope }, input.value)) {
          if (value === PAUSE) yield PAUSE
          else yield new Deeper(this.#steps(isTrue(value) ? node.yes : node.no, scope, input, paths))
        }
        return
      case 'alternative':
        return yield new Deeper(this.#alternative(node.left, node.right, scope, input, paths))
      case 'try':
        return yield new Deeper(this.#try(node.body, node.handler, scope, input, paths))
      case 'reduce':
      case 'foreach':
        return yield new Deeper(this.#fold(node, scope, input, paths))
      case 'define':
        return yield new Deeper(this.#steps(node.rest, bindFunction(scope, node.definition), input, paths))
      case 'bind':
        for (const inner of this.#bound(node, scope, input.value)) {
          if (inner === PAUSE) yield PAUSE
          else yield new Deeper(this.#steps(node.body, inner, input, paths))
        }
        return
      case 'label':
        return yield new Deeper(this.#label(node.name, node.body, scope, input, paths))
      case 'break':
        throw new Break(findLabel(scope, node.name) ?? {})
      case 'call':
        return yield new Deeper(this.#call(node.name, node.args, scope, input, paths), true)
      default:
        for (const value of newValues(this, node, scope, input.value))
          yield value === PAUSE ? PAUSE : { value, path: null }
    }
  }

  *#index(node: Extract<Node, { kind: 'index' }>, scope: Scope | null, input: Item, paths: boolean): Flow {
    for (const target of this.run(node.target, scope, input, paths)) {
      if (target === PAUSE) yield PAUSE
      else
        for (const key of this.values({ node: node.key, scope }, input.value))
          yield key === PAUSE ? PAUSE : step(target, key, paths)
    }
  }

  *#slice(node: Extract<Node, { kind: 'slice' }>, scope: Scope | null, input: Item, paths: boolean): Flow {
    const ends = (end: Node | null): Iterable<Json | Pause> =>
      end ? this.values({ node: end, scope }, input.value) : [null]
    const slice = (start: Json, end: Json): Json =>
      makeObject([
        ['start', start],
        ['end', end],
      ])
    for (const target of this.run(node.target, scope, input, paths)) {
      if (target === PAUSE) {
        yield PAUSE
        continue
      }
      for (const end of ends(node.to)) {
        if (end === PAUSE) yield PAUSE
        else
          for (const start of ends(node.from))
            yield start === PAUSE ? PAUSE : step(target, slice(start, end), paths)
      }
    }
  }

  *#iterate({ value, path }: Item, paths: boolean): Flow {
    if (paths && path === null)
      throw new JqError(`Invalid path expression near attempt to iterate through ${shortened(value)}`)
    const under = (key: Json): readonly Json[] | null => (paths && path ? [...path, key] : null)
    if (isArray(value)) for (const [i, item] of value.entries()) yield { value: item, path: under(i) }
    else if (isObject(value))
      for (const key of Object.keys(value)) yield { value: value[key] ?? null, path: under(key) }
    else throw new JqError(`Cannot iterate over ${described(value)}`)
  }

  *#alternative(left: Node, right: Node, scope: Scope | null, input: Item, paths: boolean): Flow {
    let any = false
    for (const item of this.run(left, scope, input, paths)) {
      if (item === PAUSE) yield PAUSE
      else if (isTrue(item.value)) {
        any = true
        yield item
      }
    }
    if (!any) yield new Deeper(this.#steps(right, scope, input, paths))
  }

  *#try(body: Node, handler: Node | null, scope: Scope | null, input: Item, paths: boolean): Flow {
    const items = this.run(body, scope, input, paths)
    for (;;) {
      let next: IteratorResult<Item | Pause, void>
      try {
        next = items.next()
      } catch (error) {
        // Nobody catches `error(null)`.
        if (!(error instanceof JqError) || error.value === null) throw error
        if (handler) yield new Deeper(this.#steps(handler, scope, { value: error.value, path: null }, paths))
        return
      }
      if (next.done) return
      yield next.value
    }
  }

  *#fold(
    node: Extract<Node, { kind: 'reduce' | 'foreach' }>,
    scope: Scope | null,
    input: Item,
    paths: boolean,
  ): Flow {
    for (const start of this.run(node.init, scope, input, paths)) {
      if (start === PAUSE) {
        yield PAUSE
        continue
      }
      let state: Item = start
      for (const inner of this.#bound(node, scope, input.value)) {
        if (inner === PAUSE || this.tired) yield PAUSE
        if (inner === PAUSE) continue
        let last: Item | null = null
        for (const item of this.run(node.update, inner, state, paths)) {
          if (item === PAUSE) {
            yield PAUSE
            continue
          }
          last = item
          if (node.kind === 'reduce') continue
          if (node.extract) yield new Deeper(this.#steps(node.extract, inner, item, paths))
          else yield item
        }
        if (last) state = last
        else if (node.kind === 'reduce') state = { value: null, path: null }
      }
      if (node.kind === 'reduce') yield state
    }
  }

  /** A scope for each value of `source`, and each way in which it fits the pattern. */
  *#bound(
    { source, pattern }: { readonly source: Node; readonly pattern: Pattern },
    scope: Scope | null,
    input: Json,
  ): Steps<Scope | null> {
    for (const value of this.values({ node: source, scope }, input)) {
      if (value === PAUSE) yield PAUSE
      else yield* this.#bind(pattern, value, scope, input)
    }
  }

  /** A scope for each way in which the pattern fits. */
  *#bind(pattern: Pattern, value: Json, scope: Scope | null, input: Json): Steps<Scope | null> {
    if (pattern.kind === 'var') return yield bindValue(scope, pattern.name, value)
    if (pattern.kind === 'array') {
      if (value !== null && !isArray(value)) throw new JqError(`Cannot index ${kindWord(value)} with number`)
      return yield* this.#bindAll(
        pattern.items.map((item, i) => [item, getKey(value, i)]),
        scope,
        input,
      )
    }
    let scopes: (Scope | null)[] = [scope]
    for (const { key, name, value: inner } of pattern.entries) {
      const next: (Scope | null)[] = []
      for (const at of scopes) {
        for (const word of this.values({ node: key, scope: at }, input)) {
          if (word === PAUSE) {
            yield PAUSE
            continue
          }
          if (typeof word !== 'string')
            throw new JqError(`Cannot index ${kindWord(value)} with ${kindWord(word)}`)
          const found = getKey(value, word)
          const named = name === null ? at : bindValue(at, name, found)
          if (inner) next.push(...(yield* taken(this.#bind(inner, found, named, input), Infinity)))
          else next.push(named)
        }
      }
      scopes = next
    }
    yield* scopes
  }

  *#bindAll(
    pairs: readonly (readonly [Pattern, Json])[],
    scope: Scope | null,
    input: Json,
  ): Steps<Scope | null> {
    const [first, ...rest] = pairs
    if (!first) return yield scope
    for (const inner of this.#bind(first[0], first[1], scope, input)) {
      if (inner === PAUSE) yield PAUSE
      else yield* this.#bindAll(rest, inner, input)
    }
  }

  *#label(name: string, body: Node, scope: Scope | null, input: Item, paths: boolean): Flow {
    const mark = {}
    try {
      yield new Deeper(this.#steps(body, { kind: 'label', outer: scope, name, mark }, input, paths))
    } catch (error) {
      if (!(error instanceof Break) || error.mark !== mark) throw error
    }
  }

  *#call(name: string, args: readonly Node[], scope: Scope | null, input: Item, paths: boolean): Flow {
    if (this.tired) yield PAUSE
    const key = `${name}/${args.length}`
    const found = findFunction(scope, key) ?? this.#library.get(key)
    if (!found) {
      const closures = args.map((node) => ({ node, scope }))
      const call: Call = { evaluator: this, name, args: closures, input, paths }
      return yield new Deeper(this.#builtin(call))
    }
    if (found.kind === 'filter') {
      return yield new Deeper(this.#steps(found.closure.node, found.closure.scope, input, paths), true)
    }
    if (found.kind !== 'function') return
    const { definition } = found
    let scopes: (Scope | null)[] = [found]
    for (const [i, param] of definition.params.entries()) {
      const node = args[i] ?? { kind: 'identity' }
      if (!param.startsWith('$')) {
        scopes = scopes.map((at) => bindFilter(at, param, { node, scope }))
        continue
      }
      const name = param.slice(1)
      const values = yield* taken(this.values({ node, scope }, input.value), Infinity)
      scopes = values.flatMap((value) =>
        scopes.map((at) =>
          bindFilter(bindValue(at, name, value), name, { node: { kind: 'literal', value }, scope: null }),
        ),
      )
    }
    for (const inner of scopes)
      yield new Deeper(this.#steps(definition.body, inner, input, paths), scopes.length === 1)
  }
}
