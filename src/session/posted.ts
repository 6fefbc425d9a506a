// What the page was told last, so that it is told only what is new.
import type { FinishedRun } from '../lab/runs.ts'
import type { FromLab, LabState, PlayerState } from './protocol.ts'

interface States {
  readonly lab: LabState
  readonly player: PlayerState
  readonly run: FinishedRun | null
}

export class Posted {
  #lab: LabState | null = null
  #player: PlayerState | null = null
  #run: FinishedRun | null = null

  /** Everything but the last probe is told again: another stage stands. */
  forget(): void {
    this.#lab = null
    this.#player = null
  }

  news({ lab, player, run }: States): FromLab[] {
    const news: FromLab[] = []
    if (!sameMembers(lab, this.#lab)) news.push({ type: 'lab', lab })
    if (run !== this.#run) news.push({ type: 'run', run })
    if (!sameMembers(player, this.#player)) news.push({ type: 'player', player })
    this.#lab = lab
    this.#player = player
    this.#run = run
    return news
  }
}

function sameMembers<T extends object>(a: T, b: T | null): boolean {
  if (b === null) return false
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
