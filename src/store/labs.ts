// The labs a person can start from.
import { LESSONS } from '../session/labs.ts'

export interface StartingLab {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly text: string
}

export const STARTING_LABS: readonly StartingLab[] = LESSONS

/** What stands on the canvas at the very first start. */
export const WELCOME = LESSONS.find((lab) => lab.id === 'welcome')?.text ?? ''
