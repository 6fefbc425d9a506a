// What every part of the iptables programs has to hand: who is running, for which family, and how it ends in an error
// (Ref: include/xtables.h, libxtables/xtables.c).
import type { Process } from '../../os/program.ts'
import type { NftFamily } from '../../uapi/netfilter.ts'
import { Stdout } from '../lib/stdout.ts'
import { NameTables } from './names.ts'

export const VERSION = '1.8.9'

export const OTHER_PROBLEM = 1
export const PARAMETER_PROBLEM = 2
export const VERSION_PROBLEM = 3
export const RESOURCE_PROBLEM = 4

export class Xtables {
  readonly p: Process
  readonly family: NftFamily
  /** `iptables`, `ip6tables-restore`, …: what its complaints begin with. */
  readonly program: string
  readonly out: Stdout
  readonly names: NameTables
  /** Of the file that iptables-restore reads; null when a command line is read. */
  line: number | null = null

  constructor(p: Process, family: NftFamily, program: string) {
    this.p = p
    this.family = family
    this.program = program
    this.out = new Stdout(p)
    this.names = new NameTables(p)
  }

  get ipv6(): boolean {
    return this.family === 'ip6'
  }

  warn(message: string): void {
    this.p.io.err(message)
  }

  /** Ends the process. Ref: xtables_exit_error() */
  fail(status: number, message: string): never {
    this.warn(`${this.program} v${VERSION} (nf_tables): ${message}\n`)
    if (status === PARAMETER_PROBLEM) this.tryHelp(status)
    if (status === VERSION_PROBLEM) {
      this.warn(`Perhaps ${this.program} or your kernel needs to be upgraded.\n`)
    }
    return this.exit(status)
  }

  problem(message: string): never {
    return this.fail(PARAMETER_PROBLEM, message)
  }

  /** Real iptables has it, vethlab has not. */
  unsupported(what: string): never {
    this.warn(`${this.program}: ${what} is not supported in vethlab\n`)
    return this.exit(OTHER_PROBLEM)
  }

  /** Ref: exit_tryhelp() */
  tryHelp(status: number): never {
    if (this.line !== null) this.warn(`Error occurred at line: ${this.line}\n`)
    const { program } = this
    this.warn(`Try \`${program} -h' or '${program} --help' for more information.\n`)
    return this.exit(status)
  }

  exit(status: number): never {
    this.out.flush()
    return this.p.procs.exit(status)
  }
}
