// Answers of the API server that are no objects: what went wrong, in its words. (Ref: apimachinery/pkg/api/errors)
import { qualifiedPlural, type Resource } from './resources.ts'

export interface ApiStatus {
  readonly code: number
  readonly reason: string
  readonly message: string
  readonly details?: StatusDetails
}

/** The object that is invalid, and what is wrong with its fields. */
export interface StatusDetails {
  readonly name?: string
  readonly kind?: string
  readonly causes: readonly { readonly field: string; readonly message: string }[]
}

export function notFound(resource: Resource, name: string): ApiStatus {
  return { code: 404, reason: 'NotFound', message: `${qualifiedPlural(resource)} "${name}" not found` }
}

export function alreadyExists(resource: Resource, name: string): ApiStatus {
  return {
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualifiedPlural(resource)} "${name}" already exists`,
  }
}

/** A field and what is wrong with it. */
interface Wrong {
  readonly field: string
  readonly body: string
}

export function invalid({ apiVersion, kind }: Resource, name: string, errors: readonly Wrong[]): ApiStatus {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : ''
  const words = [...new Set(errors.map(({ field, body }) => `${field}: ${body}`))]
  const what = words.length === 1 ? words[0] : `[${words.join(', ')}]`
  return {
    code: 422,
    reason: 'Invalid',
    message: `${kind}${group} "${name}" is invalid: ${what}`,
    details: { name, kind, causes: errors.map(({ field, body }) => ({ field, message: body })) },
  }
}

export function forbiddenObject(resource: Resource, name: string, why: string): ApiStatus {
  const message = `${qualifiedPlural(resource)} "${name}" is forbidden: ${why}`
  return { code: 403, reason: 'Forbidden', message }
}

export function badRequest(message: string): ApiStatus {
  return { code: 400, reason: 'BadRequest', message }
}

export function isStatus(value: object): value is ApiStatus {
  return 'code' in value && 'reason' in value
}
