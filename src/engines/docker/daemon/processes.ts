// The processes of a container as the host sees them: the first one, those exec'd, and what descends from them.
import type { ProcessInfo } from '../../../os/program.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'

/** By number. */
export function processesOf(d: Daemon, container: Container): readonly ProcessInfo[] {
  const members = new Set([container.state.pid])
  for (const exec of container.execs.values()) if (exec.running) members.add(exec.pid)
  members.delete(0)
  const all = d.p.procs.list()
  for (let grown = true; grown;) {
    grown = false
    for (const { pid, ppid } of all) {
      if (members.has(pid) || !members.has(ppid)) continue
      members.add(pid)
      grown = true
    }
  }
  return all.filter(({ pid }) => members.has(pid)).sort((a, b) => a.pid - b.pid)
}
