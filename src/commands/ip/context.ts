// What every object of `ip` and `bridge` works with.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../wire/inet6.ts'
import { LinkMap } from './llmap.ts'
import { RtNames } from './names.ts'
import { Printer } from './print.ts'
import { parseAddr } from './utils.ts'

/** Options before the object; counted where iproute2 counts them. */
export interface IpOptions {
  /** AF_* of -4, -6, -0 and -f; AF_UNSPEC without. */
  family: number
  stats: number
  details: number
  human: boolean
  iec: boolean
  oneline: boolean
  brief: boolean
  json: boolean
  pretty: boolean
  numeric: boolean
  resolve: boolean
  /** `bridge -compressvlans`. */
  compressVlans: boolean
  all: boolean
  force: boolean
  /** -l: rounds of a flush; 0 is no limit. */
  loops: number
  color: 'never' | 'auto' | 'always'
  batch: string | null
  /** Texts of the helps; null in a command that nobody asks for help. */
  usages: Readonly<Record<UsageName, string>> | null
  /** Of `ip monitor`. */
  timestamp: 'none' | 'long' | 'short'
}

/** Objects whose help a command's own words ask for. */
export type UsageName = 'address' | 'link' | 'route' | 'veth'

export function defaultOptions(): IpOptions {
  return {
    usages: null,
    family: 0,
    stats: 0,
    details: 0,
    human: false,
    iec: false,
    oneline: false,
    brief: false,
    json: false,
    pretty: false,
    numeric: false,
    resolve: false,
    compressVlans: false,
    all: false,
    force: false,
    loops: 10,
    color: 'never',
    batch: null,
    timestamp: 'none',
  }
}

export class IpContext {
  readonly program: 'ip' | 'bridge'
  readonly p: Process
  readonly options: IpOptions
  readonly out: Printer
  readonly names: RtNames
  readonly links: LinkMap
  /** The family of the command at hand: the option's, until an object narrows it. */
  family: number
  /** Names under /run/netns by the id that the caller's namespace gave them; null until asked for. */
  nsidNames: Map<number, string> | null = null
  private hosts: Map<string, string> | null = null

  constructor(program: 'ip' | 'bridge', p: Process, options: IpOptions) {
    this.program = program
    this.p = p
    this.options = options
    this.family = options.family
    this.names = new RtNames(p.fs, options.numeric)
    this.links = new LinkMap(p.net)
    const wanted = options.color === 'always' || (options.color === 'auto' && p.io.isatty(1))
    const color = wanted && !options.json
    const { json, pretty, oneline } = options
    this.out = new Printer(p.io, {
      json,
      pretty,
      oneline,
      color,
      dark: color && isDark(p.env.get('COLORFGBG')),
    })
  }

  /** Words on descriptor 2, after what was printed before them. */
  err(text: string): void {
    this.out.flush()
    this.p.io.err(text)
  }

  /** Ends the program at once: what exit(3) does in the middle of a command. */
  exit(status: number): never {
    this.out.finish()
    return this.p.procs.exit(status)
  }

  /** Something that Linux has and vethlab has not. */
  unsupported(what: string): never {
    this.err(`${this.program}: ${what} is not supported in vethlab\n`)
    this.exit(1)
  }

  usage(text: string): never {
    this.err(text)
    this.exit(255)
  }

  usageOf(name: UsageName): string {
    return this.options.usages?.[name] ?? ''
  }

  /** An address as text; under -r by the name that /etc/hosts gives it. */
  host(address: Inet | Inet6): string {
    const text = formatAddress(address)
    if (!this.options.resolve) return text
    this.hosts ??= readHosts(this.p)
    return this.hosts.get(text) ?? text
  }
}

/** The last of COLORFGBG's numbers is the background: 0…6 and 8 are dark. */
function isDark(colors: string | undefined): boolean {
  return colors !== undefined && /;[0-68]$/.test(colors)
}

function readHosts(p: Process): Map<string, string> {
  const hosts = new Map<string, string>()
  const text = p.fs.readText('/etc/hosts')
  for (const line of isErrno(text) ? [] : text.split('\n')) {
    const [address = '', name] = line.replace(/#.*/, '').trim().split(/\s+/)
    const parsed = parseAddr(address, 0)
    if (!parsed || name === undefined || parsed.bytelen === 0) continue
    const key = formatAddress(parsed.address)
    if (!hosts.has(key)) hosts.set(key, name)
  }
  return hosts
}
