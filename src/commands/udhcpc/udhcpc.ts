// udhcpc of BusyBox 1.35 as Debian has it. Ref: networking/udhcp/dhcpc.c
import type { Blocking } from '../../os/program.ts'
import { parseInet } from '../../wire/inet.ts'
import type { Command } from '../command.ts'
import { completeDevices } from '../lib/dhcp/complete.ts'
import { findLink } from '../lib/dhcp/link.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Client, type ClientSettings } from './client.ts'
import { DEFAULT_SCRIPT } from './script.ts'
import { OPTIONS, REFUSED, USAGE, type UdhcpcOption } from './usage.ts'

const VENDOR = 'udhcp 1.35.0'

export const udhcpcCommand: Command = defineTool<UdhcpcOption>({
  name: 'udhcpc',
  path: '/usr/sbin/udhcpc',
  summary: 'get an address by DHCP (BusyBox)',
  usage: ['[options]'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['udhcpc -i DEV -n -q'],
  hint: USAGE,
  ownHelp: true,
  completeWord: completeDevices,
  main: udhcpc,
})

function* udhcpc(tool: Tool, args: Args<UdhcpcOption>): Blocking<number> {
  const { p } = tool
  const set = readSettings(args)
  if (typeof set === 'string') {
    tool.complain(set)
    return 1
  }
  const link = findLink(p, set.ifname)
  if (!link) {
    tool.complain('SIOCGIFINDEX: No such device')
    return 1
  }
  tool.complain('started, v1.35.0')
  const pidFile = args.last('p')
  if (pidFile !== null) p.fs.writeFile(pidFile, `${p.pid}\n`)
  return yield* new Client(p, set, link, null).run()
}

/** Or what is wrong. */
function readSettings(args: Args<UdhcpcOption>): ClientSettings | string {
  const numbers = { t: 3, T: 3, A: 20 }
  for (const id of ['t', 'T', 'A'] as const) {
    const text = args.last(id)
    if (text === null) continue
    if (!/^\d+$/.test(text)) return `invalid number '${text}'`
    numbers[id] = Number(text)
  }
  const wanted = args.last('r')
  const address = wanted === null ? null : parseInet(wanted)
  if (wanted !== null && address === null) return `bad address '${wanted}'`
  let hostname: string | null = null
  for (const text of args.all('x')) {
    const [, name] = /^(?:hostname|0x0c|12):(.+)$/.exec(text) ?? []
    if (name === undefined) return `-x ${text} is not supported in vethlab`
    hostname = name.replace(/^"(.*)"$/, '$1')
  }
  const asked = args.all('O').map(Number)
  if (asked.some((code) => !(code > 0 && code < 255))) return '-O by name is not supported in vethlab'
  const script = args.last('s')
  return {
    ifname: args.last('i') ?? 'eth0',
    script: script === null || script === DEFAULT_SCRIPT ? null : script,
    tries: Math.max(numbers.t, 1),
    pause: numbers.T,
    again: numbers.A,
    wanted: address,
    hostname,
    vendor: args.last('V') ?? VENDOR,
    asked: [...(args.has('o') ? [] : [1, 3, 6, 12, 15, 28, 42]), ...asked],
    clientId: !args.has('C'),
    broadcast: args.has('B'),
    foreground: args.has('f'),
    background: args.has('b'),
    now: args.has('n'),
    quit: args.has('q'),
    release: args.has('R'),
  }
}
