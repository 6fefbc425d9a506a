// What went wrong with several objects, told once all have been tried. (Ref: apimachinery/pkg/util/errors, kubectl
// cmd/util/helpers.go:CheckErr())
import type { ApiError } from '../api/client.ts'
import type { Kubectl } from './context.ts'

interface Failure {
  readonly alone: string
  /** As one of several. */
  readonly among: string
}

export class Failures {
  readonly #told: Failure[] = []

  /** What the client itself found. */
  add(message: string): void {
    this.#told.push({ alone: `error: ${message}`, among: message })
  }

  /** `doing`: `error when creating "web.yaml": `. */
  refused(k: Kubectl, error: ApiError, doing: string): void {
    if (error.code === 0) return k.refuse(error)
    const among = `Error from server (${error.reason}): ${doing}${error.message}`
    this.#told.push({ alone: error.reason === 'Invalid' ? k.words(error) : among, among })
  }

  /** Prints them; the exit status. */
  tell(k: Kubectl): number {
    const [only, ...more] = this.#told
    if (!only) return 0
    const lines = more.length === 0 ? [only.alone] : this.#told.map(({ among }) => among)
    k.p.io.err(`${lines.join('\n')}\n`)
    return 1
  }
}
