// Answers of the API server that are no objects: what went wrong, in its words. (Ref: apimachinery/pkg/api/errors)
import { qualifiedPlural, type Resource } from './resources.ts'

export interface ApiStatus {
  readonly code: number
  readonly reason: string
  readonly message: string
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

/** `what` as `spec.ports[0].nodePort: Invalid value: 80: …`. */
export function invalid(resource: Resource, name: string, what: string): ApiStatus {
  const group = resource.apiVersion.includes('/') ? `.${resource.apiVersion.split('/')[0]}` : ''
  return { code: 422, reason: 'Invalid', message: `${resource.kind}${group} "${name}" is invalid: ${what}` }
}

export function badRequest(message: string): ApiStatus {
  return { code: 400, reason: 'BadRequest', message }
}

export function isStatus(value: object): value is ApiStatus {
  return 'code' in value && 'reason' in value
}
