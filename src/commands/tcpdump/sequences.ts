// Where each TCP conversation's numbers began, so that lines count from there. Ref: print-tcp.c:tcp_print()
import { TCP_ACK, TCP_SYN, type Tcp, type TcpBase } from '../../wire/tcp.ts'

const ABSOLUTE: TcpBase = { seq: 0, ack: 0 }

export class Sequences {
  readonly #absolute: boolean
  #starts = new Map<string, TcpBase>()

  constructor(absolute: boolean) {
    this.#absolute = absolute
  }

  /** What was known before a line that may have to be made again. */
  mark(): ReadonlyMap<string, TcpBase> {
    return new Map(this.#starts)
  }

  back(mark: ReadonlyMap<string, TcpBase>): void {
    this.#starts = new Map(mark)
  }

  /** What a segment's numbers count from; a conversation's first acknowledgment is told as it is. */
  base(src: string, dst: string, tcp: Tcp): TcpBase {
    if (this.#absolute || !(tcp.flags & TCP_ACK)) return ABSOLUTE
    const there = `${src}.${tcp.sport}`
    const back = `${dst}.${tcp.dport}`
    const reversed = there > back
    const key = reversed ? `${back} ${there}` : `${there} ${back}`
    const start = this.#starts.get(key)
    if (start && !(tcp.flags & TCP_SYN)) {
      return reversed ? { seq: start.ack, ack: start.seq } : start
    }
    const before = (tcp.ack - 1) >>> 0
    this.#starts.set(key, reversed ? { seq: before, ack: tcp.seq } : { seq: tcp.seq, ack: before })
    return ABSOLUTE
  }
}
