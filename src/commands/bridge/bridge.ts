// `bridge`: options, then one of the objects, then what to do with it.
import type { Blocking, Process } from '../../os/program.ts'
import { AF_INET, AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { Command } from '../command.ts'
import { Args, matches } from '../ip/args.ts'
import { runBatch } from '../ip/batch.ts'
import { defaultOptions, IpContext } from '../ip/context.ts'
import { enterNetns } from '../ip/namespace.ts'
import { takeColor } from '../ip/options.ts'
import { completeBridge } from './complete.ts'
import { fdbObject } from './fdb.ts'
import { linkObject } from './link.ts'
import { mdbObject } from './mdb.ts'
import { monitorObject } from './monitor.ts'
import { vlanObject } from './vlan.ts'
import { BRIDGE_USAGE, BRIDGE_VNI_USAGE } from './usage.ts'

type BridgeObject = (ctx: IpContext, args: Args) => number | Blocking<number>

/** An object of Linux that is not here: its help, and a refusal. */
function absent(name: string, usage: string): BridgeObject {
  return (ctx, args) => {
    if (matches(args.word, 'help')) ctx.usage(usage)
    return ctx.unsupported(name)
  }
}

/** In iproute2's order: the first that a word is a beginning of is meant. */
const OBJECTS: readonly (readonly [string, BridgeObject])[] = [
  ['link', linkObject],
  ['fdb', fdbObject],
  ['mdb', mdbObject],
  ['vlan', vlanObject],
  ['vni', absent('vni', BRIDGE_VNI_USAGE)],
  ['monitor', monitorObject],
  ['help', (ctx) => ctx.usage(BRIDGE_USAGE)],
]

function runObject(ctx: IpContext, words: readonly string[], at: number): number | Blocking<number> {
  const name = words[at] ?? ''
  for (const [object, run] of OBJECTS)
    if (matches(name, object)) return run(ctx, new Args(ctx, words, at + 1))
  ctx.err(`Object "${name}" is unknown, try "bridge help".\n`)
  return 255
}

/** Reads the options. The position of the object. */
function parseOptions(ctx: IpContext, argv: readonly string[]): number {
  const { options } = ctx
  let at = 1
  const value = (): string => {
    at++
    const word = argv[at]
    if (word === undefined) ctx.usage(BRIDGE_USAGE)
    return word
  }
  for (; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (word === '--') return at + 1
    if (!word.startsWith('-')) return at
    const option = word.startsWith('--') ? word.slice(1) : word
    if (matches(option, '-help')) ctx.usage(BRIDGE_USAGE)
    else if (matches(option, '-Version')) {
      ctx.out.line('bridge utility, 6.1.0\n')
      ctx.exit(0)
    } else if (matches(option, '-stats') || matches(option, '-statistics')) options.stats++
    else if (matches(option, '-details')) options.details++
    else if (matches(option, '-oneline')) options.oneline = true
    else if (matches(option, '-timestamp')) options.timestamp = 'long'
    else if (matches(option, '-family')) options.family = parseFamily(ctx, value())
    else if (option === '-4') options.family = AF_INET
    else if (option === '-6') options.family = AF_INET6
    else if (matches(option, '-netns')) {
      at++
      if (!enterNetns(ctx, argv[at] ?? '(null)')) ctx.exit(255)
    } else if (takeColor(options, option)) continue
    else if (matches(option, '-compressvlans')) options.compressVlans = true
    else if (matches(option, '-force')) options.force = true
    else if (matches(option, '-json')) options.json = true
    else if (matches(option, '-pretty')) options.pretty = true
    else if (matches(option, '-batch')) options.batch = value()
    else {
      ctx.err(`Option "${option}" is unknown, try "bridge help".\n`)
      ctx.exit(255)
    }
  }
  return at
}

function parseFamily(ctx: IpContext, word: string): number {
  if (word === 'inet') return AF_INET
  if (word === 'inet6') return AF_INET6
  if (word === 'help') ctx.usage(BRIDGE_USAGE)
  return new Args(ctx, [], 0).invarg('invalid protocol family', word)
}

function* run(p: Process): Blocking<number> {
  const options = defaultOptions()
  const early = new IpContext('bridge', p, options)
  const at = parseOptions(early, p.argv)
  // What options say of colour and layout is known only now.
  const ctx: IpContext = at > 1 ? new IpContext('bridge', p, options) : early
  let status: number
  if (options.batch !== null)
    status = yield* runBatch(ctx, options.batch, (words) => runObject(ctx, words, 0))
  else if (at < p.argv.length) {
    const ran = runObject(ctx, p.argv, at)
    status = typeof ran === 'number' ? ran : yield* ran
  } else ctx.usage(BRIDGE_USAGE)
  ctx.out.finish()
  return status
}

export const bridgeCommand: Command = {
  name: 'bridge',
  path: '/usr/sbin/bridge',
  run,
  summary: 'show and change ports and forwarding tables of bridges',
  supports: [
    'bridge [-s] [-d] [-o] [-j] [-p] [-c] [-n NETNS] OBJECT …',
    'bridge [-force] -batch FILE',
    'bridge link { show | set }',
    'bridge fdb { show | add | append | replace | del | get | flush }',
    'bridge mdb { show | add | del }',
    'bridge vlan { show | add | del | set }',
    'bridge monitor [link | fdb | mdb | all]',
  ],
  complete: completeBridge,
}
