// A page of Markdown: its blocks of commands, and the prose between them as comments.
import { readPasted, commandsOf, type PastedCommand } from './pasted.ts'

export interface MarkdownLab {
  readonly title: string
  /** The world a page that vethlab made says it starts from; null when it says none. */
  readonly world: string | null
  readonly commands: readonly PastedCommand[]
  readonly tail: readonly string[]
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)/
const SHELLS = /^(console|bash|sh|shell|shell-session|shellsession|terminal|text|zsh)?$/
const WORLD = /^It starts from the world `([a-z]+)`\.$/
const OPEN = /^\[Open this lab\]\(\S+\)$/

/** Whether a text has fenced blocks. */
export function isMarkdown(source: string): boolean {
  return source.split('\n').some((line) => FENCE.test(line))
}

export function readMarkdown(source: string): MarkdownLab {
  const commands: PastedCommand[] = []
  let title = ''
  let world: string | null = null
  let prose: string[] = []
  const lines = source.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, fence = '', language = ''] = FENCE.exec(line) ?? []
    const heading = /^# (.*)$/.exec(line)?.[1]
    if (fence !== '') {
      const end = lines.findIndex(
        (l, n) => n > at && l.trim().startsWith(fence) && /^[`~]+\s*$/.test(l.trim()),
      )
      const block = lines.slice(at + 1, end < 0 ? undefined : end).join('\n')
      at = end < 0 ? lines.length : end
      const found = commandsOfBlock(block, language)
      const [first, ...rest] = found
      if (!first) continue
      commands.push({ ...first, comments: [...prose, ...first.comments] }, ...rest)
      prose = []
    } else if (heading !== undefined && title === '') title = heading.trim() === 'A lab' ? '' : heading.trim()
    else if (WORLD.test(line)) world = WORLD.exec(line)?.[1] ?? null
    else if (line.trim() !== '' && !OPEN.test(line.trim()))
      prose.push(`# ${line.trim().replace(/^#+!?\s*/, '')}`)
    else if (line.trim() === '' && prose.length > 0 && prose.at(-1) !== '#') prose.push('#')
  }
  while (prose.at(-1) === '#') prose.pop()
  return { title, world, commands: commands.map(withoutLastBlank), tail: prose }
}

/** A block that says no shell, or says none, counts only with prompts in it: it may be a file or an output. */
function commandsOfBlock(block: string, language: string): PastedCommand[] {
  if (!SHELLS.test(language.toLowerCase())) return []
  const { lines, prompted } = readPasted(block.replace(/^\u200b(?=```)/gm, ''))
  return prompted || /^(bash|sh|shell|zsh)$/i.test(language) ? commandsOf(lines) : []
}

/** The empty line before a block is no paragraph's. */
function withoutLastBlank(command: PastedCommand): PastedCommand {
  const comments = [...command.comments]
  while (comments.at(-1) === '#') comments.pop()
  return { ...command, comments }
}
