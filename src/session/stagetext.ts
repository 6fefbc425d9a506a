// The text of the lab on stage, made anew only when something it is made of has changed: there may be thousands of
// commands.
import { formatText } from '../lab/text.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import { textOf } from './log.ts'
import { standing } from './placements.ts'
import type { SheetState } from './sheet.ts'
import type { Stage } from './stage.ts'

interface Headings {
  readonly world: WorldName
  readonly title: string
  readonly sheet: SheetState
}

export class StageText {
  /** What the text was made of. */
  #madeOf = ''
  #text = ''

  /** `version` rises with every change of title or sheet. */
  of(stage: Stage, { world, title, sheet }: Headings, version: number): string {
    const places = standing(stage.views.view, sheet.placements)
    const madeOf = `${stage.changes} ${version} ${places.map((p) => p.path).join(' ')}`
    if (madeOf !== this.#madeOf) {
      const headings = { world, title, placements: places, notes: sheet.notes, tail: stage.comments }
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
