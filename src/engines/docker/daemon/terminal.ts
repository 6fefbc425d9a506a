// A pseudo-terminal for a container's process.
import type { Process } from '../../../os/program.ts'
import type { Blocking } from '../../../os/program.ts'
import type { StdioFiles } from './runtime/spec.ts'
import type { Streams } from './streams.ts'

export interface TerminalSize {
  readonly columns: number
  readonly rows: number
}

/** Its slave side three times; the master's is the streams'. `resize` is told of the client's window. */
export function openTerminal(
  p: Process,
  streams: Streams,
  size: TerminalSize,
  start: (body: Blocking<void>) => void,
): StdioFiles & { resize(size: TerminalSize): void } {
  const pty = p.fs.openpty(size.columns, size.rows)
  streams.terminal(p, pty.master, start)
  pty.slave.ref()
  pty.slave.ref()
  return {
    stdin: pty.slave,
    stdout: pty.slave,
    stderr: pty.slave,
    resize: ({ columns, rows }) => pty.resize(columns, rows),
  }
}
