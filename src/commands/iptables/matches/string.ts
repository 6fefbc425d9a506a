// Ref: extensions/libxt_string.c
import type { XtString } from '../../../uapi/xt_match.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { defineMatch, type ExtensionParser } from '../extension.ts'
import type { Given } from '../option.ts'
import type { Xtables } from '../xtables.ts'

/** XT_STRING_MAX_PATTERN_SIZE */
const MAX_PATTERN = 128
const WHOLE_PACKET = 0xffff

/** Text with octets in hexadecimal between bars: `GET |20 0d|`. Ref: parse_hex_string() */
function parseHex(x: Xtables, text: string): Uint8Array {
  const octets: number[] = []
  let hex = false
  let high: string | null = null
  for (const char of text) {
    if (char === '|') {
      if (high !== null) return x.problem('Invalid hex block')
      hex = !hex
    } else if (!hex) {
      octets.push(...encodeUtf8(char))
    } else if (char === ' ') {
      if (high !== null) return x.problem('Invalid hex block')
    } else if (!/[0-9a-fA-F]/.test(char)) {
      return x.problem(`Invalid hex char '${char}'`)
    } else if (high === null) {
      high = char
    } else {
      octets.push(parseInt(high + char, 16))
      high = null
    }
  }
  if (hex) return x.problem('Invalid hex block')
  return Uint8Array.from(octets)
}

/** As octets in hexadecimal when any of them cannot be printed. */
function patternText(pattern: Uint8Array): { readonly hex: boolean; readonly text: string } {
  const hex = pattern.some((octet) => octet < 32 || octet > 126)
  if (hex) {
    const digits = [...pattern].map((octet) => octet.toString(16).padStart(2, '0')).join('')
    return { hex, text: `"|${digits}|"` }
  }
  return { hex, text: `"${String.fromCharCode(...pattern).replace(/["\\]/g, '\\$&')}"` }
}

class StringParser implements ExtensionParser<XtString> {
  readonly #x: Xtables
  #pattern = new Uint8Array()
  #invert = false
  #algo: XtString['algo'] | null = null
  #from = 0
  #to = WHOLE_PACKET

  constructor(x: Xtables) {
    this.#x = x
  }

  option(given: Given): void {
    const { id, value } = given
    if (id === 'string' || id === 'hex-string') {
      this.#invert = given.invert
      const octets = id === 'string' ? encodeUtf8(value) : parseHex(given.x, value)
      this.#pattern = octets.slice(0, MAX_PATTERN)
    } else if (id === 'algo') {
      if (value !== 'bm' && value !== 'kmp') given.x.unsupported(`string: the algorithm ${value}`)
      this.#algo = value === 'kmp' ? 'kmp' : 'bm'
    } else if (id === 'from') this.#from = given.uint(WHOLE_PACKET)
    else if (id === 'to') this.#to = given.uint(WHOLE_PACKET)
  }

  finish(given: ReadonlySet<string>): XtString {
    if (!given.has('string') && !given.has('hex-string')) {
      return this.#x.problem("STRING match: You must specify `--string' or `--hex-string'")
    }
    return {
      name: 'string',
      pattern: this.#pattern,
      algo: this.#algo ?? 'bm',
      from: this.#from,
      to: this.#to,
      icase: given.has('icase'),
      invert: this.#invert,
    }
  }
}

export const stringMatch = defineMatch<XtString>({
  name: 'string',
  options: [
    { name: 'from', argument: true },
    { name: 'to', argument: true },
    { name: 'algo', argument: true, mandatory: true },
    { name: 'string', argument: true, invert: true, excludes: ['hex-string'] },
    { name: 'hex-string', argument: true, invert: true, excludes: ['string'] },
    { name: 'icase', argument: false },
  ],
  help: `string match options:
--from                       Offset to start searching from
--to                         Offset to stop searching
--algo                       Algorithm
--icase                      Ignore case (default: 0)
[!] --string string          Match a string in a packet
[!] --hex-string string      Match a hex string in a packet
`,
  parse: (x) => new StringParser(x),
  print: (data) => {
    const range = `${data.from === 0 ? '' : ` FROM ${data.from}`}${data.to === WHOLE_PACKET ? '' : ` TO ${data.to}`}`
    const { text } = patternText(data.pattern)
    return ` STRING match ${data.invert ? '!' : ''} ${text} ALGO name ${data.algo}${range}${data.icase ? ' ICASE' : ''}`
  },
  save: (data) => {
    const range = `${data.from === 0 ? '' : ` --from ${data.from}`}${data.to === WHOLE_PACKET ? '' : ` --to ${data.to}`}`
    const { hex, text } = patternText(data.pattern)
    const option = hex ? '--hex-string' : '--string'
    return `${data.invert ? ' !' : ''} ${option} ${text} --algo ${data.algo}${range}${data.icase ? ' --icase' : ''}`
  },
})
