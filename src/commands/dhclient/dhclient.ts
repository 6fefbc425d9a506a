// dhclient of ISC DHCP 4.4.3 as Debian has it. Read settings.ts for what it is asked, client.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import { IFF_BROADCAST, IFF_UP } from '../../uapi/if.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import type { Command } from '../command.ts'
import { detach } from '../lib/daemon.ts'
import { completeDevices } from '../lib/dhcp/complete.ts'
import { findLink } from '../lib/dhcp/link.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { completeOptions } from '../lib/tool.ts'
import { Client } from './client.ts'
import { linkUp } from './configure.ts'
import { readLease, type KeptLease } from './leasefile.ts'
import { BANNER, GOODBYE, OPTIONS, readSettings, USAGE, type DhclientSettings } from './settings.ts'

const rows = Object.values(OPTIONS)

export const dhclientCommand: Command = definePlainTool({
  name: 'dhclient',
  path: '/usr/sbin/dhclient',
  summary: 'get an address by DHCP (ISC)',
  supports: rows.map(([spelling, help]) => `${spelling}: ${help}`),
  complete: (p, words) => {
    const typed = words.at(-1) ?? ''
    return typed.startsWith('-') ? completeOptions(rows, typed) : completeDevices(p)
  },
  main: dhclient,
})

function* dhclient(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  const set = readSettings(words)
  if (set === 'version') {
    p.io.err('isc-dhclient-4.4.3-P1\n')
    return 0
  }
  if ('unsupported' in set) return tool.unsupported(set.unsupported)
  if ('unknown' in set) {
    p.io.err(`${BANNER.trimEnd()}\nUnknown command: ${set.unknown}\n${USAGE}${GOODBYE}`)
    return 1
  }
  const killed = killOld(p, set)
  if (set.verbose) p.io.err(`${killed ? 'Killed old client process\n' : ''}${BANNER}`)
  const link = chooseLink(p, set)
  if (typeof link === 'number') return link
  const client = new Client(p, set, link, null)
  announce(client, link)
  if (set.exit) {
    client.askAgain()
    return 0
  }
  if (set.release) {
    const kept = readLease(p, set.leaseFile, link.ifname)
    if (kept) yield* client.release(kept.lease)
    return 0
  }
  return yield* run(p, set, link, client)
}

/** The client that runs already, by its pid file. */
function killOld(p: Process, { release, exit, pidFile }: DhclientSettings): boolean {
  if (!release && !exit) return false
  const text = p.fs.readText(pidFile)
  if (isErrno(text)) return false
  p.fs.unlink(pidFile)
  return p.procs.kill(Number(text), 'TERM') === null
}

/** Or the status to end with. */
function chooseLink(p: Process, set: DhclientSettings): LinkMessage | number {
  const [name, ...others] = set.devices
  if (others.length > 0) {
    p.io.err('dhclient: more than one interface is not supported in vethlab\n')
    return 1
  }
  if (name !== undefined) {
    const link = findLink(p, name)
    if (link) {
      if (!set.release) linkUp(p, link)
      return link
    }
    if (!set.release) p.io.err(`Cannot find device "${name}"\n`)
    p.io.err(`Failed to get interface index: No such device\n${GOODBYE}`)
    return 1
  }
  const all = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  const able = all.flatMap((m) =>
    m.type === 'RTM_NEWLINK' && m.flags & IFF_BROADCAST && (set.release || m.flags & IFF_UP) ? [m] : [],
  )
  const [first, ...more] = able
  if (more.length > 0) {
    p.io.err('dhclient: more than one interface is not supported in vethlab\n')
    return 1
  }
  if (first) return first
  if (set.verbose) p.io.err('No broadcast interfaces found - exiting.\n')
  return 0
}

function announce(client: Client, { ifname, address }: LinkMessage): void {
  const where = `LPF/${ifname}/${formatMac(address)}`
  client.say(`Listening on ${where}`)
  client.say(`Sending on   ${where}`)
  client.say('Sending on   Socket/fallback')
}

function* run(p: Process, set: DhclientSettings, link: LinkMessage, client: Client): Blocking<number> {
  if (set.noWait) return background(p, set, link, null)
  if (set.foreground) p.fs.writeFile(set.pidFile, `${p.pid}\n`)
  const obtained = yield* client.obtain()
  if (!obtained) {
    client.say('No DHCPOFFERS received.')
    if (set.once) {
      client.say('Unable to obtain a lease on first try.  Exiting.')
      return 2
    }
    client.say('No working leases in persistent database - sleeping.')
  }
  return set.foreground ? yield* client.keep() : background(p, set, link, client.kept)
}

/** A child goes on; what was started from the shell is over. */
function background(p: Process, set: DhclientSettings, link: LinkMessage, kept: KeptLease | null): number {
  const pid = p.procs.spawn(
    function* (child) {
      detach(child)
      return yield* new Client(child, set, link, kept).keep()
    },
    { argv: p.argv, pgid: 'own' },
  )
  p.fs.writeFile(set.pidFile, `${pid}\n`)
  return 0
}
