// What every command of `docker` works with: the daemon's API, the two output streams, and how failures are told.
import type { Process } from '../../../../os/program.ts'
import { ApiClient, isFailure, type ApiFailure } from '../../http/client.ts'
import { ParsedFlags } from './flags.ts'

/** The width of help where there is no terminal. */
const DEFAULT_COLUMNS = 80

export class DockerCli {
  readonly api: ApiClient

  /** Options that stood before the command, of a group that has some (`docker compose -f x up`). */
  group = new ParsedFlags()

  constructor(
    readonly p: Process,
    socketPath?: string,
  ) {
    this.api = new ApiClient(p, socketPath)
  }

  get columns(): number {
    return this.p.io.fds.get(1)?.tty?.columns ?? DEFAULT_COLUMNS
  }

  out(text: string | Uint8Array): void {
    this.p.io.out(text)
  }

  err(text: string | Uint8Array): void {
    this.p.io.err(text)
  }

  write(fd: 1 | 2, data: Uint8Array): void {
    this.p.io.write(fd, data)
  }

  /** The command's own failure: its words on standard error. */
  fail(why: string | ApiFailure, status = 1): number {
    this.err(`${isFailure(why) ? why.message : why}\n`)
    return status
  }

  /** Now, in seconds and their parts since 1970. */
  now(): number {
    return this.p.clock.epoch()
  }
}
