// A lab as a page of Markdown: its comments are the prose, its commands and what they print `console` blocks.
import { formatText, proseOf, type LabText, type TextStep } from '../text.ts'

/** `link` opens the lab; null leaves it out. */
export function markdown(text: LabText, link: string | null): string {
  const parts: string[] = [`# ${text.title || 'A lab'}`]
  if (text.world !== 'bare') parts.push(`It starts from the world \`${text.world}\`.`)
  parts.push(...text.notes.map((note) => note.text.replace(/^/gm, '> ')))
  let block: TextStep[] = []
  const close = (): void => {
    if (block.length > 0) parts.push(`\`\`\`console\n${consoleOf(block)}\`\`\``)
    block = []
  }
  for (const step of text.steps) {
    const prose = paragraphs(step.comments)
    if (prose.length > 0) close()
    parts.push(...prose)
    block.push(step)
  }
  close()
  parts.push(...paragraphs(text.tail))
  if (link !== null) parts.push(`[Open this lab](${link})`)
  return `${parts.join('\n\n')}\n`
}

/** Comments that follow each other are one paragraph; an empty one or a blank line ends it. */
function paragraphs(comments: readonly string[]): string[] {
  const lines = proseOf(comments).map((line) => line.replace(/^#+ ?/, '').trim())
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** A terminal's text, in which a fence would end the block. */
function consoleOf(steps: readonly TextStep[]): string {
  const bare = steps.map((step) => ({ ...step, comments: [] }))
  const text = formatText({ world: 'bare', title: '', placements: [], notes: [], steps: bare, tail: [] })
  return text.replace(/^```/gm, '\u200b```')
}
