// Carries a template out on a value. Ref: text/template/exec.go
import type { Call, Node, Operand, Pipe, Template } from './ast.ts'
import { TemplateError } from './error.ts'
import { formatValue } from './format.ts'
import { ArgumentError, BUILTINS, FunctionError, type TemplateFunction } from './functions.ts'
import { lineOf } from './lex.ts'
import { isStruct, isTrue, typeName, type GoValue } from './value.ts'

export interface ExecOptions {
  readonly functions?: Readonly<Record<string, TemplateFunction>>
  /** `missingkey=error`: an absent key of a map is an error. */
  readonly missingKeyError?: boolean
}

/** The text. Throws a TemplateError. */
export function execTemplate(template: Template, data: GoValue, options: ExecOptions = {}): string {
  const run = new Execution(template, data, options)
  run.nodes(template.root, data)
  return run.text
}

type Flow = 'break' | 'continue' | null
/** A template that includes itself without end (maxExecDepth is 100000). */
const DEEPEST = 1000

class Execution {
  text = ''
  #depth = 0
  readonly #variables: { name: string; value: GoValue }[]

  constructor(
    private readonly template: Template,
    data: GoValue,
    private readonly options: ExecOptions,
  ) {
    this.#variables = [{ name: '$', value: data }]
  }

  nodes(list: readonly Node[], dot: GoValue): Flow {
    for (const node of list) {
      const flow = this.#node(node, dot)
      if (flow) return flow
    }
    return null
  }

