// A process as an applet sees it: without the word `busybox` before its own name, and with BusyBox's applets found
// before anything on PATH (FEATURE_PREFER_APPLETS; Ref: libbb/executable.c:BB_EXECVP()).
import type { Process, Stdio } from '../../os/program.ts'
import { APPLET_NAMES } from './paths.ts'

const OWN_FILE = '/proc/self/exe'

export function appletProcess(p: Process, argv: readonly string[]): Process {
  const procs = overlay(p.procs, {
    find: (name) => (APPLET_NAMES.has(name) ? OWN_FILE : p.procs.find(name)),
  })
  return overlay(p, { argv, procs })
}

/** The process with what it writes to standard error changed on the way. */
export function withErrors(p: Process, change: (text: string) => string): Process {
  const { io } = p
  const changed: Partial<Stdio> = {
    err: (data) => io.err(typeof data === 'string' ? change(data) : data),
    write: (fd, data) => io.write(fd, fd === 2 && typeof data === 'string' ? change(data) : data),
  }
  return overlay(p, { io: overlay(io, changed) })
}

/** An object with some members replaced, whatever else it has or will have. */
function overlay<T extends object>(object: T, changes: Partial<T>): T {
  return new Proxy(object, {
    get(target, key): unknown {
      if (key in changes) return Reflect.get(changes, key)
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
