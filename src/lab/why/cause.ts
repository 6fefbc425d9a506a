// What a cause of failure is: a sentence in two languages, and commands that may mend it. One file a cause in causes/.
import { withParticles } from './particles.ts'
import type { DeviceId, NetnsId } from '../view.ts'
import type { Mend } from './commands.ts'
import type { Scene } from './scene.ts'

/** `{name}` stands for a value of the finding. */
export interface Words {
  readonly en: string
  readonly ko: string
}

export interface Finding {
  readonly words: Words
  /** In words where they are not the same in both languages. */
  readonly values: Readonly<Record<string, string | number | Words>>
  readonly mends: readonly Mend[]
  /** Where the packet died, to be shown. */
  readonly netns: NetnsId
  readonly device: DeviceId | null
  /** Nothing else need be looked for. */
  readonly sure?: boolean
}

export interface Cause {
  readonly id: string
  /** null: this is not what happened. */
  readonly find: (scene: Scene) => Finding | null
}

export type Sentence = Words

export function sentenceOf({ words, values }: Finding): Sentence {
  const fill = (language: keyof Words): string =>
    words[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { en: fill('en'), ko: withParticles(fill('ko')) }
}
