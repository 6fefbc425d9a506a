// What is wrong with one field of an object. (Ref: apimachinery/pkg/util/validation/field/errors.go)

export interface FieldError {
  readonly field: string
  /** What is said of it: `Invalid value: 80: …`. */
  readonly body: string
}

function fieldError(field: string, what: string, detail: string): FieldError {
  return { field, body: detail === '' ? what : `${what}: ${detail}` }
}

export function required(field: string, detail: string = ''): FieldError {
  return fieldError(field, 'Required value', detail)
}

export function invalidValue(field: string, value: unknown, detail: string): FieldError {
  return fieldError(field, `Invalid value: ${shown(value)}`, detail)
}

export function duplicate(field: string, value: unknown): FieldError {
  return fieldError(field, `Duplicate value: ${shown(value)}`, '')
}

export function unknownName(field: string, value: string): FieldError {
  return fieldError(field, `Not found: ${shown(value)}`, '')
}

export function forbidden(field: string, detail: string): FieldError {
  return fieldError(field, 'Forbidden', detail)
}

export function unsupported(field: string, value: unknown, values: readonly string[]): FieldError {
  const quoted = values.map((one) => JSON.stringify(one)).join(', ')
  return fieldError(field, `Unsupported value: ${shown(value)}`, `supported values: ${quoted}`)
}

/** A structure stands as JSON. */
function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

export function nonNegative(field: string, value: number | undefined): FieldError[] {
  if (value === undefined || value >= 0) return []
  return [invalidValue(field, value, 'must be greater than or equal to 0')]
}
