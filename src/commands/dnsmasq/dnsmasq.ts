// dnsmasq 2.90 as a DNS and DHCP server. Read config.ts for what it is asked, server.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import { DNS_PORT } from '../../wire/dns.ts'
import type { Command } from '../command.ts'
import { daemonize, detach, tellParent } from '../lib/daemon.ts'
import { completeOptions } from '../lib/tool.ts'
import type { Args } from '../lib/options.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { VERSION } from './answer.ts'
import { readConfig, readOptions, type Config } from './config.ts'
import { DhcpServer, openDhcpSocket } from './dhcpserver.ts'
import { Leases } from './leases.ts'
import { openListeners } from './listen.ts'
import { openLog } from './log.ts'
import { OPTIONS, type DnsmasqOption } from './options.ts'
import { Server, type DhcpService } from './server.ts'

const PID_FILE = '/run/dnsmasq.pid'

const rows = Object.values(OPTIONS)

export const dnsmasqCommand: Command = definePlainTool({
  name: 'dnsmasq',
  path: '/usr/sbin/dnsmasq',
  summary: 'a DNS and DHCP server for a small network',
  supports: rows.map(([spelling, help]) => `${spelling}: ${help}`),
  complete: (_, words) => completeOptions(rows, words.at(-1) ?? ''),
  main: dnsmasq,
})

function* dnsmasq(tool: PlainTool): Blocking<number> {
  const { p } = tool
  const args = readOptions(p)
  if ('unsupported' in args) return tool.unsupported(args.unsupported)
  if ('words' in args) return die(p, args.words, args.status)
  if (args.has('version')) {
    tool.out.print(`Dnsmasq version ${VERSION}  Copyright (c) 2000-2024 Simon Kelley\n`)
    return 0
  }
  const config = readConfig(p, args)
  if ('words' in config) return die(p, config.words, config.status)
  if (args.has('test')) {
    p.io.err('dnsmasq: syntax check OK.\n')
    return 0
  }
  if (args.has('noDaemon') || args.has('keepInForeground')) return yield* serve(p, config, args)
  return yield* daemonize(p, (child) => serve(child, config, args), p.argv)
}

function* serve(p: Process, config: Config, args: Args<DnsmasqOption>): Blocking<number> {
  const tell = (status: number): void => {
    if (!args.has('noDaemon') && !args.has('keepInForeground')) tellParent(p, status)
  }
  const listeners = openListeners(p, config)
  if ('words' in listeners) {
    const status = die(p, listeners.words, listeners.status)
    tell(status)
    return status
  }
  const log = openLog(p, args.last('logFacility'), args.has('noDaemon'))
  if (typeof log === 'string') {
    const status = die(p, log, 3)
    tell(status)
    return status
  }
  const dhcp = openDhcp(p, config, args)
  if (typeof dhcp === 'string') {
    const status = die(p, dhcp, dhcp.includes('lease file') ? 3 : 2)
    tell(status)
    return status
  }
  const server = new Server(p, config, listeners, log, args.has('logQueries'), dhcp)
  if (!args.has('noDaemon')) p.fs.writeFile(args.last('pidFile') ?? PID_FILE, `${p.pid}\n`)
  if (!args.has('noDaemon') && !args.has('keepInForeground')) detach(p)
  tell(0)
  return yield* server.run()
}

/** Null where it gives no addresses away. Else why it cannot. */
function openDhcp(p: Process, config: Config, args: Args<DnsmasqOption>): DhcpService | string | null {
  const { dhcp, domain, bindInterfaces, interfaces } = config
  if (!dhcp) return null
  const log = openLog(p, args.last('logFacility'), args.has('noDaemon'), 'dnsmasq-dhcp')
  if (typeof log === 'string') return log
  const [device = null, ...others] = interfaces
  const only = bindInterfaces && others.length === 0 ? device : null
  const socket = openDhcpSocket(p, only)
  if (typeof socket === 'string') return socket
  const leases = new Leases(p, dhcp.leaseFile)
  const problem = leases.load()
  if (problem !== null) return problem
  const names = { domain, ownDns: config.port === DNS_PORT }
  return { server: new DhcpServer(p, dhcp, leases, socket, log, names), leases, log, device: only }
}

function die(p: Process, words: string, status: number): number {
  p.io.err(`\ndnsmasq: ${words}\n`)
  return status
}
