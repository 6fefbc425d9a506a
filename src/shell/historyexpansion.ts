// History expansion: `!!`, `!$`, `!n`, `^a^b^` (bash(1), HISTORY EXPANSION).

/** The line with its references replaced, null when there were none; or what is wrong. `print`: `:p`, do not run it. */
export type HistoryExpansion =
  | { readonly error: string }
  | { readonly error: null; readonly text: string | null; readonly print: boolean }

/** `base` is the number of the first of `lines`. */
export function expandHistory(line: string, lines: readonly string[], base: number): HistoryExpansion {
  const quick = /^\^((?:\\.|[^^\\])*)\^((?:\\.|[^^\\])*)(?:\^|$)/.exec(line)
  if (quick) return substituteQuickly(line, quick, lines)
  if (!line.includes('!')) return { error: null, text: null, print: false }
  let out = ''
  let changed = false
  let print = false
  let double = false
  for (let i = 0; i < line.length;) {
    const c = line[i] ?? ''
    if (c === '\\') {
      out += line.slice(i, i + 2)
      i += 2
    } else if (c === "'" && !double) {
      const end = line.indexOf("'", i + 1)
      const stop = end < 0 ? line.length : end + 1
      out += line.slice(i, stop)
      i = stop
    } else if (c === '!' && startsEvent(line, i, double)) {
      const found = reference(line, i, lines, base, out)
      if ('error' in found) return found
      out += found.text
      print ||= found.print
      changed = true
      i = found.end
    } else {
      if (c === '"') double = !double
      out += c
      i++
    }
  }
  return { error: null, text: changed ? out : null, print }
}

/** A `!` before a blank, `=`, `(` or the end stands for itself; so do `$!` and `[!`. */
function startsEvent(line: string, at: number, double: boolean): boolean {
  const next = line[at + 1]
  if (next === undefined || /[\s=(]/.test(next) || (double && next === '"')) return false
  const before = line[at - 1]
  return before !== '$' && !(before === '[' && at > 0) && !(before === '{' && line[at - 2] === '$')
}

interface Reference {
  readonly text: string
  readonly end: number
  readonly print: boolean
}

function reference(
  line: string,
  at: number,
  lines: readonly string[],
  base: number,
  before: string,
): Reference | { readonly error: string } {
  const rest = line.slice(at)
  const event = /^!(?:!|#|-?\d+|\?[^?\n]*\??|(?=[$^*:%])|[^\s:^$*"'`;&|()<>=]+)/.exec(rest)
  const designator = event?.[0] ?? '!'
  const found = eventLine(designator, lines, base, before)
  if (found === null) return { error: `${designator}: event not found` }
  let end = at + designator.length
  const words = splitWords(found)
  let text = found
  const word = /^(?::(\d+-\d+|\d+-?|-\d+|\d+\*|[$^*])|([$^*]))/.exec(line.slice(end))
  if (word) {
    const chosen = chooseWords(words, word[1] ?? word[2] ?? '')
    if (chosen === null) return { error: `${word[0]}: bad word specifier` }
    text = chosen
    end += word[0].length
  }
  let print = false
  for (;;) {
    const modifier = /^:(?:g?s(.)((?:(?!\1).)*)\1((?:(?!\1).)*)(?:\1|$)|[htrepqg&])/.exec(line.slice(end))
    if (!modifier) break
    end += modifier[0].length
    if (modifier[1] !== undefined) {
      const from = modifier[2] ?? ''
      if (!text.includes(from)) return { error: `${modifier[0]}: substitution failed` }
      const to = modifier[3] ?? ''
      text = modifier[0].startsWith(':g') ? text.replaceAll(from, to) : text.replace(from, () => to)
    } else if (modifier[0] === ':p') print = true
    else text = modified(text, modifier[0].slice(1))
  }
  return { text, end, print }
}

function modified(text: string, letter: string): string {
  switch (letter) {
    case 'h':
      return text.includes('/') ? text.slice(0, text.lastIndexOf('/')) : text
    case 't':
      return text.slice(text.lastIndexOf('/') + 1)
    case 'r':
      return text.replace(/\.[^./]*$/, '')
    case 'e':
      return /\.[^./]*$/.exec(text)?.[0] ?? ''
    case 'q':
      return `'${text.replaceAll("'", "'\\''")}'`
    default:
      return text
  }
}

function eventLine(
  designator: string,
  lines: readonly string[],
  base: number,
  before: string,
): string | null {
  const what = designator.slice(1)
  if (what === '!' || what === '') return lines.at(-1) ?? null
  if (what === '#') return before
  if (/^\d+$/.test(what)) return lines[Number(what) - base] ?? null
  if (/^-\d+$/.test(what)) return lines.at(Number(what)) ?? null
  if (what.startsWith('?')) {
    const inside = what.slice(1).replace(/\?$/, '')
    return lines.findLast((line) => line.includes(inside)) ?? null
  }
  return lines.findLast((line) => line.startsWith(what)) ?? null
}

/** Words as the history library sees them: quotes and operators kept together. */
function splitWords(line: string): string[] {
  return line.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\;&|()<>])+|[;&|()<>]+/g) ?? []
}

function chooseWords(words: readonly string[], designator: string): string | null {
  const last = words.length - 1
  const pick = (from: number, to: number): string | null =>
    from > last || from < 0 || to > last ? null : words.slice(from, to + 1).join(' ')
  if (designator === '$') return pick(last, last)
  if (designator === '^') return pick(1, 1)
  if (designator === '*') return last < 1 ? '' : pick(1, last)
  const range = /^(\d*)-(\d*)$/.exec(designator)
  if (range) return pick(Number(range[1] || 0), range[2] === '' ? last - 1 : Number(range[2]))
  if (designator.endsWith('*')) return pick(Number(designator.slice(0, -1)), last)
  return pick(Number(designator), Number(designator))
}

function substituteQuickly(line: string, quick: RegExpExecArray, lines: readonly string[]): HistoryExpansion {
  const [whole, from = '', to = ''] = quick
  const last = lines.at(-1)
  if (last === undefined) return { error: `${whole}: event not found` }
  if (!last.includes(from)) return { error: `:s${whole}: substitution failed` }
  return { error: null, text: last.replace(from, () => to) + line.slice(whole.length), print: false }
}
