// The json-file log of a container. Ref: moby daemon/logger/jsonfilelog
import { concat } from '../../../wire/octets.ts'
import type { OpenFile, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import type { ContainerConfig, HostConfig } from '../api/container.ts'
import { rfc3339Nano } from './time.ts'

export interface LogEntry {
  readonly log: string
  readonly stream: 'stdout' | 'stderr'
  /** What `docker logs --details` shows. */
  readonly attrs?: Readonly<Record<string, string>>
  readonly time: string
}

/** A line longer than this is cut (16 KiB). */
const LONGEST = 16384

export class JsonFileLog {
  readonly changed = new WaitQueue()
  readonly #partial = { stdout: new Uint8Array(0) as Uint8Array, stderr: new Uint8Array(0) as Uint8Array }
  #file: OpenFile | null = null

  constructor(
    private readonly p: Process,
    readonly path: string,
    /** Of each entry. */
    private readonly attrs: Readonly<Record<string, string>>,
    /** `none`: nothing is kept. */
    private readonly driver: string,
  ) {}

  /** Whether it can be read again. */
  get readable(): boolean {
    return this.driver !== 'none'
  }

  /** Output as it comes; whole lines are written. */
  write(stream: 'stdout' | 'stderr', data: Uint8Array): void {
    let rest = concat([this.#partial[stream], data])
    for (;;) {
      const newline = rest.indexOf(10)
      const cut = newline >= 0 && newline < LONGEST ? newline + 1 : rest.length >= LONGEST ? LONGEST : 0
      if (cut === 0) break
      this.#append(stream, rest.subarray(0, cut))
      rest = rest.subarray(cut)
    }
    this.#partial[stream] = rest.slice()
  }

  /** The process has ended: what it began to write is written. */
  flush(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#partial[stream].length > 0) this.#append(stream, this.#partial[stream])
      this.#partial[stream] = new Uint8Array(0)
    }
    this.#file?.close()
    this.#file = null
    this.changed.wake()
  }

  entries(): LogEntry[] {
    const text = this.p.fs.readText(this.path)
    if (isErrno(text)) return []
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogEntry]))
  }

  #append(stream: 'stdout' | 'stderr', data: Uint8Array): void {
    if (!this.readable) return
    if (!this.#file) {
      const file = this.p.fs.open(this.path, { write: true, append: true, create: true })
      if (isErrno(file)) return
      this.#file = file
    }
    const entry: LogEntry = {
      log: decodeUtf8(data),
      stream,
      ...(Object.keys(this.attrs).length > 0 ? { attrs: this.attrs } : {}),
      time: rfc3339Nano(this.p.clock.now()),
    }
    this.#file.write(encodeUtf8(`${JSON.stringify(entry)}\n`))
    this.changed.wake()
  }
}

/** What the log options `labels` and `env` name, sorted. Ref: moby daemon/logger/loginfo.go:ExtraAttributes() */
export function logAttributes(
  { Config }: HostConfig['LogConfig'],
  { Labels, Env }: Pick<ContainerConfig, 'Labels' | 'Env'>,
): Readonly<Record<string, string>> {
  const variables = (Env ?? []).map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  })
  const chosen = [
    ...named(Object.entries(Labels ?? {}), Config['labels'], Config['labels-regex']),
    ...named(variables, Config['env'], Config['env-regex']),
  ]
  return Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function named(
  pairs: readonly [string, string][],
  names: string | undefined,
  pattern: string | undefined,
): [string, string][] {
  const listed = new Set((names ?? '').split(','))
  const expression = pattern === undefined || pattern === '' ? null : new RegExp(pattern)
  return pairs.filter(([name]) => listed.has(name) || expression?.test(name))
}
