// A pseudo-terminal between two programs: the one at the master's side types and reads what is shown.
// Ref: drivers/tty/pty.c
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EIO } from '../uapi/errno.ts'
import { WaitQueue } from '../sim/wait.ts'
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import { concat } from '../wire/octets.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, Pty } from './program.ts'
import type { Terminal } from './tty.ts'

export function openPty(terminal: Terminal): Pty {
  const slave = terminal.open()
  return {
    master: new PtyMaster(terminal),
    slave,
    resize: (columns, rows) => terminal.resize(columns, rows),
  }
}

class PtyMaster extends OpenFileBase {
  readonly path = '/dev/ptmx'
  #shown: Uint8Array = new Uint8Array(0)
  readonly #changed = new WaitQueue()

  constructor(private readonly terminal: Terminal) {
    super()
    terminal.onOutput((text) => {
      this.#shown = concat([this.#shown, encodeUtf8(text)])
      this.#changed.wake()
    })
    terminal.onLastClose(() => this.#changed.wake())
  }

  /** EIO once nobody has the other side open any more. */
  read(max: number): Uint8Array | Errno {
    if (this.#shown.length === 0) return this.terminal.opened === 0 ? EIO : EAGAIN
    const taken = this.#shown.slice(0, max)
    this.#shown = this.#shown.slice(taken.length)
    return taken
  }

  write(octets: Uint8Array): Errno | null {
    this.terminal.input(decodeUtf8(octets))
    return null
  }

  override subscribe(wake: () => void): () => void {
    return this.#changed.subscribe(wake)
  }

  stat(): FileStat {
    return { kind: 'char', size: 0, mode: 0o666, inode: this.terminal.inode, mtime: 0 }
  }

  protected override release(): void {
    this.terminal.close()
  }
}
