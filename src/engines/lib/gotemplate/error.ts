/** Why a template cannot be read (`parse`) or carried out (`exec`). The message is Go's, for a template without a name. */
export class TemplateError extends Error {
  readonly stage: 'parse' | 'exec'
  /** `words` begin with the line. */
  constructor(stage: 'parse' | 'exec', words: string) {
    super(`template: :${words}`)
    this.stage = stage
  }
}
