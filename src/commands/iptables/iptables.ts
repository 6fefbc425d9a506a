// iptables, ip6tables and their companions, as iptables 1.8.9 (nf_tables) has them. Read parse.ts for how a command
// line is read, execute.ts for what it does, matches/ and targets/ for what rules can say.
import type { Blocking, Process } from '../../os/program.ts'
import type { NftFamily } from '../../uapi/netfilter.ts'
import type { Command } from '../command.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { completeIptables } from './complete.ts'
import { Commands, commit, refuse } from './execute.ts'
import { networksListed } from './list.ts'
import { matches } from './matches/registry.ts'
import { OWN_OPTIONS } from './options.ts'
import { CommandParser } from './parse.ts'
import { restore } from './restore.ts'
import { save } from './save.ts'
import type { ParsedCommand } from './state.ts'
import { targets } from './targets/registry.ts'
import { translateCommand } from './translate.ts'
import { VERSION, Xtables } from './xtables.ts'

/** Each option of iptables as the list of what is supported has it. */
const OWN_SUPPORT: readonly string[] = OWN_OPTIONS.map(({ letter, names, help }) => {
  const long = names.map((name) => `--${name}`)
  return `${[...(letter === '0' ? [] : [`-${letter}`]), ...long].join(', ')}: ${help}`
})

function extensionSupport(family: NftFamily): readonly string[] {
  return [
    ...matches.filter((match) => (match.family ?? family) === family).map(({ name }) => `-m ${name}`),
    ...targets.filter((target) => (target.family ?? family) === family).map(({ name }) => `-j ${name}`),
  ]
}

function program(name: string, family: NftFamily): Command {
  function* run(p: Process): Blocking<number> {
    const x = new Xtables(p, family, name)
    yield* x.names.askHosts(p.argv, family === 'ip' ? 'inet' : 'inet6')
    const command = new CommandParser(x, p.argv.slice(1), null).parse()
    if (command !== null) {
      yield* namesToList(x, command)
      const outcome = Commands.run(x, command)
      if ('refusal' in outcome) return refuse(x, outcome.refusal)
      commit(x, outcome.jobs)
    }
    x.out.flush()
    yield* x.out.room()
    return 0
  }
  return {
    name,
    path: `/usr/sbin/${name}`,
    summary: `rules for IPv${family === 'ip' ? 4 : 6} packets: filter, translate and mark them`,
    supports: [...OWN_SUPPORT, ...extensionSupport(family)],
    run,
    complete: (p, words) => completeIptables(p, family, words),
  }
}

/** Listing with names needs those that only DNS knows: they are asked for before anything is printed. */
function* namesToList(x: Xtables, command: ParsedCommand): Blocking<void> {
  if (command.numeric || !command.commands.includes('list')) return
  for (const network of networksListed(x, command)) {
    const { address, mask } = network
    if (mask !== 0 && mask !== 0n && address !== 0n) x.names.hostName(address)
  }
  yield* x.names.askNames()
}

type SaveOption = 'c' | 'd' | 't' | 'M' | 'f' | 'V'

function saveProgram(name: string, family: NftFamily): Command {
  return defineTool<SaveOption>({
    name,
    path: `/usr/sbin/${name}`,
    summary: `print the rules for IPv${family === 'ip' ? 4 : 6} packets as iptables-restore reads them`,
    usage: ['[-M modprobe] [-c] [-t table] [-f file]'],
    options: {
      c: ['-c, --counters', 'with counters'],
      d: ['-d, --dump', 'accepted'],
      t: ['-t, --table=TABLE', 'only this table'],
      M: ['-M, --modprobe=PATH', 'accepted: there are no modules to load'],
      f: ['-f, --file=FILE', 'into a file'],
      V: ['-V, --version', 'print the version'],
    },
    ownHelp: true,
    hint: `Look at manual page \`${name}.8' for more information.\n`,
    main: (tool, args) => runSave(tool, args, name, family),
  })
}

function runSave(tool: Tool, args: Args<SaveOption>, name: string, family: NftFamily): number {
  const x = new Xtables(tool.p, family, name)
  if (args.has('V')) {
    tool.out.print(`${name} v${VERSION} (nf_tables)\n`)
    return 0
  }
  if (args.operands.length > 0) {
    x.warn('Unknown arguments found on commandline\n')
    return 1
  }
  const status = save(x, { counters: args.has('c'), table: args.last('t'), file: args.last('f') })
  x.out.flush()
  return status
}

type RestoreOption = 'c' | 'v' | 'V' | 't' | 'h' | 'n' | 'M' | 'T' | 'w' | 'W' | '4' | '6'

