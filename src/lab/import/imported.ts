// A text from anywhere, opened as a lab: a link, a lab's own text, a page of Markdown, a bash script, a pasted session, a
// real host's state. Read pasted.ts and hoststate.ts first.
import { decodeLink, MOST_TEXT } from '../link.ts'
import { insideNetns } from '../inside.ts'
import { composeText, formatText, parseText, type LabText, type TextStep } from '../text.ts'
import { isWorldName, type WorldName } from '../worlds/names.ts'
import { isUnfinished } from '../../shell/syntax/parse.ts'
import { readHostState } from './hoststate.ts'
import { isMarkdown, readMarkdown } from './markdown.ts'
import { commandsOf, readPasted, type Pasted, type PastedCommand } from './pasted.ts'
import { beginsLikeCommand } from './prompt.ts'
import { readExportedScript } from './exportedscript.ts'

/** Why a text is no lab, and what of it the sentence names. */
export type ImportRefusal =
  | { readonly key: 'empty' | 'binary' | 'tooLong' | 'noCommands' | 'noBlocks' }
  /** `why`: the text's own fault; `line` of no listing known. */
  | { readonly key: 'badLab' | 'badLink'; readonly why: string }
  | { readonly key: 'unknownLine'; readonly line: string }

export type Imported =
  /** `leftOut`: devices that could not be rebuilt. */
  { readonly text: string; readonly leftOut: readonly string[] } | { readonly refusal: ImportRefusal }

/** The machines of a world that a session's prompts may name. */
const LAN: ReadonlySet<string> = new Set(['host', 'pc', 'router', 'internet'])
/** What would end or change the terminal's own shell, and is a comment in a lab. */
const SHELL_ONLY =
  /^(exit|logout|set -[a-z]*[eu][a-z]*|set -o \w+|set -[a-z]+ pipefail|(sudo )?(su|sudo)( -i?| -s| su( -)?| bash)?)(?: \d+)?$/
const LISTING =
  /^(sudo )?((ip6?tables-save)|ip( -[\w]+)* (a|ad|addr|address|l|li|link|r|ro|route|ru|rule)( (s|sh|show|l|ls|list))?( .*)?|sysctl .*)$/

/** `name` of the file it came from, or empty. */
export function importText(source: string, name: string): Imported {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (text.trim() === '') return { refusal: { key: 'empty' } }
  if (text.length > MOST_TEXT) return { refusal: { key: 'tooLong' } }
  if (/[\0\ufffd]/.test(text)) return { refusal: { key: 'binary' } }
  return (
    fromLink(text) ??
    fromLab(text) ??
    fromScript(text) ??
    fromMarkdown(text, name) ??
    fromTerminal(text, name)
  )
}

