// Values as a Go template sees them. A struct is a plain object, a map is a Map, a slice is an array; a method that takes
// arguments is a function. What fmt prints of them is format.ts.

export type GoValue =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | readonly GoValue[]
  | GoMap
  | GoStruct
  | GoMethod

export type GoMap = ReadonlyMap<string, GoValue>
export interface GoStruct {
  readonly [field: string]: GoValue
}
export type GoMethod = (...args: GoValue[]) => GoValue

/** A struct's own type, as errors name it (`*formatter.ContainerContext`). */
const typeNames = new WeakMap<object, string>()
/** Structs held by pointers in maps: fmt prints their address. */
const pointers = new WeakSet<object>()

export function named<T extends object>(value: T, typeName: string): T {
  typeNames.set(value, typeName)
  return value
}

export function pointerTo<T extends object>(value: T): T {
  pointers.add(value)
  return value
}

/** What a map gives for a key it has not (its element type's zero value). */
const zeros = new WeakMap<object, GoValue>()
/** Slices whose element type is not known: []interface {}. */
const untypedSlices = new WeakSet<object>()

export function withZero<T extends object>(map: T, zero: GoValue): T {
  zeros.set(map, zero)
  return map
}

export function zeroOf(map: object): GoValue {
  return zeros.get(map) ?? null
}

export function untypedSlice<T extends object>(slice: T): T {
  untypedSlices.add(slice)
  return slice
}

export function isUntypedSlice(slice: object): boolean {
  return untypedSlices.has(slice)
}

/** Maps and slices that are nil: printed as empty ones, but null in JSON. */
const nils = new WeakSet<object>()

export function nil<T extends object>(value: T): T {
  nils.add(value)
  return value
}

export function isNil(value: object): boolean {
  return nils.has(value)
}

export function isPointer(value: object): boolean {
  return pointers.has(value)
}

export function isStruct(value: GoValue): value is GoStruct {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** How Go calls its type in an error. */
export function typeName(value: GoValue): string {
  if (value === null || value === undefined) return '<nil>'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number' || typeof value === 'bigint') return 'int'
  if (typeof value === 'function') return 'func'
  const name = typeNames.get(value)
  if (name !== undefined) return name
  if (Array.isArray(value)) return isUntypedSlice(value) ? '[]interface {}' : '[]string'
  return value instanceof Map ? 'map[string]interface {}' : 'struct'
}

/** Ref: text/template/exec.go:isTrue() */
export function isTrue(value: GoValue): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'bigint') return value !== 0n
  if (typeof value === 'string') return value !== ''
  if (Array.isArray(value)) return value.length > 0
  return value instanceof Map ? value.size > 0 : true
}
