// Expressions that make new values: no path leads to them.
import type { Node } from './ast.ts'
import { binary, described, typeError } from './arithmetic.ts'
import type { Evaluator } from './evaluate.ts'
import { applyFormat } from './formats.ts'
import { PAUSE, taken, type Pause, type Steps } from './items.ts'
import { deletePaths, getPath, setPath } from './paths.ts'
import { findValue, type Closure, type Scope } from './scope.ts'
import { isTrue, JqError, makeObject, MemoryExhausted, type Json } from './value.ts'

/** What there is memory for. */
const MOST_VALUES = 4_000_000

export function* newValues(evaluator: Evaluator, node: Node, scope: Scope | null, input: Json): Steps<Json> {
  switch (node.kind) {
    case 'literal':
      return yield node.value
    case 'var':
      return yield node.name === 'ENV' ? evaluator.world.environment : (findValue(scope, node.name) ?? null)
    case 'array':
      return yield node.body
        ? yield* collected(evaluator, evaluator.values({ node: node.body, scope }, input))
        : []
    case 'object':
      return yield* object(evaluator, node.entries, 0, [], scope, input)
    case 'format':
      return yield applyFormat(node.name, input)
    case 'string':
      return yield* string(evaluator, node.parts, node.format, scope, input)
    case 'negate':
      for (const value of evaluator.values({ node: node.body, scope }, input)) {
        if (value === PAUSE) {
          yield PAUSE
          continue
        }
        if (typeof value !== 'number') typeError(value, 'cannot be negated')
        yield -value
      }
      return
    case 'and':
    case 'or':
      for (const left of evaluator.values({ node: node.left, scope }, input)) {
        if (left === PAUSE) yield PAUSE
        else if (isTrue(left) === (node.kind === 'or')) yield node.kind === 'or'
        else
          for (const right of evaluator.values({ node: node.right, scope }, input))
            yield right === PAUSE ? PAUSE : isTrue(right)
      }
      return
    case 'binary':
      for (const right of evaluator.values({ node: node.right, scope }, input)) {
        if (right === PAUSE) yield PAUSE
        else
          for (const left of evaluator.values({ node: node.left, scope }, input))
            yield left === PAUSE ? PAUSE : binary(node.op, left, right)
      }
      return
    case 'assign':
      return yield* assign(evaluator, node.op, { node: node.left, scope }, { node: node.right, scope }, input)
  }
}

function* object(
  evaluator: Evaluator,
  entries: readonly { readonly key: Node; readonly value: Node }[],
  at: number,
  made: readonly (readonly [string, Json])[],
  scope: Scope | null,
  input: Json,
): Steps<Json> {
  const entry = entries[at]
  if (!entry) return yield makeObject(made)
  for (const key of evaluator.values({ node: entry.key, scope }, input)) {
    if (key === PAUSE) {
      yield PAUSE
      continue
    }
    if (typeof key !== 'string') throw new JqError(`Cannot use ${described(key)} as object key`)
    for (const value of evaluator.values({ node: entry.value, scope }, input)) {
      if (value === PAUSE) yield PAUSE
      else yield* object(evaluator, entries, at + 1, [...made, [key, value]], scope, input)
    }
  }
}

function* string(
  evaluator: Evaluator,
  parts: readonly (string | Node)[],
  format: string,
  scope: Scope | null,
  input: Json,
): Steps<string> {
  const [first, ...rest] = parts
  if (first === undefined) return yield ''
  const heads =
    typeof first === 'string'
      ? [first]
      : (yield* taken(evaluator.values({ node: first, scope }, input), Infinity)).map((value) =>
          applyFormat(format, value),
        )
  for (const tail of string(evaluator, rest, format, scope, input)) {
    if (tail === PAUSE) yield PAUSE
    else for (const head of heads) yield head + tail
  }
}

function* assign(evaluator: Evaluator, op: string, left: Closure, right: Closure, input: Json): Steps<Json> {
  if (op === '|=') return yield* update(evaluator, left, right, input)
  for (const to of evaluator.values(right, input)) {
    if (to === PAUSE) {
      yield PAUSE
      continue
    }
    let result = input
    for (const path of evaluator.paths(left, input)) {
      if (path === PAUSE) {
        yield PAUSE
        continue
      }
      const old = getPath(result, path)
      if (op === '=') result = setPath(result, path, to)
      else if (op === '//=') result = isTrue(old) ? result : setPath(result, path, to)
      else result = setPath(result, path, binary(op.slice(0, -1), old, to))
    }
    yield result
  }
}

/** `|=`: the first of what the filter gives takes the place; nothing leaves it empty. */
function* update(evaluator: Evaluator, left: Closure, right: Closure, input: Json): Steps<Json> {
  let result = input
  for (const path of evaluator.paths(left, input)) {
    if (path === PAUSE) {
      yield PAUSE
      continue
    }
    const [first] = yield* taken(evaluator.values(right, getPath(result, path)), 1)
    result = first === undefined ? deletePaths(result, [path]) : setPath(result, path, first)
  }
  yield result
}

function* collected(evaluator: Evaluator, values: Steps<Json>): Generator<Pause, Json[], undefined> {
  const all: Json[] = []
  for (const value of values) {
    if (value === PAUSE || evaluator.tired) yield PAUSE
    if (value !== PAUSE && all.push(value) > MOST_VALUES) throw new MemoryExhausted()
  }
  return all
}
