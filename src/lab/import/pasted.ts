// A text from a terminal or a page about one: which of its lines are commands, and which are what they printed.
// Read prompt.ts first.
import { isUnfinished } from '../../shell/syntax/parse.ts'
import { beginsLikeCommand, promptOf, type Prompt } from './prompt.ts'

export interface PastedLine {
  readonly kind: 'command' | 'continuation' | 'output' | 'comment' | 'blank'
  /** As it was pasted. */
  readonly shown: string
  /** What is to run, without a prompt; of an output or a comment, what would run if it were chosen. */
  readonly text: string
  /** The machine and the network namespace of the prompt; null when it names none. */
  readonly machine: string | null
  readonly netns: string | null
}

export interface Pasted {
  readonly lines: readonly PastedLine[]
  /** Commands have prompts. Without, every line is a script's. */
  readonly prompted: boolean
}

/** A whole command, with the lines that go on with it. */
export interface PastedCommand {
  readonly machine: string | null
  readonly netns: string | null
  /** Lines joined by newlines. */
  readonly command: string
  /** Comments that stand above it, as they are. */
  readonly comments: readonly string[]
}

/** Lines a command may go on over; past that an apostrophe was never closed. */
const LONGEST_COMMAND = 400

type ReadPrompt = (line: string) => Prompt | null

/** Tells what each line of a text is. */
export function readPasted(source: string): Pasted {
  const all = dedent(source.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n'))
  const read = promptsOf(all)
  const lines: PastedLine[] = []
  for (let at = 0; at < all.length;) {
    const line = all[at] ?? ''
    const prompt = read ? read(line) : scriptLine(line)
    const { machine, netns, command } = prompt ?? { machine: null, netns: null, command: line.trim() }
    if (line.trim() === '') lines.push(plain('blank', line, ''))
    else if (prompt && command.startsWith('#')) lines.push(plain('comment', line, command))
    else if (prompt && command === '') lines.push(plain('blank', line, ''))
    else if (prompt) {
      const more = continuationOf(command, all, at + 1, read)
      lines.push({ kind: 'command', shown: line, text: command, machine, netns })
      for (const [i, text] of more.entries())
        lines.push({ kind: 'continuation', shown: all[at + 1 + i] ?? '', text, machine, netns })
      at += more.length
    } else if (/^\s*#/.test(line)) lines.push(plain('comment', line, line.replace(/^\s*#+\s*/, '')))
    else lines.push(plain('output', line, line.trim()))
    at++
  }
  return { lines, prompted: read !== null }
}

/** The commands of the lines that `runs` says are to run: those that are commands, unless it says otherwise. */
export function commandsOf(
  lines: readonly PastedLine[],
  runs: (line: PastedLine, n: number) => boolean = ({ kind }) =>
    kind === 'command' || kind === 'continuation',
): PastedCommand[] {
  const commands: { -readonly [K in keyof PastedCommand]: PastedCommand[K] }[] = []
  let comments: string[] = []
  /** The line before ran too, so that one that goes on has something to go on from. */
  let open = false
  for (const [n, line] of lines.entries()) {
    const last = commands.at(-1)
    if (!runs(line, n)) {
      if (line.kind === 'comment') comments.push(line.shown.trim().replace(/^[^#]*(?=#)/, ''))
      open = false
    } else if (line.kind === 'continuation' && open && last) last.command += `\n${line.text}`
    else {
      commands.push({ machine: line.machine, netns: line.netns, command: line.text, comments })
      comments = []
      open = true
    }
  }
  return commands
}

function plain(kind: PastedLine['kind'], shown: string, text: string): PastedLine {
  return { kind, shown, text, machine: null, netns: null }
}

/** Blocks of a page are often set in from the left as a whole. */
function dedent(lines: readonly string[]): string[] {
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  const margin = margins.reduce((a, b) => (b.length < a.length ? b : a), margins[0] ?? '')
  if (margin === '' || !margins.every((m) => m.startsWith(margin))) return [...lines]
  return lines.map((line) => line.slice(margin.length))
}

/** Every line of a script is a command, but for comments. */
function scriptLine(line: string): Prompt | null {
  return /^\s*#/.test(line) ? null : { machine: null, netns: null, command: line.trimEnd() }
}

/** What counts as a prompt in this text; null when there is none, and it is a script. */
function promptsOf(lines: readonly string[]): ReadPrompt | null {
  if (lines.some((line) => (promptOf(line)?.command ?? '') !== '')) return promptOf
  for (const sign of ['#', '>'] as const) if (hasPrompts(lines, sign)) return signPrompt(sign)
  return null
}

/**
 * `# ip link` may be root's prompt or a comment, `> ip link` a prompt or a quotation. It is a prompt when what follows it
 * begins like a command oftener than the lines without it do.
 */
function hasPrompts(lines: readonly string[], sign: '#' | '>'): boolean {
  const written = lines.filter((line) => line.trim() !== '' && !line.startsWith('#!'))
  const prompted = written.filter((line) => signPrompt(sign)(line) !== null)
  const bare = written.filter((line) => !line.startsWith(sign) && beginsLikeCommand(line) && !isHeading(line))
  const [first = ''] = written
  return prompted.length > bare.length && first.startsWith(sign)
}

/** What a command prints that begins like one: brctl's head. */
function isHeading(line: string): boolean {
  return /^(bridge (name|id)\b|route\b.*\bto\b)/.test(line)
}

function signPrompt(sign: '#' | '>'): ReadPrompt {
  return (line) => {
    if (!line.startsWith(`${sign} `)) return null
    const command = line.slice(2).trim()
    return beginsLikeCommand(command) ? { machine: null, netns: null, command } : null
  }
}

/** The lines from `from` on that go on with an unfinished command, without their `> `. */
function continuationOf(
  first: string,
  all: readonly string[],
  from: number,
  read: ReadPrompt | null,
): readonly string[] {
  const more: string[] = []
  let command = first
  while (isUnfinished(command)) {
    const line = all[from + more.length]
    if (line === undefined || more.length >= LONGEST_COMMAND) return []
    // The next prompt comes only when a command is whole: this one never was.
    if (read && line !== '' && promptOf(line) && !command.includes('<<')) return []
    const text = read && /^> ?/.test(line) ? line.replace(/^> ?/, '') : line
    more.push(text)
    command += `\n${text}`
  }
  return more
}
