// What tar does, in whichever words: GNU's or BusyBox's.
import type { Blocking, Process } from '../../os/program.ts'
import { EEXIST, isErrno, type Errno } from '../../uapi/errno.ts'
import { calendarTime } from './calendar.ts'
import { openInput } from './input.ts'
import { permissionText } from './mode.ts'
import { decodeArchive, encodeEntry, endArchive, type ArchiveEntry } from './ustar.ts'

export interface TarRequest {
  readonly verb: 'c' | 'x' | 't'
  /** `-`: standard input or output. */
  readonly file: string
  readonly folder: string | null
  readonly verbose: boolean
  readonly toStdout: boolean
  /** Times of what is extracted are not those of the archive. */
  readonly newTimes: boolean
  readonly operands: readonly string[]
}

export interface TarWords {
  readonly leadingSlash: string
  readonly empty: string
  readonly notArchive: readonly string[]
  /** Said last when something failed; null when nothing is. */
  readonly delayed: (verb: TarRequest['verb']) => string | null
  readonly status: number
  /** How many blocks a record of the archive has. */
  readonly blocks: number
  /** With seconds in the list. */
  readonly seconds: boolean
  readonly missing: (name: string, why: string) => string
  readonly unopened: (file: string, why: string) => readonly string[]
  readonly noFolder: (folder: string, why: string) => readonly string[]
  readonly notFound: (name: string) => string
  readonly isArchive: (name: string) => string
}

export function* runTar(p: Process, request: TarRequest, words: TarWords): Blocking<number> {
  const tar = new Tar(p, request, words)
  return yield* request.verb === 'c' ? tar.create() : tar.read()
}

class Tar {
  readonly #p: Process
  readonly #request: TarRequest
  readonly #words: TarWords
  #failed = false
  #slashTold = false

  constructor(p: Process, request: TarRequest, words: TarWords) {
    this.#p = p
    this.#request = request
    this.#words = words
  }

