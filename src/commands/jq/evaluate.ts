// Runs a filter: a value in, any number of values out, each with the path that led to it when paths are asked for.
import type { Node, Pattern } from './ast.ts'
import { binary, described, shortened, typeError } from './arithmetic.ts'
import { kindWord, plain, step, take, type Item, type Items } from './items.ts'
import { applyFormat } from './formats.ts'
import { deletePaths, getKey, getPath, setPath } from './paths.ts'
import {
  bindFilter,
  bindFunction,
  bindValue,
  findFunction,
  findLabel,
  findValue,
  type Closure,
  type Scope,
} from './scope.ts'
import { isArray, isObject, isTrue, JqError, makeObject, MemoryExhausted, type Json } from './value.ts'

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

export class Evaluator {
  readonly world: World
  /** Builtins that are written in the language, by `name/N`. */
  readonly #library: ReadonlyMap<string, Scope>
  readonly #builtin: (call: Call) => Items

  constructor(world: World, library: ReadonlyMap<string, Scope>, builtin: (call: Call) => Items) {
    this.world = world
    this.#library = library
    this.#builtin = builtin
  }

  /** Values alone. */
  *values(closure: Closure, value: Json): Generator<Json, void, undefined> {
    for (const item of this.run(closure.node, closure.scope, { value, path: null }, false)) yield item.value
  }

  /** What an expression leads to from `value`, with paths. */
  *paths(closure: Closure, value: Json): Generator<readonly Json[], void, undefined> {
    for (const { path, value: found } of this.run(closure.node, closure.scope, { value, path: [] }, true)) {
      if (path === null) throw new JqError(`Invalid path expression with result ${shortened(found)}`)
      yield path
    }
  }

  *run(node: Node, scope: Scope | null, input: Item, paths: boolean): Items {
    switch (node.kind) {
      case 'identity':
        return yield input
      case 'pipe':
        for (const item of this.run(node.left, scope, input, paths))
          yield* this.run(node.right, scope, item, paths)
        return
      case 'comma':
        yield* this.run(node.left, scope, input, paths)
        return yield* this.run(node.right, scope, input, paths)
      case 'index':
        return yield* this.#index(node, scope, input, paths)
      case 'slice':
        return yield* this.#slice(node, scope, input, paths)
      case 'iterate':
        for (const item of this.run(node.target, scope, input, paths)) yield* this.#iterate(item, paths)
        return
      case 'if':
        for (const { value } of this.run(node.condition, scope, plain(input), false))
          yield* this.run(isTrue(value) ? node.yes : node.no, scope, input, paths)
        return
      case 'alternative':
        return yield* this.#alternative(node.left, node.right, scope, input, paths)
      case 'try':
        return yield* this.#try(node.body, node.handler, scope, input, paths)
      case 'reduce':
      case 'foreach':
        return yield* this.#fold(node, scope, input, paths)
      case 'define':
        return yield* this.run(node.rest, bindFunction(scope, node.definition), input, paths)
      case 'bind':
        for (const { value } of this.run(node.source, scope, plain(input), false))
          for (const inner of this.#bind(node.pattern, value, scope, input.value))
            yield* this.run(node.body, inner, input, paths)
        return
      case 'label':
        return yield* this.#label(node.name, node.body, scope, input, paths)
      case 'break':
        throw new Break(findLabel(scope, node.name) ?? {})
      case 'call':
        return yield* this.#call(node.name, node.args, scope, input, paths)
      default:
        for (const value of this.#plain(node, scope, input.value)) yield { value, path: null }
    }
  }

  /** Expressions that make new values: no path leads to them. */
  *#plain(node: Node, scope: Scope | null, input: Json): Generator<Json, void, undefined> {
    switch (node.kind) {
      case 'literal':
        return yield node.value
      case 'var':
        return yield node.name === 'ENV' ? this.world.environment : (findValue(scope, node.name) ?? null)
      case 'array':
        return yield node.body ? collected(this.values({ node: node.body, scope }, input)) : []
      case 'object':
        return yield* this.#object(node.entries, 0, [], scope, input)
      case 'format':
        return yield applyFormat(node.name, input)
      case 'string':
        return yield* this.#string(node.parts, node.format, scope, input)
      case 'negate':
        for (const value of this.values({ node: node.body, scope }, input)) {
          if (typeof value !== 'number') typeError(value, 'cannot be negated')
          yield -value
        }
        return
      case 'and':
      case 'or':
        for (const left of this.values({ node: node.left, scope }, input)) {
          if (isTrue(left) === (node.kind === 'or')) yield node.kind === 'or'
          else for (const right of this.values({ node: node.right, scope }, input)) yield isTrue(right)
        }
        return
      case 'binary':
        for (const right of this.values({ node: node.right, scope }, input))
          for (const left of this.values({ node: node.left, scope }, input))
            yield binary(node.op, left, right)
        return
      case 'assign':
        return yield* this.#assign(node.op, { node: node.left, scope }, { node: node.right, scope }, input)
    }
  }

  *#index(node: Extract<Node, { kind: 'index' }>, scope: Scope | null, input: Item, paths: boolean): Items {
    for (const target of this.run(node.target, scope, input, paths)) {
      for (const key of this.values({ node: node.key, scope }, input.value)) yield step(target, key, paths)
    }
  }

