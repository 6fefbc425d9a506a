// How conntrack speaks: everything but flows goes to standard error, with its version before.
import type { Process } from '../../os/program.ts'
import type { Stdout } from '../lib/stdout.ts'

const NAME = 'conntrack v1.4.7 (conntrack-tools)'

export class CtTool {
  constructor(
    readonly p: Process,
    readonly out: Stdout,
  ) {}

  say(message: string): void {
    this.p.io.err(`${NAME}: ${message}\n`)
  }

  /** Wrong usage: gives the exit status. */
  problem(message: string): number {
    this.say(message)
    this.p.io.err("Try `conntrack -h' or 'conntrack --help' for more information.\n")
    return 2
  }

  /** The kernel refused: gives the exit status. */
  failed(why: string): number {
    this.say(`Operation failed: ${why}`)
    return 1
  }
}
