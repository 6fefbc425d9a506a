// Options of an applet that is BusyBox's own: letters as getopt32(3) has them, operands wherever they stand.
// Ref: libbb/getopt32.c
import type { Process } from '../../os/program.ts'
import type { Applet } from './applet.ts'
import { usageText } from './applet.ts'

export interface Options {
  /** Letter to its last argument; empty for one that takes none. */
  readonly given: ReadonlyMap<string, string>
  /** Every argument of those that were given. */
  readonly all: ReadonlyMap<string, readonly string[]>
  readonly operands: readonly string[]
}

/**
 * `letters` as in getopt(3): `c:` takes an argument, a leading `+` stops at the first operand. Null, having said what is
 * wrong, when the program is to end.
 */
export function getopt(p: Process, applet: Pick<Applet, 'name' | 'usage'>, letters: string): Options | null {
  return getoptLong(p, applet, letters, {})
}

/** Long options: whether it takes an argument, or the letter that it stands for. */
type LongOptions = Readonly<Record<string, boolean | string>>

/** As getopt, with long options, which may be cut short. */
export function getoptLong(
  p: Process,
  applet: Pick<Applet, 'name' | 'usage'>,
  letters: string,
  long: LongOptions,
  typed: readonly string[] = p.argv.slice(1),
): Options | null {
  const stops = letters.startsWith('+')
  const words = [...typed]
  const given = new Map<string, string>()
  const all = new Map<string, string[]>()
  const give = (name: string, value: string): void => {
    given.set(name, value)
    all.set(name, [...(all.get(name) ?? []), value])
  }
  const operands: string[] = []
  const wrong = (complaint: string): null => {
    p.io.err(`${applet.name}: ${complaint}\n${usageText(applet.name, applet.usage)}`)
    return null
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--') break
    if (!word.startsWith('-') || word === '-') {
      operands.push(word)
      if (stops) break
      continue
    }
    if (word.startsWith('--')) {
      const [typed = '', ...rest] = word.slice(2).split('=')
      const found = Object.keys(long).filter((name) => name.startsWith(typed))
      const name = found.includes(typed) ? typed : found.length === 1 ? found[0] : undefined
      if (name === undefined) return wrong(`unrecognized option '${word}'`)
      const kind = long[name]
      const letter = typeof kind === 'string' ? kind : name
      const takes = typeof kind === 'string' ? letters[letters.indexOf(kind) + 1] === ':' : kind
      const value = takes ? (rest.length > 0 ? rest.join('=') : words.shift()) : ''
      if (value === undefined) return wrong(`option '--${name}' requires an argument`)
      give(letter, value)
      continue
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at)
      const place = letter === ':' ? -1 : letters.indexOf(letter)
      if (place < 0) return wrong(`invalid option -- '${letter}'`)
      if (letters[place + 1] !== ':') {
        give(letter, '')
        continue
      }
      const rest = word.slice(at + 1)
      const value = rest !== '' || letters[place + 2] === ':' ? rest : words.shift()
      if (value === undefined) return wrong(`option requires an argument -- '${letter}'`)
      give(letter, value)
      break
    }
  }
  return { given, all, operands: [...operands, ...words] }
}

/** Says only how it is used: the status of wrong usage. */
export function showUsage(p: Process, applet: Pick<Applet, 'name' | 'usage'>): number {
  p.io.err(usageText(applet.name, applet.usage))
  return 1
}

/** A whole number without sign; null, having said so, for anything else. Ref: libbb/xatonum.c */
export function xatou(p: Process, name: string, text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  p.io.err(`${name}: invalid number '${text}'\n`)
  return null
}

/** A span as `1`, `0.2`: nanoseconds; null, having said so, for anything else. Ref: libbb/duration.c */
export function parseDuration(p: Process, name: string, text: string): number | null {
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text)
  if (match) return Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) * 1e9)
  p.io.err(`${name}: invalid number '${text}'\n`)
  return null
}

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 }