  #node(node: Node, dot: GoValue): Flow {
    switch (node.kind) {
      case 'text':
        this.text += node.text
        return null
      case 'action': {
        const value = this.#pipe(node.pipe, dot)
        if (node.pipe.declares.length === 0) this.text += formatValue(value)
        return null
      }
      case 'break':
      case 'continue':
        return node.kind
      case 'template':
        this.#include(node, dot)
        return null
      default:
    }
    const mark = this.#variables.length
    const value = this.#pipe(node.pipe, dot)
    let flow: Flow = null
    if (node.kind === 'range') this.#range(node, value, dot)
    else if (isTrue(value)) flow = this.nodes(node.body, node.kind === 'with' ? value : dot)
    else flow = this.nodes(node.other, dot)
    this.#variables.length = mark
    return flow
  }

  #range(node: Extract<Node, { kind: 'if' | 'with' | 'range' }>, value: GoValue, dot: GoValue): void {
    const { declares, assigns } = node.pipe
    let entries: (readonly [GoValue, GoValue])[] = []
    if (value instanceof Map)
      entries = [...value.keys()].sort().map((key) => [key, value.get(key) as GoValue])
    else if (Array.isArray(value)) entries = value.map((item: GoValue, i) => [i, item])
    else if (typeof value === 'number') entries = Array.from({ length: value }, (_, i) => [i, i])
    else if (value !== null && value !== undefined) {
      this.#fail(node.pipe, `range can't iterate over ${formatValue(value)}`)
    }
    if (entries.length === 0) {
      this.nodes(node.other, dot)
      return
    }
    for (const [key, item] of entries) {
      const mark = this.#variables.length
      const [first, second] = declares
      const set = (name: string, to: GoValue) => (assigns ? this.#assign(name, to) : this.#declare(name, to))
      if (first !== undefined && second !== undefined) {
        set(first, key)
        set(second, item)
      } else if (first !== undefined) set(first, item)
      const flow = this.nodes(node.body, item)
      this.#variables.length = mark
      if (flow === 'break') return
    }
  }

  #include(node: Extract<Node, { kind: 'template' }>, dot: GoValue): void {
    const body = this.template.defined.get(node.name)
    if (!body) this.#fail(node, `template "${node.name}" not defined`, `{{template "${node.name}"}}`)
    if (++this.#depth > DEEPEST) this.#fail(node, 'exceeded maximum template depth (100000)', node.name)
    const data = node.pipe ? this.#pipe(node.pipe, dot) : null
    const saved = this.#variables.splice(0, this.#variables.length, { name: '$', value: data })
    this.nodes(body ?? [], data)
    this.#variables.splice(0, this.#variables.length, ...saved)
    this.#depth--
  }

  #declare(name: string, value: GoValue): void {
    this.#variables.push({ name, value })
  }

  #assign(name: string, value: GoValue): void {
    const found = this.#variables.findLast((variable) => variable.name === name)
    if (found) found.value = value
  }

  #pipe(pipe: Pipe, dot: GoValue): GoValue {
    let value: GoValue
    let first = true
    for (const call of pipe.commands) {
      value = this.#call(call, dot, first ? [] : [value])
      first = false
    }
    if (!pipe.declares.length || this.#isRange(pipe)) return value
    for (const name of pipe.declares) {
      if (pipe.assigns) this.#assign(name, value)
      else this.#declare(name, value)
    }
    return value
  }

  /** A range declares its variables anew for each element. */
  #isRange(pipe: Pipe): boolean {
    return /\brange\s*$/.test(this.template.source.slice(0, pipe.at))
  }

  #call(call: Call, dot: GoValue, last: readonly GoValue[]): GoValue {
    const [head, ...rest] = call.operands
    if (!head) return null
    const args = () => [...rest.map((operand) => this.#value(operand, dot)), ...last]
    switch (head.kind) {
      case 'function':
        return this.#function(head, call, rest, dot, last)
      case 'field':
        return this.#fields(dot, head.names, head, args())
      case 'variable': {
        const value = this.#variables.findLast(({ name }) => name === head.name)?.value
        return this.#fields(value, head.names, head, args())
      }
      case 'chain':
        return this.#fields(this.#pipe(head.pipe, dot), head.names, head, args())
      default:
    }
    if (rest.length > 0 || last.length > 0) {
      this.#fail(head, `can't give argument to non-function ${head.text}`)
    }
    return this.#value(head, dot)
  }

  #function(
    head: Extract<Operand, { kind: 'function' }>,
    call: Call,
    rest: readonly Operand[],
    dot: GoValue,
    last: readonly GoValue[],
  ): GoValue {
    const { name } = head
    const own = this.options.functions?.[name] ?? BUILTINS[name]
    if (!own) return this.#fail(head, `"${name}" is not a defined function`)
    if (name === 'and' || name === 'or') {
      let value: GoValue
      for (const operand of rest) {
        value = this.#value(operand, dot)
        if (isTrue(value) === (name === 'or')) return value
      }
      return last.length > 0 ? last[0] : value
    }
    const args = [...rest.map((operand) => this.#value(operand, dot)), ...last]
    if (args.length < own.length) {
      this.#fail(head, `wrong number of args for ${name}: want ${wanted(own)} got ${args.length}`)
    }
    try {
      return own(...args)
    } catch (thrown) {
      if (thrown instanceof ArgumentError) {
        const operand = rest[thrown.index]
        const at = operand ? positionOf(operand) : head.at
        return this.#fail({ at, text: (operand ?? head).text }, thrown.message)
      }
      if (!(thrown instanceof FunctionError)) throw thrown
      return this.#fail(head, `error calling ${name}: ${thrown.message}`, call.text)
    }
  }

  #value(operand: Operand, dot: GoValue): GoValue {
    switch (operand.kind) {
      case 'dot':
        return dot
      case 'nil':
        return null
      case 'bool':
      case 'number':
      case 'string':
        return operand.value
      default:
        return this.#call({ operands: [operand], at: operand.at, text: operand.text }, dot, [])
    }
  }

  /** `.A.B.C` of a value; arguments are for the last one, a method. */
  #fields(from: GoValue, names: readonly string[], at: Operand, args: readonly GoValue[]): GoValue {
    let value = from
    for (const [i, name] of names.entries()) {
      value = this.#field(value, name, at, i === names.length - 1 ? args : [])
    }
    if (names.length === 0 && args.length > 0)
      this.#fail(at, `can't give argument to non-function ${at.text}`)
    return value
  }

  #field(value: GoValue, name: string, at: Operand, args: readonly GoValue[]): GoValue {
    const where = at.text
    const fail = (words: string) => this.#fail({ at: positionOf(at), text: where }, words, where)
    if (value === undefined && this.options.missingKeyError !== true) return undefined
    if (value === null && this.options.missingKeyError !== true) return fail(`nil pointer evaluating ${name}`)
    if (value === null || value === undefined) return fail(`nil data; no entry for key "${name}"`)
    if (value instanceof Map) {
      const map = value as ReadonlyMap<string, GoValue>
      if (args.length > 0) return fail(`${name} is not a method but has arguments`)
      if (map.has(name)) return map.get(name)
      return this.options.missingKeyError === true ? fail(`map has no entry for key "${name}"`) : undefined
    }
    if (isStruct(value) && Object.hasOwn(value, name)) {
      const member = value[name]
      if (typeof member === 'function') return member(...args)
      if (args.length > 0) return fail(`${name} has arguments but cannot be invoked as function`)
      return member
    }
    const type =
      isStruct(value) || Array.isArray(value)
        ? typeName(value)
        : this.options.missingKeyError
          ? 'interface {}'
          : typeName(value)
    return fail(`can't evaluate field ${name} in type ${type}`)
  }

  #fail(at: { readonly at: number; readonly text?: string }, words: string, context?: string): never {
    const { source } = this.template
    const before = source.slice(0, at.at)
    const column = at.at - (before.lastIndexOf('\n') + 1)
    const shown = context ?? at.text ?? ''
    throw new TemplateError(
      'exec',
      `${lineOf(source, at.at)}:${column}: executing "" at <${shown}>: ${words}`,
    )
  }
}

/** A chain of fields stands where its second one does. Ref: text/template/parse/parse.go:operand() */
function positionOf(operand: Operand): number {
  if (operand.kind !== 'field' || operand.names.length < 2) return operand.at
  return operand.at + (operand.names[0] ?? '').length + 1
}

function wanted(own: TemplateFunction): string {
  return own.length > 0 ? `at least ${own.length}` : '1'
}
