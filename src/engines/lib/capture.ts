// A program run by another that reads what it prints.
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'

export interface Captured {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface CaptureOptions {
  readonly stdin?: string
  readonly env?: ReadonlyMap<string, string>
}

/** Runs `path` to its end. What it reads and prints goes through pipes of its own. */
export function* capture(
  p: Process,
  path: string,
  argv: readonly string[],
  { stdin = '', env = p.env }: CaptureOptions = {},
): Blocking<Captured | Errno> {
  const [input, output, errors] = [p.fs.pipe(), p.fs.pipe(), p.fs.pipe()]
  input.write.write(encodeUtf8(stdin))
  input.write.close()
  let failure: Errno | null = null
  const pid = p.procs.spawn(
    function* (child) {
      const status = yield* child.procs.exec(path, argv, env)
      if (!isErrno(status)) return status
      failure = status
      return 127
    },
    {
      argv,
      env,
      fds: new Map([
        [0, input.read],
        [1, output.write],
        [2, errors.write],
      ]),
    },
  )
  for (const file of [input.read, output.write, errors.write]) file.close()
  const stdout = yield* readAll(p, output.read)
  const stderr = yield* readAll(p, errors.read)
  const ended = yield* p.procs.wait(pid)
  if (failure) return failure
  return { status: isErrno(ended) ? 1 : ended.status, stdout, stderr }
}

/** Everything that comes out of a pipe; it is closed then. */
function* readAll(p: Process, file: OpenFile): Blocking<string> {
  let fd = 3
  while (p.io.fds.has(fd)) fd++
  p.io.fds.set(fd, file)
  const text = yield* p.io.text(fd)
  p.io.fds.delete(fd)
  file.close()
  return text
}
