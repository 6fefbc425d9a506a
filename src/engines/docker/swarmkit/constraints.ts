// Which nodes a service may be on, as expressions say it. (Ref: swarmkit manager/constraint/constraint.go)
import { contains, parseAddress, parsePrefix } from '../libnetwork/prefix.ts'
import type { NodeObject } from './objects.ts'

interface Constraint {
  readonly key: string
  readonly equal: boolean
  readonly value: string
}

const OPERATORS = ['==', '!='] as const
const KEY = /^[a-z_][a-z0-9\-_.]+$/i
/** No characters of operators that may come. */
const VALUE = /^[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i
const NODE_LABELS = 'node.labels.'
const ENGINE_LABELS = 'engine.labels.'

/** The expressions read, or what is wrong with one. */
export function parseConstraints(expressions: readonly string[]): readonly Constraint[] | string {
  const constraints: Constraint[] = []
  for (const text of expressions) {
    const operator = OPERATORS.find((one) => text.includes(one))
    if (operator === undefined) return `constraint expected one operator from ${OPERATORS.join(', ')}`
    const at = text.indexOf(operator)
    const key = text.slice(0, at).trim()
    const value = text.slice(at + operator.length).trim()
    if (!KEY.test(key)) return `key '${key}' is invalid`
    if (!VALUE.test(value)) return `value '${value}' is invalid`
    constraints.push({ key, equal: operator === '==', value })
  }
  return constraints
}

/** Expressions that are wrong keep nobody away: who made the service was told. */
export function meetsConstraints(node: NodeObject, expressions: readonly string[]): boolean {
  const constraints = parseConstraints(expressions)
  return typeof constraints === 'string' || constraints.every((constraint) => meets(node, constraint))
}

/** Ref: constraint.go:NodeMatches(): keys and values in any case, a label's name in its own. */
function meets(node: NodeObject, { key, equal, value }: Constraint): boolean {
  const low = key.toLowerCase()
  if (low === 'node.ip') {
    const within = addressMatches(node.addr, value)
    return within !== null && within === equal
  }
  const labelled = low.startsWith(NODE_LABELS) && low.length > NODE_LABELS.length
  const known = labelled ? (node.labels[key.slice(NODE_LABELS.length)] ?? '') : propertyOf(node, low)
  return known !== null && (known.toLowerCase() === value.toLowerCase()) === equal
}

/** null: there is no such property. */
function propertyOf({ id, role, description }: NodeObject, key: string): string | null {
  if (key === 'node.id') return id
  if (key === 'node.hostname') return description.hostname
  if (key === 'node.role') return role
  if (key === 'node.platform.os') return 'linux'
  if (key === 'node.platform.arch') return 'x86_64'
  // Engines have no labels of their own.
  return key.startsWith(ENGINE_LABELS) && key.length > ENGINE_LABELS.length ? '' : null
}

/** Whether it is the address, or in the subnet; null: it is neither. */
function addressMatches(addr: string, value: string): boolean | null {
  const own = parseAddress(addr)
  const single = parseAddress(value)
  if (!own) return null
  if (single) return own.family === single.family && own.value === single.value
  const subnet = parsePrefix(value)
  return subnet ? contains(subnet, own) : null
}
