// Refusals of the manager, as its words reach who asked (Ref: google.golang.org/grpc/status).
import { forbidden, notFound, systemError, type ApiError } from '../libnetwork/apiError.ts'

export function rpcError(code: string, status: number, message: string): ApiError {
  const error = status === 404 ? notFound : status === 403 ? forbidden : systemError
  return error(`rpc error: code = ${code} desc = ${message}`)
}

export function failedPrecondition(message: string): ApiError {
  return rpcError('FailedPrecondition', 400, message)
}