  *#slice(node: Extract<Node, { kind: 'slice' }>, scope: Scope | null, input: Item, paths: boolean): Items {
    const ends = (end: Node | null): Iterable<Json> =>
      end ? this.values({ node: end, scope }, input.value) : [null]
    for (const target of this.run(node.target, scope, input, paths))
      for (const end of ends(node.to))
        for (const start of ends(node.from))
          yield step(
            target,
            makeObject([
              ['start', start],
              ['end', end],
            ]),
            paths,
          )
  }

  *#iterate({ value, path }: Item, paths: boolean): Items {
    if (paths && path === null)
      throw new JqError(`Invalid path expression near attempt to iterate through ${shortened(value)}`)
    const under = (key: Json): readonly Json[] | null => (paths && path ? [...path, key] : null)
    if (isArray(value)) for (const [i, item] of value.entries()) yield { value: item, path: under(i) }
    else if (isObject(value))
      for (const key of Object.keys(value)) yield { value: value[key] ?? null, path: under(key) }
    else throw new JqError(`Cannot iterate over ${described(value)}`)
  }

  *#alternative(left: Node, right: Node, scope: Scope | null, input: Item, paths: boolean): Items {
    let any = false
    for (const item of this.run(left, scope, input, paths)) {
      if (!isTrue(item.value)) continue
      any = true
      yield item
    }
    if (!any) yield* this.run(right, scope, input, paths)
  }

  *#try(body: Node, handler: Node | null, scope: Scope | null, input: Item, paths: boolean): Items {
    const items = this.run(body, scope, input, paths)
    for (;;) {
      let next: IteratorResult<Item, void>
      try {
        next = items.next()
      } catch (error) {
        // Nobody catches `error(null)`.
        if (!(error instanceof JqError) || error.value === null) throw error
        if (handler) yield* this.run(handler, scope, { value: error.value, path: null }, paths)
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
  ): Items {
    for (const start of this.run(node.init, scope, input, paths)) {
      let state: Item = start
      for (const { value } of this.run(node.source, scope, plain(input), false)) {
        for (const inner of this.#bind(node.pattern, value, scope, input.value)) {
          let last: Item | null = null
          for (const item of this.run(node.update, inner, state, paths)) {
            last = item
            if (node.kind === 'foreach') {
              if (node.extract) yield* this.run(node.extract, inner, item, paths)
              else yield item
            }
          }
          if (last) state = last
          else if (node.kind === 'reduce') state = { value: null, path: null }
        }
      }
      if (node.kind === 'reduce') yield state
    }
  }

  /** A scope for each way in which the pattern fits. */
  *#bind(
    pattern: Pattern,
    value: Json,
    scope: Scope | null,
    input: Json,
  ): Generator<Scope | null, void, undefined> {
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
          if (typeof word !== 'string')
            throw new JqError(`Cannot index ${kindWord(value)} with ${kindWord(word)}`)
          const found = getKey(value, word)
          const named = name === null ? at : bindValue(at, name, found)
          if (inner) next.push(...this.#bind(inner, found, named, input))
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
  ): Generator<Scope | null, void, undefined> {
    const [first, ...rest] = pairs
    if (!first) return yield scope
    for (const inner of this.#bind(first[0], first[1], scope, input)) yield* this.#bindAll(rest, inner, input)
  }

  *#label(name: string, body: Node, scope: Scope | null, input: Item, paths: boolean): Items {
    const mark = {}
    try {
      yield* this.run(body, { kind: 'label', outer: scope, name, mark }, input, paths)
    } catch (error) {
      if (!(error instanceof Break) || error.mark !== mark) throw error
    }
  }

  *#call(name: string, args: readonly Node[], scope: Scope | null, input: Item, paths: boolean): Items {
    const key = `${name}/${args.length}`
    const found = findFunction(scope, key) ?? this.#library.get(key)
    if (!found) {
      const closures = args.map((node) => ({ node, scope }))
      const call: Call = { evaluator: this, name, args: closures, input, paths }
      return yield* this.#builtin(call)
    }
    if (found.kind === 'filter') return yield* this.run(found.closure.node, found.closure.scope, input, paths)
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
      const values = [...this.values({ node, scope }, input.value)]
      scopes = values.flatMap((value) =>
        scopes.map((at) =>
          bindFilter(bindValue(at, name, value), name, { node: { kind: 'literal', value }, scope: null }),
        ),
      )
    }
    for (const inner of scopes) yield* this.run(definition.body, inner, input, paths)
  }

  *#object(
    entries: readonly { readonly key: Node; readonly value: Node }[],
    at: number,
    made: readonly (readonly [string, Json])[],
    scope: Scope | null,
    input: Json,
  ): Generator<Json, void, undefined> {
    const entry = entries[at]
    if (!entry) return yield makeObject(made)
    for (const key of this.values({ node: entry.key, scope }, input)) {
      if (typeof key !== 'string') throw new JqError(`Cannot use ${described(key)} as object key`)
      for (const value of this.values({ node: entry.value, scope }, input))
        yield* this.#object(entries, at + 1, [...made, [key, value]], scope, input)
    }
  }

  *#string(
    parts: readonly (string | Node)[],
    format: string,
    scope: Scope | null,
    input: Json,
  ): Generator<string, void, undefined> {
    const [first, ...rest] = parts
    if (first === undefined) return yield ''
    const heads =
      typeof first === 'string'
        ? [first]
        : [...this.values({ node: first, scope }, input)].map((value) => applyFormat(format, value))
    for (const tail of this.#string(rest, format, scope, input)) for (const head of heads) yield head + tail
  }

  *#assign(op: string, left: Closure, right: Closure, input: Json): Generator<Json, void, undefined> {
    if (op === '|=') return yield this.update(left, right, input)
    for (const to of this.values(right, input)) {
      let result = input
      for (const path of this.paths(left, input)) {
        const old = getPath(result, path)
        if (op === '=') result = setPath(result, path, to)
        else if (op === '//=') result = isTrue(old) ? result : setPath(result, path, to)
        else result = setPath(result, path, binary(op.slice(0, -1), old, to))
      }
      yield result
    }
  }

  /** `|=`: the first of what the filter gives takes the place; nothing leaves it empty. */
  update(left: Closure, right: Closure, input: Json): Json {
    let result = input
    for (const path of this.paths(left, input)) {
      const [first] = take(this.values(right, getPath(result, path)), 1)
      result = first === undefined ? deletePaths(result, [path]) : setPath(result, path, first)
    }
    return result
  }
}

/** What there is memory for. */
const MOST_VALUES = 4_000_000

function collected(values: Iterable<Json>): Json[] {
  const all: Json[] = []
  for (const value of values) if (all.push(value) > MOST_VALUES) throw new MemoryExhausted()
  return all
}
