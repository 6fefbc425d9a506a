// Where packets go: lines on standard output, records in a file.
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import type { Stdout } from '../lib/stdout.ts'
import { asciiText, hexAndText } from './hexdump.ts'
import type { TcpdumpSettings } from './options.ts'
import type { Packet } from './packet.ts'
import { linkHeaderLength, pcapFileHeader, pcapRecord } from './pcap.ts'
import { formatPacket } from './printlink.ts'
import type { Style } from './style.ts'
import type { Timestamps } from './timestamp.ts'

/** stdio's buffer of a file. */
const BUFFER = 4096

export class Lines {
  #count = 0

  constructor(
    private readonly out: Stdout,
    private readonly set: TcpdumpSettings,
    private readonly style: Style,
    private readonly times: Timestamps,
    private readonly how: {
      readonly numbered: boolean
      readonly ascii: boolean
      readonly lineBuffered: boolean
    },
    private readonly device: (ifindex: number) => string,
  ) {}

  *print(packet: Packet): Blocking<void> {
    const { style } = this
    this.#count++
    const head = `${this.how.numbered ? `${String(this.#count).padStart(5)}  ` : ''}${this.times.text(packet)}`
    // Names that must be asked for are known the second time; conversations are remembered from the first.
    const mark = style.sequences.mark()
    let text = formatPacket(style, packet, this.device)
    while (yield* style.names.resolve()) {
      style.sequences.back(mark)
      text = formatPacket(style, packet, this.device)
    }
    this.out.print(`${head}${text}${this.#dump(packet)}\n`)
    if (this.how.lineBuffered) this.out.flush()
    yield* this.out.room()
  }

  #dump(packet: Packet): string {
    const { hex, hexText } = this.set
    const whole = hex > 1 || hexText > 1
    const bytes = whole ? packet.bytes : packet.bytes.subarray(linkHeaderLength(packet))
    if (this.how.ascii) return asciiText(bytes)
    if (hexText > 0) return hexAndText(bytes, true)
    return hex > 0 ? hexAndText(bytes, false) : ''
  }
}

/** A capture file, or standard output as one. */
export class Savefile {
  #parts: Uint8Array[] = []
  #size = 0

  constructor(
    private readonly file: OpenFile | null,
    private readonly out: Stdout,
    private readonly eachAtOnce: boolean,
    link: number,
    snaplen: number,
  ) {
    this.#put(pcapFileHeader(link, snaplen))
    if (eachAtOnce) this.flush()
  }

  write(packet: Packet): void {
    this.#put(pcapRecord(packet))
    if (this.eachAtOnce) this.flush()
  }

  #put(bytes: Uint8Array): void {
    if (!this.file) return this.out.print(bytes)
    this.#parts.push(bytes)
    this.#size += bytes.length
    if (this.#size >= BUFFER) this.flush()
  }

  flush(): void {
    if (!this.file) return this.out.flush()
    for (const part of this.#parts.splice(0)) this.file.write(part)
    this.#size = 0
  }

  close(): void {
    this.flush()
    this.file?.close()
  }
}

/** Null: standard output. */
export function openSavefile(p: Process, path: string): OpenFile | null | { readonly text: string } {
  if (path === '-') return null
  return p.fs.open(path, { write: true, create: true, truncate: true })
}
