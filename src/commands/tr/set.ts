// The arrays of tr: `a-z`, `[:upper:]`, `[x*3]`, `\n`, `\012`.
import { encodeUtf8 } from '../../wire/utf8.ts'

/** tr works on octets, whatever they mean in UTF-8. */
export interface CharacterSet {
  readonly characters: readonly number[]
}

type Result = CharacterSet | { readonly error: string }

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\r\f\v]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
}

function membersOf(name: string): readonly number[] | null {
  const test = CLASSES[name]
  if (!test) return null
  return Array.from({ length: 128 }, (_, i) => i).filter((i) => test.test(String.fromCharCode(i)))
}

interface Unit {
  readonly character: string
  readonly escaped: boolean
}

function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = []
  const characters = Array.from(encodeUtf8(text), (octet) => String.fromCharCode(octet))
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] ?? ''
    const next = characters[i + 1]
    if (c !== '\\' || next === undefined) {
      units.push({ character: c, escaped: false })
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(characters.slice(i + 1, i + 4).join(''))
    if (octal) {
      units.push({ character: String.fromCharCode(parseInt(octal[0], 8) & 255), escaped: true })
      i += octal[0].length
      continue
    }
    units.push({ character: ESCAPES[next] ?? next, escaped: true })
    i++
  }
  return units
}

/** `fill`: the first array, when this is the second: `[x*]` and a class of the other case are made to fit it. */
export function expandSet(text: string, fill: CharacterSet | null): Result {
  const units = unitsOf(text)
  const out: number[] = []
  let i = 0
  while (i < units.length) {
    const rest = units.slice(i)
    const construct =
      rest[0]?.character === '[' && rest[0].escaped === false ? readConstruct(rest, out, fill) : null
    if (construct !== null) {
      if ('error' in construct) return construct
      for (const c of construct.characters) out.push(c)
      i += construct.length
      continue
    }
    const [low, dash, high] = rest
    if (low && high && dash?.character === '-' && !dash.escaped) {
      const [a, b] = [low.character.charCodeAt(0), high.character.charCodeAt(0)]
      if (b < a) {
        return {
          error: `range-endpoints of '${low.character}-${high.character}' are in reverse collating sequence order`,
        }
      }
      for (let code = a; code <= b; code++) out.push(code)
      i += 3
      continue
    }
    if (low) out.push(low.character.charCodeAt(0))
    i++
  }
  return { characters: out }
}

/** More of one character than any first array can use. */
const LONGEST = 65536

type Construct =
  | { readonly characters: readonly number[]; readonly length: number }
  | { readonly error: string }

function readConstruct(
  units: readonly Unit[],
  before: readonly number[],
  fill: CharacterSet | null,
): Construct | null {
  const text = units.map((u) => (u.escaped ? '\0' : u.character)).join('')
  const named = /^\[:([a-z]*):\]/.exec(text)
  if (named) {
    const members = membersOf(named[1] ?? '')
    if (!members) return { error: `invalid character class ‘${named[1] ?? ''}’` }
    return { characters: members, length: named[0].length }
  }
  if (/^\[=.=\]/u.test(text)) return { characters: [units[2]?.character.charCodeAt(0) ?? 0], length: 5 }
  const repeat = /^\[[^*]\*([0-9]*)\]/u.exec(text)
  if (!repeat) return null
  const count = repeat[1] ?? ''
  const wanted = count === '' ? 0 : count.startsWith('0') ? parseInt(count, 8) : Number(count)
  const times =
    wanted > 0 ? Math.min(wanted, LONGEST) : Math.max(0, (fill?.characters.length ?? 0) - before.length)
  return {
    characters: Array<number>(times).fill(units[1]?.character.charCodeAt(0) ?? 0),
    length: repeat[0].length,
  }
}
