// The master process: opens what is listened on, starts workers, obeys signals. Ref: nginx src/os/unix/ngx_process_cycle.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno, EADDRINUSE } from '../../uapi/errno.ts'
import type { Listen, NginxConfig } from './config.ts'
import { Worker, type Open } from './worker.ts'

const BACKLOG = 511
const BIND_TRIES = 5
const BIND_PAUSE = SECOND / 2

/** Says an error: to the log and to who waits. */
export type Emerg = (words: string) => void

/** Sockets for all that is listened on, those that are open already among them; null when it cannot be. */
export function* openListeners(
  p: Process,
  config: NginxConfig,
  open: readonly Open[],
  emerg: Emerg,
  test: boolean,
): Blocking<readonly Open[] | null> {
  const wanted = new Map<string, Listen>()
  for (const { listens } of config.servers) for (const listen of listens) wanted.set(listen.text, listen)
  const done = new Map(open.map((one) => [one.listen.text, one]))
  for (let n = 0; n < (test ? 1 : BIND_TRIES); n++) {
    let failed = false
    for (const listen of wanted.values()) {
      if (done.has(listen.text)) continue
      const socket = p.net.streamSocket(typeof listen.address === 'number' ? 'inet' : 'inet6')
      socket.options.reuseaddr = true
      socket.options.v6only = true
      const error = socket.bind(listen) ?? socket.listen(BACKLOG)
      if (!error) {
        done.set(listen.text, { listen, socket })
        continue
      }
      socket.close()
      if (test && error === EADDRINUSE) continue
      emerg(`bind() to ${listen.text} failed (${error.number}: ${error.text})`)
      if (error !== EADDRINUSE) return null
      failed = true
    }
    if (!failed) return [...wanted.keys()].flatMap((text) => done.get(text) ?? [])
    yield* p.clock.sleep(BIND_PAUSE)
  }
  emerg('still could not bind()')
  return null
}

export class Master {
  readonly #p: Process
  #config: NginxConfig
  #open: readonly Open[]
  #addresses: ReadonlyMap<string, number | bigint>
  #workers: number[] = []
  #asked: 'stop' | 'quit' | 'reload' | null = null
  readonly #reload: () => Blocking<{
    readonly config: NginxConfig
    readonly addresses: ReadonlyMap<string, number | bigint>
  } | null>
  readonly #emerg: Emerg

  constructor(
    p: Process,
    config: NginxConfig,
    open: readonly Open[],
    addresses: ReadonlyMap<string, number | bigint>,
    reload: () => Blocking<{
      readonly config: NginxConfig
      readonly addresses: ReadonlyMap<string, number | bigint>
    } | null>,
    emerg: Emerg,
  ) {
    this.#p = p
    this.#config = config
    this.#open = open
    this.#addresses = addresses
    this.#reload = reload
    this.#emerg = emerg
  }

  *run(): Blocking<number> {
    const { procs, clock, fs, pid } = this.#p
    for (const signal of ['TERM', 'INT'] as const) procs.onSignal(signal, () => (this.#asked = 'stop'))
    procs.onSignal('QUIT', () => (this.#asked = 'quit'))
    procs.onSignal('HUP', () => (this.#asked = 'reload'))
    procs.onSignal('USR1', () => {})
    procs.onSignal('CHLD', () => this.#reap())
    fs.writeFile(this.#config.pid, `${pid}\n`)
    this.#start()
    for (;;) {
      yield* clock.wait([])
      const asked = this.#asked
      this.#asked = null
      if (asked === 'reload') yield* this.#renew()
      else if (asked !== null) return yield* this.#end()
    }
  }

  #start(): void {
    const [config, open, addresses] = [this.#config, this.#open, this.#addresses]
    for (let n = 0; n < config.workers; n++) {
      this.#workers.push(
        this.#p.procs.spawn((worker) => new Worker(worker, config, open, addresses).run(), {
          argv: ['nginx: worker process'],
        }),
      )
    }
  }

  *#renew(): Blocking<void> {
    const read = yield* this.#reload()
    if (!read) return
    const open = yield* openListeners(this.#p, read.config, this.#open, this.#emerg, false)
    if (!open) return
    const old = this.#workers
    for (const one of this.#open) if (!open.includes(one)) one.socket.close()
    this.#workers = []
    this.#config = read.config
    this.#addresses = read.addresses
    this.#open = open
    this.#start()
    for (const pid of old) this.#p.procs.kill(pid, 'QUIT')
  }

  *#end(): Blocking<number> {
    const { procs, fs } = this.#p
    for (const pid of this.#workers) procs.kill(pid, 'TERM')
    for (const pid of this.#workers) yield* procs.wait(pid)
    for (const { socket } of this.#open) socket.close()
    fs.unlink(this.#config.pid)
    return 0
  }

  #reap(): void {
    for (
      let child = this.#p.procs.poll(null);
      child !== null && !isErrno(child);
      child = this.#p.procs.poll(null)
    ) {
      const { pid } = child
      this.#workers = this.#workers.filter((one) => one !== pid)
    }
  }
}
