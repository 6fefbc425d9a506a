// Files and commands that a program writes and reads by name. Ref: mawk files.c
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import { Input, openInput } from '../lib/input.ts'
import type { Stdout } from '../lib/stdout.ts'
import { textOctets, toWord } from './octets.ts'
import { RecordReader } from './reader.ts'

/** Kept back until there is a block of this many octets. */
const BLOCK = 4096
const SHELL = '/bin/sh'

interface Output {
  readonly fd: number
  /** The command at the other end; null: a file. */
  readonly pid: number | null
  kept: string
}

interface Source {
  readonly reader: RecordReader
  readonly pid: number | null
}

export class Streams {
  readonly #p: Process
  readonly #out: Stdout
  readonly #outputs = new Map<string, Output>()
  readonly #sources = new Map<string, Source>()
  /** Why a file could not be written, as mawk says it. */
  error: string | null = null

  constructor(p: Process, out: Stdout) {
    this.#p = p
    this.#out = out
  }

  // ---- writing

  /** `how` is `>`, `>>` or `|`. False when it cannot be opened: see `error`. */
  *write(how: string, name: string, text: string): Blocking<boolean> {
    if (how !== '|' && (name === '/dev/stdout' || name === '-')) {
      this.#out.print(textOctets(text))
      yield* this.#out.room()
      return true
    }
    if (how !== '|' && name === '/dev/stderr') {
      this.#p.io.err(textOctets(text))
      return true
    }
    const output =
      this.#outputs.get(name) ?? (how === '|' ? yield* this.#command(name) : this.#file(how, name))
    if (output === null) return false
    output.kept += text
    if (output.kept.length >= BLOCK) yield* this.#flush(output)
    return true
  }

  #file(how: string, name: string): Output | null {
    const append = how === '>>'
    const file =
      name === ''
        ? ENOENT
        : this.#p.fs.open(toWord(name), { write: true, create: true, append, truncate: !append })
    if (isErrno(file)) {
      this.error = `cannot open "${name}" for output (${file.text})`
      return null
    }
    const output = { fd: this.#add(file), pid: null, kept: '' }
    this.#outputs.set(name, output)
    return output
  }

  *#command(name: string): Blocking<Output> {
    yield* this.flushAll()
    const pipe = this.#p.fs.pipe()
    const pid = this.#spawn(name, new Map([[0, pipe.read]]))
    pipe.read.close()
    const output = { fd: this.#add(pipe.write), pid, kept: '' }
    this.#outputs.set(name, output)
    return output
  }

  #add(file: OpenFile): number {
    let fd = 3
    while (this.#p.io.fds.has(fd)) fd++
    this.#p.io.fds.set(fd, file)
    return fd
  }

  #spawn(command: string, over: ReadonlyMap<number, OpenFile>): number {
    const fds = new Map<number, OpenFile>()
    for (const fd of [0, 1, 2]) {
      const file = over.get(fd) ?? this.#p.io.fds.get(fd)
      if (file) fds.set(fd, file)
    }
    const argv = [SHELL, '-c', toWord(command)]
    return this.#p.procs.spawn(
      function* (child) {
        const status = yield* child.procs.exec(SHELL, argv)
        return isErrno(status) ? 127 : status
      },
      { argv, fds },
    )
  }

  *#flush(output: Output): Blocking<void> {
    if (output.kept === '') return
    this.#p.io.write(output.fd, textOctets(output.kept))
    output.kept = ''
    yield* this.#p.io.drain(output.fd)
  }

  *flushAll(): Blocking<void> {
    this.#out.flush()
    yield* this.#out.room()
    for (const output of this.#outputs.values()) yield* this.#flush(output)
  }

  /** False when nothing of that name is open for writing. */
  *flush(name: string): Blocking<boolean> {
    const output = this.#outputs.get(name)
    if (!output && name !== '/dev/stdout') return false
    if (output) yield* this.#flush(output)
    else this.#out.flush()
    return true
  }

  // ---- reading

  file(name: string): RecordReader | Errno {
    const known = this.#sources.get(name)
    if (known) return known.reader
    const input = openInput(this.#p, name === '/dev/stdin' ? '-' : toWord(name))
    if (isErrno(input)) return input
    const reader = new RecordReader(input)
    this.#sources.set(name, { reader, pid: null })
    return reader
  }

  *from(command: string): Blocking<RecordReader> {
    const known = this.#sources.get(command)
    if (known) return known.reader
    yield* this.flushAll()
    const pipe = this.#p.fs.pipe()
    const pid = this.#spawn(command, new Map([[1, pipe.write]]))
    pipe.write.close()
    const reader = new RecordReader(new Input(this.#p, this.#add(pipe.read), pipe.read))
    this.#sources.set(command, { reader, pid })
    return reader
  }

  // ---- commands, closing

  *system(command: string): Blocking<number> {
    yield* this.flushAll()
    return yield* this.#status(this.#spawn(command, new Map()))
  }

  *#status(pid: number): Blocking<number> {
    const child = yield* this.#p.procs.wait(pid)
    if (isErrno(child)) return -1
    return child.signal === null ? child.status : child.status - 128 + 256
  }

  /** What close() gives: a command's status, 0, or -1 when there is nothing of that name. */
  *close(name: string): Blocking<number> {
    let result = -1
    const output = this.#outputs.get(name)
    if (output) {
      this.#outputs.delete(name)
      yield* this.#flush(output)
      this.#p.io.fds.get(output.fd)?.close()
      this.#p.io.fds.delete(output.fd)
      result = output.pid === null ? 0 : yield* this.#status(output.pid)
    }
    const source = this.#sources.get(name)
    if (source) {
      this.#sources.delete(name)
      source.reader.input.close()
      result = source.pid === null ? 0 : yield* this.#status(source.pid)
    }
    return result
  }

  /** At the end: commands that are written to are waited for. */
  *closeAll(): Blocking<void> {
    for (const name of this.#outputs.keys()) yield* this.close(name)
    for (const { reader } of this.#sources.values()) reader.input.close()
  }
}
