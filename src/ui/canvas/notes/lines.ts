// A note's text in lines. Widths come from a table and are not measured, so that the canvas and its pictures break the
// same lines everywhere.

/** Pixels at zoom 1; Note.module.css takes the same. */
export const NOTE_PAD = 12
export const NOTE_LINE = 19
export const NOTE_WIDTH = 200
export const LEAST_WIDTH = 96
export const MOST_WIDTH = 720

/** Advances of the sans-serif face at 13 pixels, on the wide side. */
const WIDE = 13.2
const ADVANCES: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,:;'|!`]/, 4.1],
  [/[\s()[\]{}ftrI/\\"-]/, 5.4],
  [/[mwMW@%]/, 12.2],
  [/[A-Z0-9#$&<>=+~_]/, 9],
]
const OTHER = 7.7

/** Hangul, kana, ideographs, their punctuation, emoji. */
const WIDE_SCRIPT =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u
/** Words, the spaces between them, and characters of scripts that are broken between any two. */
const PIECES = /\s+|[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+/g

/** Broken at spaces where it can be, so that each fits the width of the note; a line's own indentation stays. */
export function noteLines(text: string, width: number): readonly string[] {
  const room = width - 2 * NOTE_PAD
  return text.split('\n').flatMap((line) => broken(line, room))
}

export function noteHeight(lines: readonly string[]): number {
  return Math.max(1, lines.length) * NOTE_LINE + 2 * NOTE_PAD
}

function broken(line: string, room: number): readonly string[] {
  const lines: string[] = []
  let now = ''
  for (const piece of line.match(PIECES) ?? []) {
    if (now.trim() !== '' && widthOf(now + piece.trimEnd()) > room) {
      lines.push(now.trimEnd())
      now = ''
      if (piece.trim() === '') continue
    }
    now += piece
    while (widthOf(now.trimEnd()) > room) {
      const at = fitting(now, room)
      lines.push(now.slice(0, at))
      now = now.slice(at)
    }
  }
  return [...lines, now.trimEnd()]
}

/** How much of a text fits: whole characters, at least one. */
function fitting(text: string, room: number): number {
  let width = 0
  let at = 0
  for (const character of text) {
    width += advance(character)
    if (width > room && at > 0) return at
    at += character.length
  }
  return at
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += advance(character)
  return width
}

function advance(character: string): number {
  if (WIDE_SCRIPT.test(character)) return WIDE
  return ADVANCES.find(([class_]) => class_.test(character))?.[1] ?? OTHER
}
