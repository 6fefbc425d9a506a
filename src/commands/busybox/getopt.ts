// Options of an applet that is BusyBox's own: letters as getopt32(3) has them, operands wherever they stand.
// Ref: libbb/getopt32.c
import type { Process } from '../../os/program.ts'
import type { Applet } from './applet.ts'
import { usageText } from './applet.ts'

export interface Options {
  /** Letter to its last argument; empty for one that takes none. */
  readonly given: ReadonlyMap<string, string>
  readonly operands: readonly string[]
}

/**
 * `letters` as in getopt(3): `c:` takes an argument, a leading `+` stops at the first operand. Null, having said what is
 * wrong, when the program is to end.
 */
export function getopt(p: Process, applet: Pick<Applet, 'name' | 'usage'>, letters: string): Options | null {
  const stops = letters.startsWith('+')
  const words = p.argv.slice(1)
  const given = new Map<string, string>()
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
    if (word.startsWith('--')) return wrong(`unrecognized option '${word}'`)
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at)
      const place = letter === ':' ? -1 : letters.indexOf(letter)
      if (place < 0) return wrong(`invalid option -- '${letter}'`)
      if (letters[place + 1] !== ':') {
        given.set(letter, '')
        continue
      }
      const rest = word.slice(at + 1)
      const value = rest !== '' || letters[place + 2] === ':' ? rest : words.shift()
      if (value === undefined) return wrong(`option requires an argument -- '${letter}'`)
      given.set(letter, value)
      break
    }
  }
  return { given, operands: [...operands, ...words] }
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
