// A forked shell: a child that begins as a copy of this one.
import type { Blocking, SpawnOptions } from '../os/program.ts'
import { flat } from './deep.ts'
import type { ShellState } from './state.ts'

/** Its pid. What it starts with is what the shell is now; it runs when the shell next waits. */
export function forkShell(
  shell: ShellState,
  options: Omit<SpawnOptions, 'argv'>,
  body: (inner: ShellState) => Blocking<number>,
): number {
  const adopt = shell.fork()
  const { argv, procs } = shell.p
  return procs.spawn(
    (child) => {
      const inner = adopt(child)
      inner.options.delete('monitor')
      return flat(body(inner))
    },
    { ...shell.inheritance(), ...options, argv },
  )
}
