// Permission bits: as ls writes them, as chmod reads them.
import type { FileStat } from '../../os/program.ts'

const TYPES: Readonly<Record<FileStat['kind'], string>> = {
  file: '-',
  dir: 'd',
  link: 'l',
  char: 'c',
  fifo: 'p',
  nsfs: '-',
  socket: 's',
}

/** `drwxr-xr-x` */
export function modeText(stat: FileStat): string {
  return TYPES[stat.kind] + permissionText(stat.mode)
}

export function permissionText(mode: number): string {
  let text = ''
  for (const shift of [6, 3, 0]) {
    const bits = (mode >> shift) & 7
    const special = mode & (shift === 6 ? 0o4000 : shift === 3 ? 0o2000 : 0o1000)
    const letter = shift === 0 ? 't' : 's'
    const run = bits & 1 ? 'x' : '-'
    text += `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}`
    text += special ? (bits & 1 ? letter : letter.toUpperCase()) : run
  }
  return text
}

const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o1007, a: 0o7777 }

/** A new mode from `755`, `u+x`, `go-w,a=r`; null when it is none. */
export function applyMode(text: string, mode: number, directory: boolean): number | null {
  if (/^[0-7]{1,5}$/.test(text)) {
    const value = parseInt(text, 8)
    return value > 0o7777 ? null : value
  }
  let result = mode
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/.exec(clause)
    if (!match) return null
    const letters = match[1] ?? ''
    const all = letters === ''
    const who = all ? 0o7777 : [...letters].reduce((mask, c) => mask | (WHO[c] ?? 0), 0)
    for (const [, operator = '', permissions = ''] of (match[2] ?? '').matchAll(
      /([-+=])([ugo]|[rwxXst]*)/g,
    )) {
      let bits = permissionBits(permissions, result, directory) & who
      // Without a letter the umask (022) is left out.
      if (all) bits &= ~0o022
      if (operator === '+') result |= bits
      else if (operator === '-') result &= ~bits
      else result = (result & ~(who & 0o777)) | bits
    }
  }
  return result
}

function permissionBits(letters: string, mode: number, directory: boolean): number {
  if (/^[ugo]$/.test(letters)) {
    const shift = letters === 'u' ? 6 : letters === 'g' ? 3 : 0
    return ((mode >> shift) & 7) * 0o111
  }
  let bits = 0
  for (const c of letters) {
    if (c === 'r') bits |= 0o444
    else if (c === 'w') bits |= 0o222
    else if (c === 'x' || (c === 'X' && (directory || mode & 0o111))) bits |= 0o111
    else if (c === 's') bits |= 0o6000
    else if (c === 't') bits |= 0o1000
  }
  return bits
}
