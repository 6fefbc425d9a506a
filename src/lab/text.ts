// The text of a lab: comments, prompts that say on which machine, commands, and (in a transcript) what they printed.
//
//   # a comment                      kept
//   #! world: lan                    the machines it starts with; `bare` unless said
//   #! title: Two namespaces
//   #! at host/red 120 80            where a thing stands on the canvas, by the path of its name
//   #! note 120 80 200 Two\nlines    what is written on the canvas: where, how wide, and what
//   $ ip netns add red               on the machine `host`
//   pc$ ping 192.168.1.10            on machine pc
//   > a continuation of the command
//   output, then [N] when the exit status N is not 0
//   #! ran 3.214s                    the next command was interrupted after that much virtual time
//
// A line of output that could be read as something else starts with a backslash.
import { SECOND, type Nanoseconds } from '../sim/clock.ts'
import { isWorldName, WORLD_NAMES, type WorldName } from './worlds/names.ts'

/** Where a person put a thing: `host`, `host/red`, `host/red/br0`. Pixels of the canvas. */
export interface TextPlacement {
  readonly path: string
  readonly x: number
  readonly y: number
}

/** What a person wrote on the canvas. Pixels of the canvas; the text breaks its lines at the width. */
export interface TextNote {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly text: string
}

export interface TextStep {
  readonly machine: string
  /** Lines joined by newlines, without prompts. */
  readonly command: string
  /** Lines that stand before it, as they are: comments, directives, blank lines. */
  readonly comments: readonly string[]
  /** Virtual time after which it was interrupted; null when it ended by itself. */
  readonly ran: Nanoseconds | null
  /** What it printed, with its last newline. */
  readonly output: string
  readonly status: number
}

export interface LabText {
  readonly world: WorldName
  readonly title: string
  readonly placements: readonly TextPlacement[]
  readonly notes: readonly TextNote[]
  readonly steps: readonly TextStep[]
  /** Lines after the last step. */
  readonly tail: readonly string[]
}

export type ParsedText =
  | { readonly text: LabText; readonly error: null }
  | { readonly text: null; readonly error: string }

