// The text of the lab on stage, made anew only when something it is made of has changed: there may be thousands of
// commands.
import { formatText, type TextPlacement } from '../lab/text.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import { textOf } from './log.ts'
import { standing } from './placements.ts'
import type { Stage } from './stage.ts'

interface Headings {
  readonly world: WorldName
  readonly title: string
  readonly placements: ReadonlyMap<string, TextPlacement>
}

export class StageText {
  /** What the text was made of. */
  #madeOf = ''
  #text = ''

  /** `version` rises with every change of title or places. */
  of(stage: Stage, { world, title, placements }: Headings, version: number): string {
    const places = standing(stage.views.view, placements)
    const madeOf = `${stage.changes} ${version} ${places.map((p) => p.path).join(' ')}`
    if (madeOf !== this.#madeOf) {
      this.#text = formatText(textOf({ world, title, placements: places, tail: stage.comments }, stage.log))
      this.#madeOf = madeOf
    }
    return this.#text
  }

  /** Another stage stands. */
  forget(): void {
    this.#madeOf = ''
  }
}
