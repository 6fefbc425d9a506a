// What BusyBox's ip works with: iproute2's maps of devices and names, its own words for what is wrong.
// Ref: busybox networking/libiproute/utils.c
import type { Process } from '../../../os/program.ts'
import type { RtnetlinkMessage, RtnetlinkRequest } from '../../../uapi/rtnetlink.ts'
import { LinkMap } from '../../ip/llmap.ts'
import { RtNames } from '../../ip/names.ts'
import { parseAddr, parsePrefix, type InetPrefix } from '../../ip/utils.ts'
import { usageText } from '../applet.ts'

export const USAGE = ` [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION`

/** What an address word that is none comes to. */
const NOTHING: InetPrefix = { family: 0, address: 0, bytelen: 0, bitlen: 0, lengthGiven: false }

export class IpContext {
  readonly p: Process
  readonly links: LinkMap
  readonly names: RtNames
  family = 0
  oneline = false
  /** Exit status of a complaint (xfunc_error_retval). */
  failure = 1
  private readonly words: string[]

  constructor(p: Process, words: readonly string[]) {
    this.p = p
    this.words = [...words]
    this.links = new LinkMap(p.net)
    this.names = new RtNames(p.fs, false)
  }

  // ---- words

  get more(): boolean {
    return this.words.length > 0
  }

  get word(): string {
    return this.words[0] ?? ''
  }

  take(): string {
    return this.words.shift() ?? ''
  }

  /** The value that has to follow a keyword. */
  value(): string {
    if (!this.more) this.die('command line is not complete, try "help"')
    return this.take()
  }

  /** The keyword that a word stands for: itself, or the only one it begins (libbb index_in_substrings()). */
  keyword(word: string, keywords: string): string {
    const all = keywords.split(' ')
    if (all.includes(word)) return word
    const begun = all.filter((one) => one.startsWith(word))
    return begun.length === 1 ? (begun[0] ?? '') : ''
  }

  duplicate(key: string, word: string): never {
    this.die(`either "${key}" is duplicate, or "${word}" is garbage`)
  }

  invalid(word: string, where: string): never {
    this.die(`invalid argument '${word}' to '${where}'`)
  }

  number(word: string, where: string): number {
    const number = /^(?:0[xX][\da-fA-F]+|\d+)$/.test(word) ? Number(word) : NaN
    if (Number.isNaN(number)) this.invalid(word, where)
    return number
  }

  prefix(word: string): InetPrefix {
    const [bare = '', length] = word.split('/')
    const found = parsePrefix(word, this.family)
    if (found) return found
    if (length !== undefined && parseAddr(bare, this.family)) {
      this.die(`an ${this.family === 10 ? 'inet6' : 'inet'} prefix is expected rather than "${bare}"`)
    }
    return NOTHING
  }

  address(word: string): InetPrefix {
    const found = parseAddr(word, this.family)
    if (found) return found
    this.die(`an ${this.family === 10 ? 'inet6' : 'inet'} address is expected rather than "${word}"`)
  }

  /** Index of a device that has to be there. */
  device(name: string): number {
    const index = this.links.index(name)
    if (index === 0) this.die(`can't find device '${name}'`)
    return index
  }

  // ---- output

  out(text: string): void {
    this.p.io.out(text)
  }

  /** What stands between the lines of one record. */
  get newline(): string {
    return this.oneline ? '\\' : '\n'
  }

  complain(message: string): void {
    this.p.io.err(`ip: ${message}\n`)
  }

  die(message: string): never {
    this.complain(message)
    this.exit(this.failure)
  }

  exit(status: number): never {
    return this.p.procs.exit(status)
  }

  usage(): never {
    this.p.io.err(usageText('ip', USAGE))
    this.exit(1)
  }

  /** One request that has to succeed. */
  talk(request: RtnetlinkRequest): readonly RtnetlinkMessage[] {
    const reply = this.p.net.rtnetlink(request)
    if (!reply.error) return reply.messages
    this.complain(`RTNETLINK answers: ${reply.error.errno.text}`)
    this.exit(2)
  }
}
