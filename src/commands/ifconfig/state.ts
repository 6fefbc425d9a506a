// One run of ifconfig: the device it is about, what went wrong so far, and the words that are left.
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import { resolveInet } from '../lib/nettools/inet.ts'
import type { PlainTool } from '../lib/plainTool.ts'
import { changeFlags, getFlags } from './ioctl.ts'
import { FAMILIES, HARDWARE_TYPES, USAGE_FAMILIES, USAGE_FORMS } from './usage.ts'

/** Status to exit with at once. */
export interface Stop {
  readonly status: number
}

/** What a C function's −1 makes of the exit status. */
const FAILED = 255

export class Run {
  readonly tool: PlainTool
  readonly p: Process
  readonly name: string
  readonly verbose: boolean
  readonly words: string[]
  /** Address family of a plain address: inet or inet6. */
  family = 'inet'
  /** Set at the end: that of an address with a prefix length. */
  mask: Inet | null = null
  maskGiven = false
  status = 0

  constructor(tool: PlainTool, name: string, words: readonly string[], verbose: boolean) {
    this.tool = tool
    this.p = tool.p
    this.name = name
    this.words = [...words]
    this.verbose = verbose
  }

  err(line: string): void {
    this.p.io.err(`${line}\n`)
  }

  /** An ioctl that failed: said, and remembered in the exit status. */
  check(what: string, error: Errno | null): void {
    if (error === null) return
    this.err(`${what}: ${error.text}`)
    this.status |= 1
  }

  /** The address of a name; null when there is none, which was said. */
  resolve(name: string): Inet | null {
    const found = resolveInet(this.p, name, false)
    if (found !== null) return found.address
    this.err(`${name}: ${lookupError(name)}`)
    this.status |= 1
    return null
  }

  setFlag(name: string, bits: number): boolean {
    return this.#flags(name, bits, bits)
  }

  clearFlag(name: string, bits: number): boolean {
    return this.#flags(name, bits, 0)
  }

  #flags(name: string, bits: number, flags: number): boolean {
    const now = getFlags(this.p, name)
    if (isErrno(now)) this.err(`${name}: ERROR while getting interface flags: ${now.text}`)
    const error = isErrno(now) ? now : changeFlags(this.p, name, bits, flags)
    if (error !== null && !isErrno(now)) this.err(`SIOCSIFFLAGS: ${error.text}`)
    if (error !== null) this.status |= FAILED
    return error === null
  }

  /** What could not be cleared is worth a word. */
  warnIfStill(bits: number, warning: string): void {
    const now = getFlags(this.p, this.name)
    if (isErrno(now)) this.err(`${this.name}: ERROR while testing interface flags: ${now.text}`)
    else if (now & bits) this.err(`Warning: Interface ${this.name} still in ${warning}`)
  }
}

/** What h_errno says: digits and dots are never looked up. */
export function lookupError(name: string): string {
  return /^[0-9./]+$/.test(name) ? 'Unknown host' : 'Host name lookup failure'
}

/** On standard output when it was asked for. */
export function usage(tool: PlainTool, status: 0 | 3): Stop {
  const print = (text: string): void => {
    if (status === 0) tool.out.print(text)
    else tool.p.io.err(text)
  }
  print(USAGE_FORMS)
  tool.p.io.err(HARDWARE_TYPES)
  print(USAGE_FAMILIES)
  tool.p.io.err(FAMILIES)
  return { status }
}