function fromLink(text: string): Imported | null {
  const [, fragment = ''] = /^\S*(#\d+\.[\w-]{4,})(?:&\S*)?$/.exec(text.trim()) ?? []
  if (fragment === '') return null
  const link = decodeLink(fragment)
  return 'error' in link ? { refusal: { key: 'badLink', why: link.error } } : { text: link.text, leftOut: [] }
}

/** A lab's own text, known by its directives, or by prompts of machines there are. */
function fromLab(source: string): Imported | null {
  const directives = /^#! *(world|title|at)\b/m.test(source) && !/^#!.*\n# .*made with vethlab/.test(source)
  const { text, error } = parseText(source)
  if (text === null) return directives ? { refusal: { key: 'badLab', why: error } } : null
  if (directives) return { text: source, leftOut: [] }
  const own =
    text.steps.length > 0 &&
    text.steps.every(({ machine, command }) => machine === 'host' && !isUnfinished(command)) &&
    !isListing(readPasted(source))
  return own ? { text: source, leftOut: [] } : null
}

/** A script that vethlab made for real Linux. */
function fromScript(source: string): Imported | null {
  const text = readExportedScript(source)
  return text && { text: written(text), leftOut: [] }
}

function fromMarkdown(source: string, name: string): Imported | null {
  if (!isMarkdown(source) || source.startsWith('#!') || /\.(sh|bash|txt|t)$/.test(name)) return null
  const page = readMarkdown(source)
  if (page.commands.length === 0) return { refusal: { key: 'noBlocks' } }
  const world = page.world !== null && isWorldName(page.world) ? page.world : null
  return { text: labOf(page.commands, page.title, world, page.tail), leftOut: [] }
}

function fromTerminal(source: string, name: string): Imported {
  const pasted = readPasted(source)
  const listed = isListing(pasted)
    ? pasted.lines.flatMap(({ kind, shown }) => (kind === 'output' ? [shown] : []))
    : null
  const state = listed || beginsWithListing(source) ? readHostState(listed?.join('\n') ?? source) : null
  if (state?.unknown != null) return { refusal: { key: 'unknownLine', line: state.unknown } }
  const title = name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  if (state) {
    const commands = state.commands.flatMap(withComments)
    if (commands.length === 0) return { refusal: { key: 'noCommands' } }
    return { text: labOf(commands, title, null, []), leftOut: state.leftOut }
  }
  const commands = commandsOf(pasted.lines)
  const known = commands.filter(({ command }) => beginsLikeCommand(command) || /^[\w-]+ ?\(\)/.test(command))
  if (commands.length === 0 || (!pasted.prompted && known.length * 2 < commands.length))
    return { refusal: { key: 'noCommands' } }
  return { text: labOf(commands, title, null, []), leftOut: [] }
}

/** Only what shows a host's state was asked for, and the answers are there. */
function isListing({ lines, prompted }: Pasted): boolean {
  const commands = lines.filter(({ kind }) => kind === 'command')
  return (
    prompted &&
    commands.length > 0 &&
    commands.every(({ text }) => LISTING.test(text)) &&
    readHostState(lines.flatMap(({ kind, shown }) => (kind === 'output' ? [shown] : [])).join('\n')) !== null
  )
}

/** Its first line that is no comment is a listing's. */
function beginsWithListing(source: string): boolean {
  const first = source.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return readHostState(first) !== null
}

/** Comments among rebuilt commands go above the next one. */
function withComments(command: string, n: number, all: readonly string[]): PastedCommand[] {
  if (command.startsWith('#')) return []
  const before = all[n - 1] ?? ''
  return [{ machine: null, netns: null, command, comments: before.startsWith('#') ? [before] : [] }]
}

function labOf(
  commands: readonly PastedCommand[],
  title: string,
  world: WorldName | null,
  tail: readonly string[],
): string {
  const names = [...new Set(commands.flatMap(({ machine }) => (isMachine(machine) ? [machine] : [])))]
  const isLan =
    world === 'lan' || (names.some((name) => name !== 'host') && names.every((name) => LAN.has(name)))
  const several = !isLan && names.length > 1
  const machineOf = (name: string | null, last: string): string => {
    if (!isMachine(name)) return last
    return isLan || (several && name !== names[0]) ? name : 'host'
  }
  const steps: TextStep[] = several ? machinesOnASwitch(names.slice(1)) : []
  let comments: string[] = []
  let machine = 'host'
  for (const { command, netns, comments: above, machine: name } of commands) {
    comments.push(...above.map((line) => line.replace(/^#!/, '#')))
    machine = machineOf(name, machine)
    if (SHELL_ONLY.test(command)) comments.push(`# ${command}`)
    else {
      steps.push(step(machine, netns === null ? command : insideNetns(netns, command), comments))
      comments = []
    }
  }
  const parts = { title, placements: [], notes: [], steps, tail: [...comments, ...tail] }
  return written({ ...parts, world: world ?? (isLan ? 'lan' : 'bare') })
}

/** A container's prompt names its number: it is still the terminal of before. */
function isMachine(name: string | null): name is string {
  return name !== null && /^[a-z][a-z0-9-]*$/.test(name) && !/^[0-9a-f]{12}$/.test(name)
}

function machinesOnASwitch(names: readonly string[]): TextStep[] {
  const lines = names.flatMap((name) => [`lab add machine ${name}`, `lab cable ${name} lan-switch`])
  return [
    step('host', 'lab add switch lan-switch', ['# The machines of this session, on one switch.']),
    step('host', 'lab cable host lan-switch', []),
    ...lines.map((line) => step('host', line, [])),
  ]
}

function step(machine: string, command: string, comments: readonly string[]): TextStep {
  return { machine, command, comments, ran: null, output: '', status: 0 }
}

function written(text: LabText): string {
  return formatText(composeText(text))
}
