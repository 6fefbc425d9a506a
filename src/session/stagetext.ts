// The text of the lab on stage, made anew only when something it is made of has changed: there may be thousands of
// commands.
import { formatText } from '../lab/text.ts'
import { textOf } from './log.ts'
import { standing } from './placements.ts'
import type { Sheet } from './sheet.ts'
import type { Stage } from './stage.ts'

export class StageText {
  /** What the text was made of. */
  #madeOf = ''
  #text = ''

  of(stage: Stage, { title, state: { placements, notes }, version }: Sheet): string {
    const places = standing(stage.views.view, placements)
    const madeOf = `${stage.changes} ${version} ${places.map((p) => p.path).join(' ')}`
    if (madeOf !== this.#madeOf) {
      const { world } = stage.lab
      const headings = { world, title, placements: places, notes, tail: stage.comments }
      this.#text = formatText(textOf(headings, stage.log))
      this.#madeOf = madeOf
    }
    return this.#text
  }

  /** Another stage stands. */
  forget(): void {
    this.#madeOf = ''
  }
}
