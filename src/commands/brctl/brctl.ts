// brctl of bridge-utils 1.7: bridges by the commands that old pages teach.
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { addBridge, addInterfaces, deleteBridge, deleteInterfaces } from './change.ts'
import { allLinks, isBridge } from './links.ts'
import {
  hairpin,
  setAgeing,
  setBridgePriority,
  setForwardDelay,
  setHello,
  setMaxAge,
  setPathCost,
  setPortPriority,
  setStp,
} from './set.ts'
import { show, showMacs } from './show.ts'
import { showStp } from './showstp.ts'
import { USAGE, USAGES, type BrctlVerb } from './usage.ts'

type Verb = (tool: Tool, words: readonly string[]) => number

const VERBS: Readonly<Record<BrctlVerb, Verb>> = {
  addbr: addBridge,
  delbr: deleteBridge,
  addif: addInterfaces,
  delif: deleteInterfaces,
  hairpin,
  setageing: setAgeing,
  setbridgeprio: setBridgePriority,
  setfd: setForwardDelay,
  sethello: setHello,
  setmaxage: setMaxAge,
  setpathcost: setPathCost,
  setportprio: setPortPriority,
  show,
  showmacs: showMacs,
  showstp: showStp,
  stp: setStp,
}

type BrctlOption = 'h' | 'V'

const OPTIONS: OptionTable<BrctlOption> = {
  h: ['-h, --help', 'print help and exit'],
  V: ['-V, --version', 'print version and exit'],
}

const tool: Command = defineTool<BrctlOption>({
  name: 'brctl',
  path: '/usr/sbin/brctl',
  summary: 'Show and change bridges',
  usage: ['COMMAND [BRIDGE [PORT]…]'],
  options: OPTIONS,
  forms: USAGES.map(({ name, help }) => `brctl ${name} ${help.replace(/\t+/, ': ')}`),
  hint: `Unknown option '?'\n${USAGE}`,
  ownHelp: true,
  main: brctl,
})

export const brctlCommand: Command = { ...tool, complete }

function brctl(tool: Tool, args: Args<BrctlOption>): number {
  const { out, p } = tool
  if (args.has('h')) {
    out.print(USAGE)
    return 0
  }
  if (args.has('V')) {
    out.print('bridge-utils, 1.7\n')
    return 0
  }
  const [verb, ...words] = args.operands
  if (verb === undefined) {
    out.print(USAGE)
    return 1
  }
  const usage = USAGES.find((u) => u.name === verb)
  if (!usage) {
    p.io.err(`never heard of command [${verb}]\n`)
    out.print(USAGE)
    return 1
  }
  if (words.length < usage.args) {
    out.print(`Incorrect number of arguments for command\nUsage: brctl ${usage.name} ${usage.help}\n`)
    return 1
  }
  return VERBS[usage.name](tool, words)
}

function complete(p: Process, words: readonly string[]): readonly string[] {
  const typed = words.at(-1) ?? ''
  const links = allLinks(p)
  const bridges = links.filter(isBridge)
  let candidates: readonly string[] = []
  if (words.length === 2) candidates = USAGES.map((u) => u.name)
  else if (words.length === 3 && words[1] !== 'addbr') candidates = bridges.map((link) => link.ifname)
  else if (words.length > 3 && words[1] === 'addif') {
    candidates = links.filter((link) => !isBridge(link) && link.master === undefined).map((l) => l.ifname)
  } else if (words.length > 3) {
    const bridge = bridges.find((link) => link.ifname === words[2])
    candidates = links.filter((link) => bridge && link.master === bridge.index).map((l) => l.ifname)
  }
  return candidates.filter((word) => word.startsWith(typed))
}
