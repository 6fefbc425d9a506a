// What a link asks for beside the lab it holds: `#1.…&step=3&readonly&embed&lang=ko`. Figures and letters of the lab itself
// are base64url, which has no `&`. What this version does not know is passed over.
import type { Language } from './language.ts'

export interface LinkOptions {
  /** Commands that are given when it opens, the rest waiting for Redo; null: all. */
  readonly step: number | null
  /** To be looked at and stepped through, not changed. */
  readonly readOnly: boolean
  /** Inside somebody's page: canvas and terminal alone, and nothing is kept. */
  readonly embed: boolean
  /** null: the reader's own. */
  readonly language: Language | null
}

export const NO_OPTIONS: LinkOptions = { step: null, readOnly: false, embed: false, language: null }

export interface SplitFragment {
  /** `#1.…`, as links without options are. */
  readonly lab: string
  readonly options: LinkOptions
}

export function splitFragment(fragment: string): SplitFragment {
  const [lab = '', ...words] = fragment.split('&')
  const said = new Map(words.map((word) => (word.includes('=') ? pair(word) : [word, ''])))
  const step = said.get('step') ?? ''
  const language = said.get('lang')
  return {
    lab,
    options: {
      step: /^\d{1,6}$/.test(step) ? Number(step) : null,
      readOnly: said.has('readonly'),
      embed: said.has('embed'),
      language: language === 'en' || language === 'ko' ? language : null,
    },
  }
}

function pair(word: string): [string, string] {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}

export function joinFragment({ lab, options }: SplitFragment): string {
  const words = [
    options.step === null ? '' : `&step=${options.step}`,
    options.readOnly ? '&readonly' : '',
    options.embed ? '&embed' : '',
    options.language === null ? '' : `&lang=${options.language}`,
  ]
  return lab + words.join('')
}
