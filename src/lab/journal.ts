// What was done to a lab from outside, so that a copy can be made of it: a lab is its history, and the same history makes
// the same lab. Whoever plays a lab in another way (the session, with its terminals) copies it in that way too.
import type { Lab } from './lab.ts'

/** Gives a new lab that stands as this one stands now. */
export type Copier = () => Lab

export class Journal {
  readonly #deeds: ((lab: Lab) => unknown)[] = []
  readonly #fresh: Copier
  /** null: this lab is a copy itself, and is not asked about. */
  copier: Copier | null = () => this.#replayed()
  /** Questions that programs have asked so far. */
  #asked = 0
  /** The question at which this lab, a copy, is to stand still. */
  #holdAt = 0
  held = false

  constructor(fresh: Copier) {
    this.#fresh = fresh
  }

  record(deed: (lab: Lab) => unknown): void {
    this.#deeds.push(deed)
  }

  /** A program asks: true when that is as far as this copy is to go. */
  asks(): boolean {
    this.#asked++
    this.held = this.#asked === this.#holdAt
    return this.held
  }

  /** Up to the question that is being asked, whose process stands still in the copy; else up to now. */
  #replayed(): Lab {
    const lab = this.#fresh()
    lab.journal.copier = null
    lab.journal.#holdAt = this.#asked
    for (const deed of this.#deeds) deed(lab)
    return lab
  }
}