  *create(): Blocking<number> {
    const { p, file, operands } = { p: this.#p, ...this.#request }
    if (operands.length === 0) return this.#giveUp([this.#words.empty])
    // The archive's name is meant where tar was called, those of files where it goes to.
    const archive = file === '-' ? null : p.fs.realpath(file)
    if (archive !== null) {
      const error = p.fs.writeFile(file, '')
      if (error) return this.#giveUp(this.#words.unopened(file, error.text))
    }
    const wrong = this.#enter()
    if (wrong) return this.#giveUp(wrong)
    const parts: Uint8Array[] = []
    for (const name of operands) this.#add(parts, name, archive)
    const octets = endArchive(parts, this.#words.blocks)
    if (archive === null) {
      p.io.out(octets)
      yield* p.io.drain(1)
    } else p.fs.writeFile(archive, octets)
    return this.#end()
  }

  /** A file, and of a directory all that is in it. */
  #add(parts: Uint8Array[], path: string, archive: string | null): void {
    const { fs } = this.#p
    const stat = fs.lstat(path)
    if (isErrno(stat)) return this.#fail(this.#words.missing(path, stat.text))
    if (archive !== null && fs.realpath(path) === archive) {
      return this.#say(this.#words.isArchive(path))
    }
    if (stat.kind !== 'file' && stat.kind !== 'dir' && stat.kind !== 'link') return
    const bare = path.replace(/\/+$/, '')
    const name = this.#stripped(stat.kind === 'dir' ? `${bare}/` : path)
    const data = stat.kind === 'file' ? fs.readFile(path) : new Uint8Array(0)
    if (isErrno(data)) return this.#fail(this.#words.missing(path, data.text))
    const target = stat.kind === 'link' ? fs.readlink(path) : ''
    const mtime = Math.floor(stat.mtime / 1e9) + this.#birthday()
    const { kind, mode } = stat
    if (name !== '') {
      parts.push(encodeEntry({ name, kind, mode, mtime, target: isErrno(target) ? '' : target, data }))
    }
    // What is printed must not be mixed with the archive.
    if (this.#request.verbose) this.#tell(stat.kind === 'dir' ? `${bare}/` : path, this.#request.file === '-')
    if (stat.kind !== 'dir') return
    const names = fs.readdir(path)
    if (isErrno(names)) return this.#fail(this.#words.missing(path, names.text))
    for (const one of names) this.#add(parts, `${bare}/${one}`, archive)
  }

  *read(): Blocking<number> {
    const { file, operands, verb } = this.#request
    const input = openInput(this.#p, file)
    if (isErrno(input)) return this.#giveUp(this.#words.unopened(file, input.text))
    const chunks: number[] = []
    for (;;) {
      const chunk = yield* input.chunk()
      if (chunk.length === 0) break
      for (const octet of chunk) chunks.push(octet)
    }
    input.close()
    const wrong = this.#enter()
    if (wrong) return this.#giveUp(wrong)
    const entries = decodeArchive(Uint8Array.from(chunks))
    if (!entries) return this.#giveUp(this.#words.notArchive)
    const found = new Set<string>()
    for (const entry of entries) {
      const asked = operands.find((name) => `${entry.name}/`.startsWith(`${name.replace(/\/+$/, '')}/`))
      if (operands.length > 0 && asked === undefined) continue
      found.add(asked ?? '')
      if (verb === 't') this.#list(entry)
      else this.#extract(entry)
    }
    for (const name of operands) if (!found.has(name)) this.#fail(this.#words.notFound(name))
    yield* this.#p.io.drain(1)
    return this.#end()
  }

  #list(entry: ArchiveEntry): void {
    if (!this.#request.verbose) return this.#tell(entry.name, false)
    const letter = { file: '-', dir: 'd', link: 'l' }[entry.kind]
    const when = dateText(entry.mtime, this.#words.seconds)
    const size = String(entry.kind === 'file' ? entry.data.length : 0).padStart(9)
    const to = entry.kind === 'link' ? ` -> ${entry.target}` : ''
    this.#tell(`${letter}${permissionText(entry.mode)} root/root ${size} ${when} ${entry.name}${to}`, false)
  }

  #extract(entry: ArchiveEntry): void {
    const { fs } = this.#p
    const { verbose, toStdout, newTimes } = this.#request
    if (verbose) this.#tell(entry.name, toStdout)
    if (toStdout) return void (entry.kind === 'file' && this.#p.io.out(entry.data))
    const path = this.#stripped(entry.name).replace(/\/+$/, '')
    if (path === '') return
    this.#makeParents(path)
    const error = this.#place(entry, path)
    if (error) return this.#fail(this.#words.missing(path, error.text))
    if (entry.kind === 'link') return
    fs.chmod(path, entry.mode)
    if (!newTimes) fs.touch(path, (entry.mtime - this.#birthday()) * 1e9)
  }

  #place({ kind, mode, target, data }: ArchiveEntry, path: string): Errno | null {
    const { fs } = this.#p
    if (kind === 'dir') {
      const error = fs.mkdir(path, mode)
      return error === EEXIST ? null : error
    }
    const old = fs.lstat(path)
    if (!isErrno(old) && old.kind !== 'dir') fs.unlink(path)
    return kind === 'link' ? fs.symlink(target, path) : fs.writeFile(path, data)
  }

  #makeParents(path: string): void {
    const parts = path.split('/').slice(0, -1)
    for (let i = 1; i <= parts.length; i++) this.#p.fs.mkdir(parts.slice(0, i).join('/'))
  }

  #stripped(name: string): string {
    if (!name.startsWith('/')) return name
    if (!this.#slashTold) this.#say(this.#words.leadingSlash)
    this.#slashTold = true
    return name.replace(/^\/+/, '')
  }

  /** Seconds since 1970 at which the clock of files began. */
  #birthday(): number {
    return Math.floor(this.#p.clock.epoch() - this.#p.clock.now() / 1e9)
  }

  #enter(): readonly string[] | null {
    const { folder } = this.#request
    const error = folder === null ? null : this.#p.fs.chdir(folder)
    return folder !== null && error ? this.#words.noFolder(folder, error.text) : null
  }

  #tell(text: string, toErrors: boolean): void {
    if (toErrors) this.#p.io.err(`${text}\n`)
    else this.#p.io.out(`${text}\n`)
  }

  #say(text: string): void {
    this.#p.io.err(`tar: ${text}\n`)
  }

  #fail(text: string): void {
    this.#failed = true
    this.#say(text)
  }

  #giveUp(lines: readonly string[]): number {
    for (const line of lines) this.#say(line)
    return this.#words.status
  }

  #end(): number {
    if (!this.#failed) return 0
    const last = this.#words.delayed(this.#request.verb)
    if (last !== null) this.#say(last)
    return this.#words.status
  }
}

/** `2026-01-31 12:00` */
function dateText(epoch: number, seconds: boolean): string {
  const { year, month, day, hour, minute, second } = calendarTime(epoch)
  const two = (value: number): string => String(value).padStart(2, '0')
  const time = [hour, minute, ...(seconds ? [second] : [])].map(two).join(':')
  return `${year}-${two(month)}-${two(day)} ${time}`
}
