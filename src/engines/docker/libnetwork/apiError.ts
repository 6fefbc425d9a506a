// What the Engine API answers when it refuses: an HTTP status and Docker's words.

export class ApiError {
  readonly status: number
  readonly message: string
  constructor(status: number, message: string) {
    this.status = status
    this.message = message
  }
}

export function isApiError(value: unknown): value is ApiError {
  return value instanceof ApiError
}

/** errdefs.InvalidParameter, Forbidden, NotFound, Conflict and whatever has no class (Ref: moby errdefs/defs.go). */
export function invalidParameter(message: string): ApiError {
  return new ApiError(400, message)
}

export function forbidden(message: string): ApiError {
  return new ApiError(403, message)
}

export function notFound(message: string): ApiError {
  return new ApiError(404, message)
}

export function conflict(message: string): ApiError {
  return new ApiError(409, message)
}

export function systemError(message: string): ApiError {
  return new ApiError(500, message)
}
