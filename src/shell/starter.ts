// The shell of a terminal until bash is loaded: it runs plain lines that come from outside, `ip netns add red` and the
// like, and looks as bash does. When bash is there it takes this one's place, in the same process, with its history.
import type { Blocking, Process, Program } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import type { Waitable } from '../uapi/socket.ts'
import type { ShellHooks } from './hooks.ts'

export interface StarterHooks extends ShellHooks {
  /** bash, once it is loaded. */
  readonly successor: () => Program | null
  /** Wakes when it is. */
  readonly arrived: Waitable
  /** What it is to go on from. */
  readonly handOver: (p: Process, history: readonly string[], status: number) => void
}

/** Takes only lines that are words with blanks between: whoever sends them sees to that. */
export function createStarter(hooks: StarterHooks): Program {
  return function* starter(p) {
    const tty = p.io.fds.get(0)?.tty
    const lines = hooks.injected(p)
    const history: string[] = []
    let status = 0
    if (tty) {
      p.procs.setpgid(p.pid, p.pid)
      tty.foreground = p.pid
    }
    for (const signal of ['INT', 'TERM', 'QUIT', 'TSTP', 'TTIN', 'TTOU'] as const) {
      p.procs.onSignal(signal, 'ignore')
    }
    for (;;) {
      const bash = hooks.successor()
      if (bash) {
        p.procs.onSignal('INT', 'default')
        hooks.handOver(p, history, status)
        return yield* bash(p)
      }
      if (!tty || !lines) return 1
      hooks.onPrompt(p)
      p.io.err(prompt(p))
      let line = lines.take()
      while (line === null && !hooks.successor()) {
        yield* p.clock.wait([lines, hooks.arrived])
        line = lines.take()
      }
      if (line === null) {
        p.io.err('\r\x1b[K')
        continue
      }
      p.io.err(`${line}\n`)
      history.push(line)
      hooks.onCommand(p, line)
      if (line.startsWith('#')) continue
      status = yield* run(p, line.trim().split(/\s+/))
      tty.foreground = p.pid
    }
  }
}

/** Debian's prompt for root, in colour. */
function prompt(p: Process): string {
  const cwd = p.fs.cwd()
  const home = p.env.get('HOME') ?? ''
  const shown = cwd === home ? '~' : cwd
  return `\x1b[1;32mroot@${p.net.hostname()}\x1b[0m:\x1b[1;34m${shown}\x1b[0m# `
}

function* run(p: Process, words: readonly string[]): Blocking<number> {
  const [name = ''] = words
  const path = p.procs.find(name)
  if (path === null) {
    p.io.err(`bash: ${name}: command not found\n`)
    return 127
  }
  const child: Program = function* (c) {
    const status = yield* c.procs.exec(path, words)
    return isErrno(status) ? 126 : status
  }
  const pid = p.procs.spawn(child, { argv: words, pgid: 'own', ignore: [] })
  const tty = p.io.fds.get(0)?.tty
  if (tty) tty.foreground = pid
  for (;;) {
    const ended = yield* p.procs.wait(pid)
    if (isErrno(ended)) return 1
    if (!ended.stopped) return ended.status
  }
}
