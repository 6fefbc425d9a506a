// A process as an applet sees it: without the word `busybox` before its own name, and with BusyBox's applets found
// before anything on PATH (FEATURE_PREFER_APPLETS; Ref: libbb/executable.c:BB_EXECVP()).
import type { Blocking, Process, Processes, Stdio } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import { APPLET_NAMES } from './paths.ts'

const OWN_FILE = '/proc/self/exe'

export function appletProcess(p: Process, argv: readonly string[]): Process {
  return seenAs(p, argv, preferApplets(p.procs), p.io)
}

function seenAs(p: Process, argv: readonly string[], procs: Processes, io: Stdio): Process {
  const { pid, env, fs, net, clock, lab, log } = p
  return {
    pid,
    get ppid() {
      return p.ppid
    },
    argv,
    env,
    io,
    fs,
    net,
    clock,
    lab,
    log,
    procs,
    random: () => p.random(),
  }
}

function preferApplets(procs: Processes): Processes {
  return {
    spawn: (program, options) => procs.spawn(program, options),
    find: (name) => (APPLET_NAMES.has(name) ? OWN_FILE : procs.find(name)),
    exec: (path, argv, env): Blocking<number | Errno> => procs.exec(path, argv, env),
    wait: (pid, options) => procs.wait(pid, options),
    poll: (pid, options) => procs.poll(pid, options),
    kill: (pid, signal) => procs.kill(pid, signal),
    setpgid: (pid, pgid) => procs.setpgid(pid, pgid),
    onSignal: (signal, action) => procs.onSignal(signal, action),
    list: () => procs.list(),
    get: (pid) => procs.get(pid),
    exit: (status) => procs.exit(status),
  }
}

/** The process with what it writes to standard error changed on the way. */
export function withErrors(p: Process, change: (text: string) => string): Process {
  const { io } = p
  const changed: Stdio = {
    fds: io.fds,
    out: (data) => io.out(data),
    err: (data) => io.err(typeof data === 'string' ? change(data) : data),
    write: (fd, data) => io.write(fd, fd === 2 && typeof data === 'string' ? change(data) : data),
    drain: (fd) => io.drain(fd),
    read: (fd, max) => io.read(fd, max),
    line: (fd) => io.line(fd),
    lineUnbuffered: (fd) => io.lineUnbuffered(fd),
    text: (fd) => io.text(fd),
    isatty: (fd) => io.isatty(fd),
  }
  return seenAs(p, p.argv, p.procs, changed)
}
