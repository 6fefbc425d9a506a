// Arithmetic in a filter: `tcp[tcpflags] & (tcp-syn|tcp-ack) != 0`, `len > 100`. Numbers have 32 bits.
import { type Failed, type FilterReader, isFailed } from './filterreader.ts'
import { both, field, IP_PROTOCOLS, type Amount, type Predicate } from './filterterms.ts'

interface Value {
  readonly amount: Amount
  /** What must hold of a packet that has it. */
  readonly checks: readonly Predicate[]
}

/** From those that bind least. */
const LEVELS: readonly (readonly string[])[] = [['|', '^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '%']]

const FIELDS: ReadonlySet<string> = new Set([
  'ether',
  'ip',
  'arp',
  'rarp',
  'ip6',
  ...Object.keys(IP_PROTOCOLS),
])

/** The comparison that stands next; null when there is none, and the reader must go back. */
export function readArithmetic(reader: FilterReader): Predicate | Failed | null {
  const left = binary(reader, 0)
  if (!left) return null
  if (isFailed(left)) return left
  const relation = reader.next()
  if (relation?.kind !== 'sign' || !['<', '>', '=', '<=', '>=', '!='].includes(relation.text)) return null
  const right = binary(reader, 0)
  if (!right) return null
  if (isFailed(right)) return right
  const compare: Predicate = (s) => compared(relation.text, left.amount(s), right.amount(s))
  return [...left.checks, ...right.checks].reduceRight<Predicate>((rest, check) => both(check, rest), compare)
}

function compared(relation: string, a: number, b: number): boolean {
  switch (relation) {
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
    case '!=':
      return a !== b
    default:
      return a === b
  }
}

function binary(reader: FilterReader, level: number): Value | Failed | null {
  const signs = LEVELS[level]
  if (!signs) return unary(reader)
  let left = binary(reader, level + 1)
  for (;;) {
    if (!left || isFailed(left)) return left
    const sign = reader.peek()
    if (sign?.kind !== 'sign' || !signs.includes(sign.text)) return left
    reader.next()
    const right = binary(reader, level + 1)
    if (!right || isFailed(right)) return right
    const [a, b]: [Amount, Amount] = [left.amount, right.amount]
    left = {
      amount: (s) => computed(sign.text, a(s), b(s)),
      checks: [...left.checks, ...right.checks],
    }
  }
}

function computed(sign: string, a: number, b: number): number {
  switch (sign) {
    case '|':
      return (a | b) >>> 0
    case '^':
      return (a ^ b) >>> 0
    case '&':
      return (a & b) >>> 0
    case '<<':
      return b > 31 ? 0 : (a << b) >>> 0
    case '>>':
      return b > 31 ? 0 : a >>> b
    case '+':
      return (a + b) >>> 0
    case '-':
      return (a - b) >>> 0
    case '*':
      return Math.imul(a, b) >>> 0
    case '/':
      return b === 0 ? 0 : Math.floor(a / b)
    default:
      return b === 0 ? 0 : a % b
  }
}

function unary(reader: FilterReader): Value | Failed | null {
  const token = reader.next()
  if (token?.kind === 'number') return { amount: () => token.value, checks: [] }
  if (token?.kind === 'sign' && token.text === '(') {
    const inside = binary(reader, 0)
    return inside && (isFailed(inside) || reader.take('sign', ')')) ? inside : null
  }
  if (token?.kind === 'sign' && token.text === '-') {
    const value = unary(reader)
    if (!value || isFailed(value)) return value
    return { amount: (s) => -value.amount(s) >>> 0, checks: value.checks }
  }
  if (token?.kind !== 'word') return null
  if (token.text === 'len') return { amount: (s) => s.length, checks: [] }
  return FIELDS.has(token.text) && reader.take('sign', '[') ? readField(reader, token.text) : null
}

function readField(reader: FilterReader, protocol: string): Value | Failed | null {
  const index = binary(reader, 0)
  if (!index || isFailed(index)) return index
  let size = 1
  if (reader.take('sign', ':')) {
    const number = reader.next()
    if (number?.kind !== 'number') return null
    size = number.value
    if (size !== 1 && size !== 2 && size !== 4) return { error: 'data size must be 1, 2, or 4' }
  }
  if (!reader.take('sign', ']')) return null
  const { value, check } = field(reader.offsets, protocol, index.amount, size)
  return { amount: value, checks: check ? [...index.checks, check] : index.checks }
}
