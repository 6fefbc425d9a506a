// One bash that is handed its lines one at a time, as a transcript's steps are: what `eval 'LINE' </dev/null` does in a
// bash that is not interactive. Errors begin with `bash: `; jobs go on in the background without notices.
import type { Blocking, Process, Program } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { flat } from './deep.ts'
import { finish, LANGUAGE, runText } from './language.ts'
import { LineSource } from './linesource.ts'
import { newShell } from './start.ts'
import type { ShellState } from './state.ts'

interface Step {
  readonly text: string
  readonly done: (status: number) => void
}

/** Start `program` on a machine, then `run` lines. The descriptors 1 and 2 of the process take all output. */
export class ShellSession {
  readonly #steps: Step[] = []
  readonly #queue = new LineSource()
  readonly program: Program = (p) => flat(this.#main(p))
  /** Lines are counted as in the script by which transcripts are recorded: four, then for each step one before and after. */
  #line = 5

  /** `done` is called with the exit status when the line's foreground work is over. */
  run(text: string, done: (status: number) => void): void {
    this.#steps.push({ text, done })
    this.#queue.push(text)
  }

  /** Ends the shell once its lines are done. */
  close(): void {
    this.#queue.close()
  }

  *#main(p: Process): Blocking<number> {
    const shell = newShell(p, LANGUAGE)
    for (;;) {
      const step = this.#steps.shift()
      if (!step) {
        if (this.#queue.closed) break
        yield* p.clock.wait([this.#queue])
        continue
      }
      this.#queue.take()
      const lines = step.text.split('\n').length
      const status = yield* evaluate(shell, step.text, this.#line + lines)
      this.#line += lines + 2
      step.done(status)
    }
    return yield* finish(shell)
  }
}

function* evaluate(shell: ShellState, text: string, line: number): Blocking<number> {
  const { p } = shell
  const input = p.io.fds.get(0)
  const none = p.fs.open('/dev/null', { read: true })
  if (!isErrno(none)) p.io.fds.set(0, none)
  yield* runText(shell, { text, name: 'bash', input: 'eval', firstLine: line, numbered: false })
  const now = p.io.fds.get(0)
  if (now && now === none) {
    now.close()
    if (input) p.io.fds.set(0, input)
    else p.io.fds.delete(0)
  }
  // `exit` ends the line, not the session.
  shell.unwind = null
  shell.loops = 0
  shell.tested = 0
  return shell.status & 255
}
