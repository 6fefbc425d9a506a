// What the page may ask of a lab that changes nothing in it: its text in another form, the story of a packet, beside that
// of the run before, which packets of the past an expression finds, and some of them as a file.
import { Lab } from '../lab/lab.ts'
import type { Software } from '../lab/programs.ts'
import type { Story } from '../lab/story.ts'
import { parseText } from '../lab/text.ts'
import type { FromLab, ToLab } from './protocol.ts'
import type { Stage } from './stage.ts'

type Question = Extract<ToLab, { type: 'story' | 'compare' | 'export' | 'find' | 'capture' }>

/** The answer; null when it cannot be given yet. `text` is the lab's. */
export function answerTo(question: Question, stage: Stage, text: string, software: Software): FromLab | null {
  switch (question.type) {
    case 'story':
      return { type: 'story', story: storyOf(question.skb, stage, software) }
    case 'compare': {
      const now = storyOf(stage.packets.rootOf(question.skb), stage, software)
      return { type: 'compared', before: storyOf(now?.earlier ?? null, stage, software), now }
    }
    case 'export':
      return exported(question, text, software)
    case 'find':
      return {
        type: 'found',
        expression: question.expression,
        hops: find(question, stage, software),
      }
    case 'capture': {
      const { caught } = stage.packets
      const chosen = question.hops.flatMap((hop) => caught.get(hop) ?? [])
      const data = software.captures?.file(chosen)
      return data ? { type: 'captured', data } : null
    }
  }
}

function exported(
  { form, link }: Extract<Question, { type: 'export' }>,
  source: string,
  software: Software,
): FromLab | null {
  const { text } = parseText(source)
  if (!software.exporter || text === null) return null
  const file = software.exporter(form, text, { link, fresh: (world) => Lab.create(world, software) })
  return { type: 'exported', form, ...file }
}

function storyOf(skb: number | null, { lab, packets }: Stage, { story }: Software): Story | null {
  return skb !== null && story ? packets.story(skb, lab.names, story) : null
}

/** Numbers of the hops behind `after`; null when the expression is none of tcpdump's. */
function find(
  { expression, after }: Extract<Question, { type: 'find' }>,
  { lab, packets }: Stage,
  { captures }: Software,
): readonly number[] | null {
  const p = lab.machine('host')?.machine.init
  const finds = p && captures ? captures.filter(expression, p) : null
  return (
    finds && [...packets.caught].flatMap(([hop, { frame }]) => (hop > after && finds(frame) ? [hop] : []))
  )
}
