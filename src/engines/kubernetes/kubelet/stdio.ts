// What a container reads and writes: pipes, or a terminal of its own.
import type { OpenFile, Process } from '../../../os/program.ts'
import type { PodContainer } from './container.ts'

const SIZE = { columns: 80, rows: 24 }

interface Stdio {
  readonly fds: ReadonlyMap<number, OpenFile>
  /** Where what it prints is read. */
  readonly output: OpenFile
}

export function openStdio(p: Process, container: PodContainer): Stdio {
  const { stdin = false, tty = false } = container.spec
  if (tty) {
    const { master, slave, resize } = p.fs.openpty(SIZE.columns, SIZE.rows)
    slave.ref()
    slave.ref()
    master.ref()
    container.input = master
    container.resize = resize
    return { fds: new Map([0, 1, 2].map((fd) => [fd, slave])), output: master }
  }
  const output = p.fs.pipe()
  const input = p.fs.pipe()
  if (stdin) container.input = input.write
  else input.write.close()
  output.write.ref()
  return {
    fds: new Map([
      [0, input.read],
      [1, output.write],
      [2, output.write],
    ]),
    output: output.read,
  }
}
