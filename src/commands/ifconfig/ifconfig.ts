// ifconfig of net-tools 2.10: shows devices, and changes them through requests that stand in for its ioctls.
import type { Process } from '../../os/program.ts'
import { IFF_UP } from '../../uapi/if.ts'
import type { Command } from '../command.ts'
import { allInterfaces, fetchInterface, ifrName } from '../lib/nettools/interfaces.ts'
import { interfaceLine, interfaceParagraph } from '../lib/nettools/showInterface.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { Run, usage } from './state.ts'
import { runWords, WORDS } from './words.ts'

export const ifconfigCommand: Command = definePlainTool({
  name: 'ifconfig',
  path: '/usr/sbin/ifconfig',
  summary: 'Show and configure network devices',
  supports: [
    'ifconfig [-a] [-s] [-v] [DEV]',
    'ifconfig DEV[:N] [inet] ADDRESS[/PREFIXLEN] [netmask MASK] [broadcast ADDRESS] [pointopoint ADDRESS]',
    'ifconfig DEV { add | del } ADDRESS[/PREFIXLEN]',
    'ifconfig DEV { up | down | [-]arp | [-]promisc | [-]allmulti | [-]multicast }',
    'ifconfig DEV [hw ether ADDRESS] [mtu N] [txqueuelen N] [name NAME]',
  ],
  complete,
  main: ifconfig,
})

interface Options {
  all: boolean
  short: boolean
  verbose: boolean
}

const HELP: ReadonlySet<string> = new Set(['-?', '-h', '-help', '--help'])
const VERSION: ReadonlySet<string> = new Set(['-V', '-version', '--version'])

function ifconfig(tool: PlainTool, given: readonly string[]): number {
  const words = [...given]
  const options: Options = { all: false, short: false, verbose: false }
  while (words[0]?.startsWith('-')) {
    const word = words.shift() ?? ''
    if (word === '-a') options.all = true
    else if (word === '-s') options.short = true
    else if (word === '-v') options.verbose = true
    else if (VERSION.has(word)) {
      tool.out.print('net-tools 2.10\n')
      return 0
    } else if (HELP.has(word)) return usage(tool, 0).status
    else {
      tool.p.io.err(
        `ifconfig: option \`${word}' not recognised.\nifconfig: \`--help' gives usage information.\n`,
      )
      return 1
    }
  }
  const device = words.shift()
  if (device !== undefined && words.length > 0) {
    return runWords(new Run(tool, ifrName(device), words, options.verbose))
  }
  return show(tool, device === undefined ? null : ifrName(device), options)
}

/** All that are up (or all), or one. */
function show({ p, out }: PlainTool, name: string | null, options: Options): number {
  if (options.short) {
    out.print('Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n')
  }
  const print = options.short ? interfaceLine : interfaceParagraph
  if (name === null) {
    const shown = allInterfaces(p).filter((face) => options.all || face.link.flags & IFF_UP)
    for (const face of shown) out.print(print(face))
    return 0
  }
  const face = fetchInterface(p, name)
  if (face === null) {
    p.io.err(`${name}: error fetching interface information: Device not found\n`)
    return 1
  }
  out.print(print(face))
  return 0
}

function complete(p: Process, words: readonly string[]): readonly string[] {
  const typed = words.at(-1) ?? ''
  const candidates = words.length === 2 ? ['-a', '-s', ...allInterfaces(p).map((face) => face.name)] : WORDS
  return candidates.filter((word) => word.startsWith(typed))
}
