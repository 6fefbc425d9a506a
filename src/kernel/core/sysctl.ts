// Settings as files below /proc/sys. Ref: kernel/sysctl.c
import { EACCES, EINVAL, type Errno } from '../../uapi/errno.ts'
import type { Net } from './net.ts'

/** One file: how it reads and what writing it does. */
export interface Sysctl {
  readonly path: string
  read(): string
  write(text: string): Errno | null
}

/** Files that belong together. */
export interface SysctlTable {
  /** Paths below /proc/sys, in a namespace. */
  paths(net: Net): readonly string[]
  /** Null: none of this table. */
  find(net: Net, path: string): Sysctl | null
}

/** Whole numbers with white space between, as proc_dointvec() takes them; null when it does not. */
export function parseInts(text: string): number[] | null {
  const words = text.trim().split(/\s+/)
  const numbers: number[] = []
  for (const word of words) {
    if (!/^-?(0[xX][0-9a-fA-F]+|[0-9]+)$/.test(word)) return null
    const digits = word.replace('-', '')
    const octal = /^0[0-7]+$/.test(digits)
    const value = octal ? parseInt(digits, 8) : Number(digits)
    numbers.push(word.startsWith('-') ? -value : value)
  }
  return numbers
}

/** A text that reads as it stands and cannot be changed. */
export function fixedSysctl(path: string, text: string): Sysctl {
  return { path, read: () => `${text}\n`, write: () => EACCES }
}

/** A single whole number; outside the limits it is refused. */
export function intSysctl(
  path: string,
  get: () => number,
  set: (value: number) => void,
  least = -2147483648,
  most = 2147483647,
): Sysctl {
  return {
    path,
    read: () => `${get()}\n`,
    write(text) {
      const [value, ...more] = parseInts(text) ?? []
      if (value === undefined || more.length > 0 || value < least || value > most) return EINVAL
      set(value)
      return null
    },
  }
}
