// The text of the lab on stage, made anew only when something it is made of has changed: there may be thousands of
// commands. What a command is in it is kept: most are the same as the last time.
import { formatText } from '../lab/text.ts'
import { type Headings, type LogEntry, textOf } from './log.ts'
import { standing } from './placements.ts'
import type { Sheet } from './sheet.ts'
import type { Stage } from './stage.ts'

const NO_HEADINGS: Headings = { world: 'bare', title: '', placements: [], notes: [], tail: [] }

export class StageText {
  /** What the text was made of. */
  #madeOf = ''
  #text = ''
  /** What each command is in it, made when it had run for that long. */
  readonly #steps = new WeakMap<LogEntry, { readonly ran: LogEntry['ran']; readonly text: string }>()

  of(stage: Stage, { title, state: { placements, notes }, version }: Sheet): string {
    const places = standing(stage.views.view, placements)
    const madeOf = `${stage.changes} ${version} ${places.map((p) => p.path).join(' ')}`
    if (madeOf !== this.#madeOf) {
      const { world } = stage.lab
      const head = { world, title, placements: places, notes, tail: [] }
      const steps = stage.log.filter((entry) => !entry.shellOnly).map((entry) => this.#step(entry))
      const tail = { ...NO_HEADINGS, tail: stage.comments }
      this.#text = formatText(textOf(head, [])) + steps.join('') + formatText(textOf(tail, []))
      this.#madeOf = madeOf
    }
    return this.#text
  }

  #step(entry: LogEntry): string {
    const known = this.#steps.get(entry)
    if (known?.ran === entry.ran) return known.text
    const text = formatText(textOf(NO_HEADINGS, [entry]))
    this.#steps.set(entry, { ran: entry.ran, text })
    return text
  }

  /** Another stage stands. */
  forget(): void {
    this.#madeOf = ''
  }
}
