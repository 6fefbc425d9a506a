// Templates of JSONPath as kubectl has them: `{.items[*].metadata.name}{"\n"}`, `{range .items[*]}…{end}`, filters.
// (Ref: client-go util/jsonpath)
import { sorted } from './sorted.ts'

type Result =
  | { readonly text: string; readonly values: readonly unknown[] }
  | { readonly error: string; readonly debug?: string }

const OUT_OF_BOUNDS = 'array index out of bounds'

/** What a template makes of a value. */
export function jsonPath(template: string, root: unknown): Result {
  const parts = template.match(/\{(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^{}"'])*\}|[^{]+/g) ?? []
  const values: unknown[] = []
  const text = render(parts, root, root, values)
  if (typeof text === 'string') return { text, values }
  if (!text.error.startsWith(OUT_OF_BOUNDS)) return text
  // What the template cannot do is told with all there is to know.
  const debug = `. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(root)}\n\n`
  return { error: `error executing jsonpath "${template}": Error executing template: ${text.error}`, debug }
}

function render(
  parts: readonly string[],
  current: unknown,
  root: unknown,
  values: unknown[],
): string | { error: string } {
  let out = ''
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (!part.startsWith('{')) {
      out += part
      continue
    }
    const inside = part.slice(1, -1).trim()
    const range = /^range\s+([\s\S]+)$/.exec(inside)
    if (range?.[1] !== undefined) {
      const end = matchingEnd(parts, i)
      const items = evaluate(range[1], current, root)
      if ('error' in items) return items
      for (const item of items.found) {
        const body = render(parts.slice(i + 1, end), item, root, values)
        if (typeof body !== 'string') return body
        out += body
      }
      i = end
      continue
    }
    if (inside === 'end') continue
    const literal = /^(["'])([\s\S]*)\1$/.exec(inside)
    if (literal) {
      out += (literal[2] ?? '').replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\"', '"')
      continue
    }
    const result = evaluate(inside, current, root)
    if ('error' in result) return result
    values.push(...result.found)
    out += result.found.map(show).join(' ')
  }
  return out
}

function matchingEnd(parts: readonly string[], from: number): number {
  let depth = 0
  for (let i = from; i < parts.length; i++) {
    const inside = (parts[i] ?? '').slice(1, -1).trim()
    if (/^range\s/.test(inside)) depth++
    if (inside === 'end' && --depth === 0) return i
  }
  return parts.length
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(sorted(value))
  return value === undefined || value === null ? '' : String(value)
}

type Found = { readonly found: readonly unknown[] } | { readonly error: string }

const STEP =
  /^(?:\.\.([\w-]+)|\.?\[\?\(([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\)\]|\.?\[([^\]]*)\]|\.([^.[\]\\]+(?:\\\.[^.[\]\\]+)*)|(\.))/

/** A path from `$`, `@` or where one stands. */
function evaluate(path: string, current: unknown, root: unknown): Found {
  let rest = path.trim()
  let found: unknown[] = [rest.startsWith('$') ? root : current]
  rest = rest.replace(/^[$@]/, '')
  if (rest !== '' && !/^[.[]/.test(rest)) rest = `.${rest}`
  while (rest !== '') {
    const step = STEP.exec(rest)
    if (!step)
      return { error: `error parsing jsonpath ${path}, unrecognized character in action: ${rest.charAt(0)}` }
    rest = rest.slice(step[0].length)
    const [, deep, filter, index, name] = step
    if (deep !== undefined) found = found.flatMap((value) => descend(value, deep))
    else if (filter !== undefined)
      found = found.flatMap((value) => items(value).filter((item) => passes(filter, item, root)))
    else if (index !== undefined) {
      const short = found.find((value) => Array.isArray(value) && isBeyond(value, index))
      if (Array.isArray(short)) return { error: `${OUT_OF_BOUNDS}: index ${index}, length ${short.length}` }
      found = found.flatMap((value) => pick(value, index))
    } else if (name !== undefined)
      found = found.flatMap((value) => member(value, name.replaceAll('\\.', '.')))
  }
  return { found }
}

function items(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function member(value: unknown, name: string): unknown[] {
  if (name === '*') return items(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const found = (value as Record<string, unknown>)[name]
  return found === undefined ? [] : [found]
}

function descend(value: unknown, name: string): unknown[] {
  return [...member(value, name), ...items(value).flatMap((item) => descend(item, name))]
}

function isBeyond(list: readonly unknown[], index: string): boolean {
  return /^-?\d+$/.test(index) && list.at(Number(index)) === undefined
}

/** A value as Go's %#v prints it. */
function goSyntax(value: unknown): string {
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`
  if (value === null || value === undefined) return 'interface {}(nil)'
  if (typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `map[string]interface {}{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${goSyntax(item)}`).join(', ')}}`
}

function pick(value: unknown, index: string): unknown[] {
  if (index === '*') return items(value)
  const quoted = /^(["'])(.*)\1$/.exec(index)
  const names = quoted ? (quoted[2] ?? '').split(/['"],\s*['"]/) : []
  if (names.length === 1) return member(value, names[0] ?? '')
  // Several are paths.
  if (names.length > 1) {
    return names.flatMap((name) => {
      const found = evaluate(`.${name}`, value, value)
      return 'error' in found ? [] : found.found
    })
  }
  if (!Array.isArray(value)) return []
  const slice = /^(-?\d*):(-?\d*)$/.exec(index)
  if (slice) return value.slice(Number(slice[1] || 0), slice[2] === '' ? undefined : Number(slice[2]))
  return index.split(',').flatMap((number) => {
    const at = Number(number)
    const item: unknown = value.at(at)
    return item === undefined ? [] : [item]
  })
}

function passes(filter: string, item: unknown, root: unknown): boolean {
  const comparison = /^(.+?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/.exec(filter.trim())
  const value = (text: string): unknown => {
    const literal = /^(["'])(.*)\1$/.exec(text)
    if (literal) return literal[2]
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
    if (text === 'true' || text === 'false') return text === 'true'
    const found = evaluate(text, item, root)
    return 'error' in found ? undefined : found.found[0]
  }
  if (!comparison) return value(filter.trim()) !== undefined
  const [, left = '', operator, right = ''] = comparison
  const [a, b] = [value(left), value(right)]
  if (operator === '==') return a === b
  if (operator === '!=') return a !== b
  const [x, y] = [Number(a), Number(b)]
  return operator === '<' ? x < y : operator === '>' ? x > y : operator === '<=' ? x <= y : x >= y
}
