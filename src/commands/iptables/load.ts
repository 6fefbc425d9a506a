// Extensions as a command line brings them in, and their options (Ref: iptables/xshared.c:command_match(),
// command_jump(), command_default(), load_proto()).
import type { MatchExtension, TargetExtension } from './extension.ts'
import type { LongOption } from './getopt.ts'
import { findMatch, isAbsentMatch } from './matches/registry.ts'
import { checkGiven, Given, type ExtensionOption } from './option.ts'
import type { CommandParser, ExtensionId, OptionId } from './parse.ts'
import { parseUnsigned } from './numbers.ts'
import { protocolName } from './protocol.ts'
import type { UsedMatch, UsedTarget } from './state.ts'
import { findTarget, isAbsentTarget } from './targets/registry.ts'

function longOptions(owner: object, options: readonly ExtensionOption[]): readonly LongOption<OptionId>[] {
  // Spellings of one option are one to getopt: none makes the other ambiguous.
  const ids = new Map<string, ExtensionId>()
  return options.map((option) => {
    const name = option.of ?? option.name
    const id = ids.get(name) ?? { owner, name }
    ids.set(name, id)
    return { name: option.name, argument: option.argument ? 'required' : 'none', id, letter: null }
  })
}

function useMatch(parser: CommandParser, extension: MatchExtension): void {
  const { state, x, getopt } = parser
  for (const used of state.matches) if (used.extension === extension) used.completed = true
  const used: UsedMatch = { extension, parser: extension.parse(x), given: new Set(), completed: false }
  state.matches.push(used)
  getopt.merge(longOptions(used, extension.options))
}

export function addMatch(parser: CommandParser, name: string): void {
  const { x } = parser
  const extension = findMatch(name, x.family)
  if (extension) return useMatch(parser, extension)
  if (isAbsentMatch(name, x.family)) x.unsupported(`the match ${name}`)
  x.problem(`Couldn't load match \`${name}':No such file or directory\n`)
}

export function setJump(parser: CommandParser, name: string): void {
  const { state, x, getopt } = parser
  const extension: TargetExtension | null = findTarget(name, x.family)
  if (!extension) {
    if (isAbsentTarget(name, x.family)) x.unsupported(`the target ${name}`)
    return
  }
  const used: UsedTarget = { extension, parser: extension.parse(x), given: new Set() }
  state.target = used
  getopt.merge(longOptions(used, extension.options))
}

/** The match of the protocol that `-p` named, once, when an option is met that nobody knows. */
export function loadProtocol(parser: CommandParser): boolean {
  const { state, x } = parser
  if (state.protocolName === null || state.protocolLoaded) return false
  state.protocolLoaded = true
  const number = parseUnsigned(state.protocolName, 255)
  const name = number === null ? state.protocolName : protocolName(x, number)
  const extension = name === null ? null : findMatch(name, x.family)
  if (!extension) return false
  useMatch(parser, extension)
  return true
}

export function extensionOption(parser: CommandParser, id: ExtensionId, value: string | null): void {
  const { state, x, getopt } = parser
  const used = [state.target, ...state.matches].find((candidate) => candidate === id.owner)
  if (!used) return
  const option = used.extension.options.find(({ name }) => name === id.name)
  if (!option) return
  const given = new Given(x, used.extension.name, option, value ?? '', parser.invert, () => getopt.take())
  checkGiven(given, used.given)
  used.parser.option(given, used.given, {
    protocol: state.protocol,
    invertProtocol: state.inverted.has('p'),
  })
  used.given.add(given.id)
}
