// `time pipeline`
import type { Blocking } from '../../os/program.ts'
import type { ShellState } from '../state.ts'

/** Runs it and prints how much virtual time passed; programs here take no processor time. */
export function* timed(shell: ShellState, posix: boolean, run: Blocking<number>): Blocking<number> {
  const start = shell.p.clock.now()
  const status = yield* run
  const seconds = (shell.p.clock.now() - start) / 1e9
  if (posix) shell.err(`real ${seconds.toFixed(2)}\nuser 0.00\nsys 0.00\n`)
  else if (shell.dialect?.name === 'ash') {
    const spaced = (span: number): string => `${Math.floor(span / 60)}m ${(span % 60).toFixed(2)}s`
    shell.err(`real\t${spaced(seconds)}\nuser\t${spaced(0)}\nsys\t${spaced(0)}\n`)
  } else shell.err(`\nreal\t${minutes(seconds)}\nuser\t${minutes(0)}\nsys\t${minutes(0)}\n`)
  return status
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s`
}
