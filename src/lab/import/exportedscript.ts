// A script that vethlab made for real Linux (export/bashscript.ts), read back: what it makes for itself left out.
import { commandsOf, readPasted } from './pasted.ts'
import { isWorldName } from '../worlds/names.ts'
import { readNote, type LabText } from '../text.ts'

const HEAD = /^#!\/bin\/bash\n# (.*), made with vethlab, for real Linux\./
/** The end of what every script begins with, and the beginning of what every script ends with. */
const BEGINS = /\nown_files\n(?![ \t])/
const ENDS = '\n# What was asked for, or a shell on host.'
/** `on pc 'ping …'` */
const ON = /^on (\S+) ('(?:[^']|'\\'')*')$/
/** A command that was interrupted. */
const TIMED = /^timeout --foreground -s INT (\d+(?:\.\d+)?)s bash -c ('(?:[^']|'\\'')*')$/

/** null when it is none. */
export function readExportedScript(source: string): LabText | null {
  const [, title] = HEAD.exec(source) ?? []
  const world = /^#! world: (\w+)$/m.exec(source)?.[1] ?? 'bare'
  if (title === undefined || !isWorldName(world)) return null
  const begin = BEGINS.exec(source)
  const end = source.lastIndexOf(ENDS)
  if (!begin || end < 0) return null
  // With several machines there are functions, and the world's own lines, before the first step.
  const body = source.slice(begin.index + begin[0].length, end)
  const own = body.includes('\n# The world it starts from.\n')
    ? body.slice(body.indexOf('\n\n', body.indexOf('# The world it starts from.')))
    : body.includes('\ndeclare -A PID=')
      ? body.slice(body.lastIndexOf('\n}\n') + 3)
      : body
  const commands = commandsOf(readPasted(own).lines)
  const steps = commands.map(({ command, comments }) => {
    const on = ON.exec(command)
    const line = on ? unquoted(on[2] ?? '') : command
    const timed = TIMED.exec(line)
    return {
      machine: on?.[1] ?? 'host',
      command: timed ? unquoted(timed[2] ?? '') : line,
      comments,
      ran: timed ? Math.round(Number(timed[1]) * 1e9) : null,
      output: '',
      status: 0,
    }
  })
  const notes = [...source.slice(0, begin.index).matchAll(/^#! note (.*)$/gm)].flatMap(
    ([, value = '']) => readNote(value) ?? [],
  )
  return { world, title: title === 'A lab' ? '' : title, placements: [], notes, steps, tail: [] }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(String.raw`'\''`, "'")
}
