// Major and minor numbers of devices, which stand where sizes do (Linux: Documentation/admin-guide/devices.txt).
import type { FileStat } from '../../os/program.ts'

const NUMBERS: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  null: [1, 3],
  zero: [1, 5],
  full: [1, 7],
  random: [1, 8],
  urandom: [1, 9],
  tty: [5, 0],
  console: [5, 1],
  ptmx: [5, 2],
}

const UNIX98_PTY = 136

/** Those of a file that is a device; null for any other. */
export function deviceNumbers(entry: {
  readonly path: string
  readonly stat: FileStat
}): readonly [number, number] | null {
  if (entry.stat.kind !== 'char') return null
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1)
  if (/^[0-9]+$/.test(name)) return [UNIX98_PTY, Number(name)]
  return NUMBERS[name] ?? null
}
