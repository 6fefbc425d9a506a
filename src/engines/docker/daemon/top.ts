// `docker top`: the host's own ps, and of its lines those of the container. Ref: moby daemon/top_unix.go
import { concat } from '../../../wire/octets.ts'
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import type { TopResponse } from '../api/container.ts'
import { systemError, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { processesOf } from './processes.ts'

export function* topContainer(
  d: Daemon,
  container: Container,
  psArgs: string,
): Blocking<TopResponse | ApiError> {
  const args = psArgs.split(/\s+/).filter((word) => word !== '')
  const pids = new Set(processesOf(d, container).map(({ pid }) => pid))
  const text = yield* runPs(d, args)
  if (typeof text !== 'string') return text
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const Titles = head.trim().split(/\s+/)
  const column = Titles.indexOf('PID')
  if (column < 0) return systemError("Couldn't find PID field in ps output")
  const Processes: string[][] = []
  for (const line of lines) {
    const fields = line.trim().split(/\s+/)
    if (!pids.has(Number(fields[column]))) continue
    const last = Titles.length - 1
    Processes.push([...fields.slice(0, last), fields.slice(last).join(' ')])
  }
  d.events.log('container', 'top', container.id, container.attributes, true)
  return { Titles, Processes }
}

function* runPs(d: Daemon, args: readonly string[]): Blocking<string | ApiError> {
  const path = d.p.procs.find('ps')
  if (path === null) return systemError('error running ps: exec: "ps": executable file not found in $PATH')
  const { read, write } = d.p.fs.pipe()
  const argv = ['ps', ...args]
  const nothing = d.p.fs.open('/dev/null', { read: true, write: true })
  if (isErrno(nothing)) return systemError('error running ps')
  const pid = d.p.procs.spawn(
    function* ps(c) {
      const status = yield* c.procs.exec(path, argv)
      return isErrno(status) ? 127 : status
    },
    {
      argv,
      fds: new Map([
        [0, nothing],
        [1, write],
        [2, write],
      ]),
    },
  )
  write.close()
  nothing.close()
  let output: Uint8Array = new Uint8Array(0)
  for (;;) {
    const data = read.read(65536)
    if (isErrno(data)) yield* d.p.clock.wait([read])
    else if (data.length === 0) break
    else output = concat([output, data])
  }
  read.close()
  const ended = yield* d.p.procs.wait(pid)
  const text = decodeUtf8(output)
  if (isErrno(ended) || ended.status === 0) return text
  return systemError(`ps: ${text.trim().split('\n')[0] ?? ''}`)
}
