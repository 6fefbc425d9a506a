// The command line of kubectl: flags wherever they stand, as Cobra reads them.

import { absentLetter, isAbsentFlag } from './absent.ts'

/** A flag by its long name: its letter, and whether a value follows. */
export type FlagSpec = Readonly<Record<string, { readonly short?: string; readonly value: boolean }>>

export const COMMON: FlagSpec = {
  namespace: { short: 'n', value: true },
  kubeconfig: { value: true },
  server: { short: 's', value: true },
  context: { value: true },
  help: { short: 'h', value: false },
  v: { short: 'v', value: true },
}

export interface Parsed {
  readonly operands: readonly string[]
  /** What follows `--`; null when there is none. */
  readonly rest: readonly string[] | null
  readonly flags: ReadonlyMap<string, readonly string[]>
}

/** What was asked, or what is wrong with it. */
export function parseFlags(words: readonly string[], spec: FlagSpec): Parsed | string {
  const flags = new Map<string, string[]>()
  const operands: string[] = []
  const known = { ...COMMON, ...spec }
  const put = (name: string, value: string): void => void flags.set(name, [...(flags.get(name) ?? []), value])
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') return { operands, flags, rest: words.slice(i + 1) }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word)
      continue
    }
    if (word.startsWith('--')) {
      const [, name = '', , value] = /^--([^=]*)(=([\s\S]*))?$/.exec(word) ?? []
      const flag = known[name]
      if (!flag && isAbsentFlag(name)) return `--${name} is not supported in vethlab`
      if (!flag) return `unknown flag: --${name}`
      if (value !== undefined) put(name, value)
      else if (!flag.value) put(name, 'true')
      else if (words[i + 1] === undefined) return `flag needs an argument: --${name}`
      else put(name, words[++i] ?? '')
      continue
    }
    const letters = word.slice(1)
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] ?? ''
      const name = Object.keys(known).find((one) => known[one]?.short === letter)
      const absent = absentLetter(letter)
      if (name === undefined && absent !== null) return `--${absent} is not supported in vethlab`
      if (name === undefined) return `unknown shorthand flag: '${letter}' in ${word}`
      if (!known[name]?.value) {
        const value = letters[at + 1] === '=' ? letters.slice(at + 2) : null
        put(name, value ?? 'true')
        if (value !== null) break
        continue
      }
      const inline = letters.slice(at + 1).replace(/^=/, '')
      if (inline !== '') put(name, inline)
      else if (words[i + 1] === undefined) return `flag needs an argument: '${letter}' in ${word}`
      else put(name, words[++i] ?? '')
      break
    }
  }
  return { operands, flags, rest: null }
}