const PROMPT = /^([a-z][a-z0-9-]*)?\$ (.*)$/s
const STATUS = /^\[(\d+)\]$/
const LOOKS_LIKE_OTHER = /^(\\|#|> |\[\d+\]$|(?:[a-z][a-z0-9-]*)?\$ )/
const DIRECTIVE = /^#! *([a-z]+)\b:?\s*(.*?)\s*$/

/** Most placements are pixels; a text is not a place for arbitrary numbers. */
const FARTHEST = 1e6

interface Directives {
  world: WorldName
  title: string
  placements: Map<string, TextPlacement>
  notes: TextNote[]
  ran: Nanoseconds | null
}

/** Reads a text; the error is one sentence with the number of the line. */
export function parseText(source: string): ParsedText {
  const steps: { -readonly [K in keyof TextStep]: TextStep[K] }[] = []
  const found: Directives = { world: 'bare', title: '', placements: new Map(), notes: [], ran: null }
  let comments: string[] = []
  let closed = true

  // A file from Windows has a carriage return at the end of every line; one among the output is output.
  const unix = /^[^\n]*\r\n/.test(source) ? source.replace(/\r\n/g, '\n') : source
  const lines = unix === '' ? [] : unix.replace(/\n$/, '').split('\n')
  for (const [i, line] of lines.entries()) {
    const step = steps.at(-1)
    if (step && !closed && line.startsWith('\\')) {
      step.output += line.slice(1) + '\n'
      continue
    }
    const prompt = PROMPT.exec(line)
    if (prompt) {
      const [, machine = 'host', command = ''] = prompt
      steps.push({ machine, command, comments, ran: found.ran, output: '', status: 0 })
      found.ran = null
      comments = []
      closed = false
      continue
    }
    if (line.startsWith('#')) {
      const error = readDirective(line, found)
      if (error) return { text: null, error: `line ${i + 1}: ${error}` }
      comments.push(line)
      closed = true
      continue
    }
    if (line === '' && (closed || step?.output === '')) {
      comments.push(line)
      continue
    }
    if (!step) {
      return { text: null, error: `line ${i + 1}: output before the first command: ${quoteLine(line)}` }
    }
    if (!closed && line.startsWith('> ') && step.output === '') {
      step.command += '\n' + line.slice(2)
      continue
    }
    const status = STATUS.exec(line)
    if (status) {
      step.status = Number(status[1])
      closed = true
      continue
    }
    step.output += line + '\n'
  }
  const { world, title, placements, notes } = found
  const text = { world, title, placements: [...placements.values()], notes, steps, tail: comments }
  return { text, error: null }
}

/** Writes a text back as it was read: comments, directives and output included. */
export function formatText(text: LabText): string {
  const lines: string[] = []
  for (const step of text.steps) {
    lines.push(...step.comments)
    const [first = '', ...rest] = step.command.split('\n')
    lines.push(`${step.machine === 'host' ? '' : step.machine}$ ${first}`, ...rest.map((l) => `> ${l}`))
    if (step.output) {
      for (const [i, line] of step.output.replace(/\n$/, '').split('\n').entries()) {
        lines.push(LOOKS_LIKE_OTHER.test(line) || (line === '' && i === 0) ? '\\' + line : line)
      }
    }
    if (step.status !== 0) lines.push(`[${step.status}]`)
  }
  return [...lines, ...text.tail].map((line) => line + '\n').join('')
}

/** The same text without what was printed: what a link carries. */
export function withoutOutput(text: LabText): LabText {
  return { ...text, steps: text.steps.map((step) => ({ ...step, output: '', status: 0 })) }
}

/** What a step's comments say beyond its directives: the prose. */
export function proseOf(lines: readonly string[]): string[] {
  return lines.filter((line) => !DIRECTIVE.test(line))
}

/**
 * Builds a text from its parts: world, title, placements and notes as `#!` lines at the top, a `#! ran` line before each
 * step that has one. Directives among the steps' comments are written anew, so they are not repeated.
 */
export function composeText(
  parts: Omit<LabText, 'steps'> & { readonly steps: readonly TextStep[] },
): LabText {
  const head: string[] = []
  if (parts.world !== 'bare') head.push(`#! world: ${parts.world}`)
  if (parts.title) head.push(`#! title: ${parts.title.replace(/\s+/g, ' ').trim()}`)
  for (const p of parts.placements) head.push(`#! at ${p.path} ${Math.round(p.x)} ${Math.round(p.y)}`)
  head.push(...parts.notes.map(noteLine))
  const steps = parts.steps.map((step, i) => ({
    ...step,
    comments: [
      ...(i === 0 ? head : []),
      ...proseOf(step.comments),
      ...(step.ran === null ? [] : [`#! ran ${formatSpan(step.ran)}`]),
    ],
  }))
  const tail = proseOf(parts.tail)
  return { ...parts, steps, tail: steps.length > 0 ? tail : [...head, ...tail] }
}

/** `#! note 120 80 200 Two\nlines` */
export function noteLine({ x, y, w, text }: TextNote): string {
  const line = text.trim().replaceAll('\\', '\\\\').replace(/\r?\n/g, '\\n')
  return `#! note ${Math.round(x)} ${Math.round(y)} ${Math.round(w)} ${line}`
}

/** null when it is none. */
export function readNote(value: string): TextNote | null {
  const [, x, y, w, line = ''] = /^(-?\d+) (-?\d+) (\d+) (\S.*)$/.exec(value) ?? []
  const numbers = [x, y, w].map(Number)
  if (x === undefined || numbers.some((n) => Math.abs(n) > FARTHEST)) return null
  const text = line.replace(/\\([\\n])/g, (_, c: string) => (c === 'n' ? '\n' : c))
  return { x: Number(x), y: Number(y), w: Number(w), text }
}

/** Seconds with three places: `3.214s`. */
export function formatSpan(span: Nanoseconds): string {
  return `${(span / SECOND).toFixed(3)}s`
}

/** Takes in one `#!` line; gives what is wrong with it, null when it is fine or one this version does not know. */
function readDirective(line: string, found: Directives): string | null {
  const [, name, value = ''] = DIRECTIVE.exec(line) ?? []
  switch (name) {
    case 'world':
      if (!isWorldName(value)) {
        return `there is no world ${quoteLine(value)}; there are ${WORLD_NAMES.slice(0, -1).join(', ')} and ${WORLD_NAMES.at(-1)}`
      }
      found.world = value
      return null
    case 'title':
      found.title = value
      return null
    case 'at': {
      const place = /^(\S.*?)\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)$/.exec(value)
      const [, path, x, y] = place ?? []
      if (path === undefined || Math.abs(Number(x)) > FARTHEST || Math.abs(Number(y)) > FARTHEST) {
        return 'a place is written “#! at PATH X Y”'
      }
      found.placements.set(path, { path, x: Number(x), y: Number(y) })
      return null
    }
    case 'note': {
      const note = readNote(value)
      if (!note) return 'a note is written “#! note X Y WIDTH TEXT”'
      found.notes.push(note)
      return null
    }
    case 'ran': {
      const span = /^(\d+(?:\.\d+)?)s$/.exec(value)
      if (!span) return 'the time a command ran is written “#! ran 3.214s”'
      found.ran = Math.round(Number(span[1]) * SECOND)
      return null
    }
    default:
      return null
  }
}

function quoteLine(line: string): string {
  return `“${line.length > 60 ? line.slice(0, 59) + '…' : line}”`
}
