// What socat says, and how loud. Ref: socat error.c
import type { OpenFile, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { SocketAddress } from '../../uapi/socket.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { formatInet } from '../../wire/inet.ts'
import { strftime } from '../lib/calendar.ts'

/** Error, warning, notice, information. */
export type Level = 'E' | 'W' | 'N' | 'I'

const LEVELS = 'EWNI'

export class Log {
  readonly #p: Process
  readonly #verbosity: number
  readonly #file: OpenFile | null
  readonly #name: string

  /** `verbosity`: how often -d was given. */
  constructor(p: Process, verbosity: number, file: OpenFile | null, name: string) {
    this.#p = p
    this.#verbosity = verbosity
    this.#file = file
    this.#name = name
  }

  /** The same, of a child. */
  of(p: Process): Log {
    return new Log(p, this.#verbosity, this.#file, this.#name)
  }

  write(level: Level, words: string): void {
    if (LEVELS.indexOf(level) > this.#verbosity) return
    const time = strftime('%Y/%m/%d %H:%M:%S', this.#p.clock.epoch())
    const line = `${time} ${this.#name}[${this.#p.pid}] ${level} ${words}\n`
    if (this.#file) this.#file.write(encodeUtf8(line))
    else this.#p.io.err(line)
  }

  /** Gives the status to end with. */
  fail(words: string): 1 {
    this.write('E', words)
    this.write('N', 'exit(1)')
    return 1
  }
}

export function openLogFile(p: Process, path: string): OpenFile | string {
  const file = p.fs.open(path, { write: true, append: true, create: true })
  return isErrno(file) ? `cannot open log file "${path}": ${file.text}` : file
}

/** `AF=2 127.0.0.1:80`, `AF=10 [0000:…:0001]:80` */
export function sockaddrText({ address, port }: SocketAddress): string {
  if (typeof address === 'number') return `AF=2 ${formatInet(address)}:${port}`
  const hex = address.toString(16).padStart(32, '0')
  return `AF=10 [${(hex.match(/.{4}/g) ?? []).join(':')}]:${port}`
}

/** Octets of struct sockaddr_in and sockaddr_in6. */
export function sockaddrLength({ address }: SocketAddress): number {
  return typeof address === 'number' ? 16 : 28
}
