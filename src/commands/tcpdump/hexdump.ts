// Octets under a line: -x, -X, -A. Ref: print-ascii.c
import { u8 } from '../../wire/octets.ts'

/** Sixteen a line, in pairs; with the characters beside them under -X. Each line begins with a newline and a tab. */
export function hexAndText(bytes: Uint8Array, text: boolean): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16)
    let hex = ''
    for (let n = 0; n < row.length; n++)
      hex += `${n % 2 === 0 ? ' ' : ''}${u8(row, n).toString(16).padStart(2, '0')}`
    const offset = `\n\t0x${at.toString(16).padStart(4, '0')}: `
    out += text ? `${offset}${hex.padEnd(40)}  ${characters(row)}` : `${offset}${hex}`
  }
  return out
}

function characters(row: Uint8Array): string {
  return Array.from(row, (octet) => (octet > 32 && octet < 127 ? String.fromCharCode(octet) : '.')).join('')
}

/** As text: line ends stay. */
export function asciiText(bytes: Uint8Array): string {
  let out = '\n'
  for (let n = 0; n < bytes.length; n++) {
    const octet = u8(bytes, n)
    if (octet === 13) {
      // One that ends a line is left out.
      if (u8(bytes, n + 1) !== 10) out += '.'
    } else if (octet === 10 || octet === 9 || (octet >= 32 && octet < 127)) out += String.fromCharCode(octet)
    else out += '.'
  }
  return out
}
