// The labs a person can start from. Loaded when somebody looks for one, or puts one away.
import { LESSONS } from '../session/labs.ts'

export interface StartingLab {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly text: string
}

export const STARTING_LABS: readonly StartingLab[] = LESSONS

/** Whether it is one of them as it came: there is nothing of one's own in it. */
export function isStartingLab(text: string): boolean {
  return STARTING_LABS.some((lab) => lab.text.trim() === text.trim())
}
