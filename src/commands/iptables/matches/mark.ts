// Ref: extensions/libxt_mark.c, libxt_connmark.c
import type { XtMark } from '../../../uapi/xt_match.ts'
import { defineMatch, type MatchExtension } from '../extension.ts'
import { hex } from '../numbers.ts'

const ALL = 0xffffffff

function markText({ mark, mask }: XtMark): string {
  return mask === ALL ? hex(mark) : `${hex(mark)}/${hex(mask)}`
}

function long(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`
}

/** As nft's own expressions are written. */
function translateMark({ mark, mask, invert }: XtMark): string {
  if (mask === ALL) return `meta mark ${invert ? '!= ' : ''}${long(mark)}`
  if (mask === 0) return `meta mark ${invert ? '!= ' : ''}${long(mark)}/0`
  return `meta mark & ${long(mask)} ${invert ? '!=' : '=='} ${long(mark)}`
}

function translateConnmark({ mark, mask, invert }: XtMark): string {
  const not = invert ? '!= ' : ''
  if (mask === ALL) return `ct mark ${not}${hex(mark)}`
  return `ct mark and ${hex(mask)} ${invert ? '!=' : '=='} ${hex(mark)}`
}

function define(name: 'mark' | 'connmark', help: string): MatchExtension {
  return defineMatch<XtMark>({
    name,
    options: [{ name: 'mark', argument: true, mandatory: true, invert: true }],
    help,
    parse: () => {
      let data: XtMark = { name, mark: 0, mask: 0, invert: false }
      return {
        option: (given) => {
          data = { name, ...given.markMask(), invert: given.invert }
        },
        finish: () => data,
      }
    },
    print: (data) => {
      const invert = data.invert ? ' !' : ''
      return name === 'mark'
        ? ` mark match${invert} ${markText(data)}`
        : ` connmark match ${data.invert ? '!' : ''} ${markText(data)}`
    },
    save: (data) => `${data.invert ? ' !' : ''} --mark ${markText(data)}`,
    translate: name === 'mark' ? translateMark : translateConnmark,
  })
}

export const markMatch = define(
  'mark',
  `mark match options:
[!] --mark value[/mask]    Match nfmark value with optional mask
`,
)

export const connmarkMatch = define(
  'connmark',
  `connmark match options:
[!] --mark value[/mask]    Match ctmark value with optional mask
`,
)
