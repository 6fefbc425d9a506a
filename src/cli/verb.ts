// What a verb of the command line is.

/** Where a verb prints. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

export interface Verb {
  readonly name: string
  /** What follows the name: `[--out DIR] FILE|DIR…`. */
  readonly form: string
  readonly summary: string
  /** Gives the exit status. */
  readonly run: (args: readonly string[], output: Output) => number
}

/** Says what is wrong; the exit status. */
export function fail(output: Output, message: string): number {
  output.err(`vethlab: ${message}\n`)
  return 1
}

/** How the verb is to be called; the exit status of calling it otherwise. */
export function misuse(output: Output, verb: Pick<Verb, 'name' | 'form'>): number {
  output.err(`usage: vethlab ${verb.name} ${verb.form}\n`)
  return 2
}