function restoreProgram(name: string, family: NftFamily): Command {
  return defineTool<RestoreOption>({
    name,
    path: `/usr/sbin/${name}`,
    summary: `put rules for IPv${family === 'ip' ? 4 : 6} packets in place, as iptables-save printed them`,
    usage: ['[-c] [-v] [-V] [-t] [-h] [-n] [-T table] [-M command] [-4] [-6] [file]'],
    options: {
      c: ['-c, --counters', 'counters as well'],
      v: ['-v, --verbose', 'say what is done'],
      V: ['-V, --version', 'print the version'],
      t: ['-t, --test', 'read, but change nothing'],
      h: ['-h, --help', 'print help'],
      n: ['-n, --noflush', 'keep the rules that are there'],
      M: ['-M, --modprobe=PATH', 'accepted: there are no modules to load'],
      T: ['-T, --table=TABLE', 'only this table'],
      w: ['-w, --wait[=SECONDS]', 'accepted: there is no lock to wait for'],
      W: ['-W, --wait-interval[=USECS]', 'accepted'],
      '4': ['-4, --ipv4', 'accepted'],
      '6': ['-6, --ipv6', 'accepted'],
    },
    ownHelp: true,
    hint: `Try \`${name} -h' for more information.\n`,
    main: (tool, args) => runRestore(tool, args, name, family),
  })
}

function* runRestore(
  tool: Tool,
  args: Args<RestoreOption>,
  name: string,
  family: NftFamily,
): Blocking<number> {
  const x = new Xtables(tool.p, family, name)
  if (args.has('h')) {
    x.warn(restoreHelp(name))
    return 0
  }
  if (args.has('V')) {
    tool.out.print(`${name} v${VERSION} (nf_tables)\n`)
    return 0
  }
  // What waits takes a number after it, apart from the option.
  const waits = args.has('w') || args.has('W')
  const operands = waits ? args.operands.filter((word) => !/^\d+$/.test(word)) : args.operands
  if (operands.length > 1) {
    x.warn('Unknown arguments found on commandline\n')
    return 1
  }
  const status = yield* restore(x, {
    counters: args.has('c'),
    verbose: args.has('v'),
    test: args.has('t'),
    flush: !args.has('n'),
    table: args.last('T'),
    file: operands[0] ?? null,
  })
  x.out.flush()
  return status
}

function restoreHelp(name: string): string {
  const long = ['--counters', '--verbose', '--version]', '--test', '--help', '--noflush', '--table=<TABLE>']
  const lines = [...long, '--modprobe=<command>', '--ipv4', '--ipv6'].map((option) =>
    option.endsWith(']') ? `\t   [ ${option}\n` : `\t   [ ${option} ]\n`,
  )
  return `Usage: ${name} [-c] [-v] [-V] [-t] [-h] [-n] [-T table] [-M command] [-4] [-6] [file]\n${lines.join('')}`
}

function translateProgram(name: string, family: NftFamily): Command {
  function* run(p: Process): Blocking<number> {
    const x = new Xtables(p, family, name)
    const status = translateCommand(x, p.argv.slice(1))
    x.out.flush()
    yield* x.out.room()
    return status
  }
  return {
    name,
    path: `/usr/sbin/${name}`,
    summary: 'say what a command of iptables would be in the words of nft',
    supports: ['-A, -I, -N, -X, -F and -L of a rule or a chain'],
    run,
    complete: (p, words) => completeIptables(p, family, words),
  }
}

/** The older rule sets of the kernel are not here: the program says so, and does what its successor does. */
function legacyProgram(prefix: string, part: string, family: NftFamily): Command {
  const make = part === '-save' ? saveProgram : part === '-restore' ? restoreProgram : program
  const successor = make(`${prefix}${part}`, family)
  const name = `${prefix}-legacy${part}`
  return {
    ...successor,
    name,
    path: `/usr/sbin/${name}`,
    summary: `the same as ${successor.name}: vethlab has one rule set`,
    *run(p) {
      p.io.err(`${name}: in vethlab this is the same as ${successor.name} (nf_tables)\n`)
      return yield* successor.run(p)
    },
  }
}

const FAMILIES: readonly (readonly [prefix: string, family: NftFamily])[] = [
  ['iptables', 'ip'],
  ['ip6tables', 'ip6'],
]

/** What the alternatives of Debian call the same program. */
const FLAVOURS = ['', '-nft']

export const iptablesCommands: readonly Command[] = FAMILIES.flatMap(([prefix, family]) => [
  ...FLAVOURS.flatMap((flavour) => [
    program(`${prefix}${flavour}`, family),
    saveProgram(`${prefix}${flavour}-save`, family),
    restoreProgram(`${prefix}${flavour}-restore`, family),
  ]),
  translateProgram(`${prefix}-translate`, family),
  ...['', '-save', '-restore'].map((part) => legacyProgram(prefix, part, family)),
])
