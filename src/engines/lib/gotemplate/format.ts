// What Go's fmt prints of a value: %v of print and of `{{.}}`, and the verbs of printf. Ref: fmt/print.go
import { goJson } from './json.ts'
import { isPointer, type GoValue } from './value.ts'

/** `%v`. Depth 0 is where a pointer shows what it points to. */
export function formatValue(value: GoValue, depth = 0): string {
  if (value === undefined && depth === 0) return '<no value>'
  if (value === null || value === undefined) return '<nil>'
  if (typeof value === 'string') return value
  if (typeof value === 'function') return 'func'
  if (typeof value !== 'object') return String(value)
  if (depth > 0 && isPointer(value)) return addressOf(value)
  if (Array.isArray(value)) return `[${value.map((item: GoValue) => formatValue(item, depth + 1)).join(' ')}]`
  if (value instanceof Map) {
    const keys = [...(value as ReadonlyMap<string, GoValue>).keys()].sort()
    return `map[${keys.map((key) => `${key}:${formatValue(value.get(key) as GoValue, depth + 1)}`).join(' ')}]`
  }
  return `{${Object.values(value)
    .map((field: GoValue) => formatValue(field, depth + 1))
    .join(' ')}}`
}

const addresses = new WeakMap<object, string>()
let given = 0

/** An address on the heap of a Go program: only that it differs from others counts. */
function addressOf(value: object): string {
  let address = addresses.get(value)
  if (address === undefined) {
    given++
    address = `0xc000${(given * 0x140 + 0x4a000).toString(16).padStart(6, '0')}`
    addresses.set(value, address)
  }
  return address
}

const VERB = /%(?:%|([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?([a-zA-Z]))/g

/** fmt.Sprintf for the values a template has. */
export function sprintf(format: string, args: readonly GoValue[]): string {
  let next = 0
  const text = format.replace(
    VERB,
    (
      whole,
      flags: string | undefined,
      width: string | undefined,
      precision: string | undefined,
      verb: string,
    ) => {
      if (whole === '%%') return '%'
      const star = (field: string | undefined): number | null => {
        if (field === undefined) return null
        return field === '*' ? Number(args[next++] ?? 0) : Number(field)
      }
      const wide = star(width)
      const exact = star(precision)
      if (next >= args.length) return `%!${verb}(MISSING)`
      return pad(convert(verb, args[next++], flags ?? '', exact), flags ?? '', wide)
    },
  )
  if (next >= args.length) return text
  const extra = args.slice(next).map((arg) => `${kindOf(arg)}=${formatValue(arg)}`)
  return `${text}%!(EXTRA ${extra.join(', ')})`
}

function convert(verb: string, arg: GoValue, flags: string, precision: number | null): string {
  const wrong = () => `%!${verb}(${kindOf(arg)}=${formatValue(arg)})`
  if (verb === 'v') return formatValue(arg, 1)
  if (verb === 'T') return kindOf(arg)
  if (Array.isArray(arg))
    return `[${arg.map((item: GoValue) => convert(verb, item, flags, precision)).join(' ')}]`
  if (verb === 's' || verb === 'q') {
    if (typeof arg === 'number' || typeof arg === 'boolean') return wrong()
    const text = formatValue(arg, 1)
    const cut = precision === null ? text : [...text].slice(0, precision).join('')
    return verb === 'q' ? goJson(cut) : cut
  }
  if (verb === 't') return typeof arg === 'boolean' ? String(arg) : wrong()
  if (verb === 'x' && typeof arg === 'string') {
    return [...arg].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('')
  }
  if (typeof arg !== 'number') return wrong()
  if (verb === 'd') return (flags.includes('+') && arg >= 0 ? '+' : '') + String(Math.trunc(arg))
  if (verb === 'x' || verb === 'X') {
    const hex = arg.toString(16)
    return verb === 'X' ? hex.toUpperCase() : hex
  }
  if (verb === 'o' || verb === 'b') return arg.toString(verb === 'o' ? 8 : 2)
  if (verb === 'c') return String.fromCodePoint(arg)
  return wrong()
}

function pad(text: string, flags: string, width: number | null): string {
  const missing = (width ?? 0) - [...text].length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  return (flags.includes('0') ? '0' : ' ').repeat(missing) + text
}

function kindOf(value: GoValue): string {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return 'int'
  return value === null || value === undefined ? '<nil>' : 'interface {}'
}
