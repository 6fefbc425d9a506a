// Names for new things: the first that is free, as a person counts.
import type { NetnsView } from '../../../store/lab.ts'
import type { View } from './gesture.ts'

/** IFNAMSIZ less its closing NUL. */
const LONGEST = 15

/** `stem` and the first number from `first` that nobody has. */
export function freeName(taken: ReadonlySet<string>, stem: string, first: number): string {
  let n = first
  while (taken.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}

export function deviceNames(netns: NetnsView | undefined): Set<string> {
  return new Set(netns?.devices.map((d) => d.name))
}

export function machineNames(view: View): Set<string> {
  return new Set(Array.from(view.machines.values(), (m) => m.name))
}

/** `veth-red`; `veth-red1`, … when that is taken; cut to what a device may be called. */
export function vethName(taken: ReadonlySet<string>, towards: string): string {
  const whole = `veth-${towards.replaceAll(/[^\w.-]/g, '')}`
  const plain = whole.slice(0, LONGEST)
  if (!taken.has(plain)) return plain
  for (let n = 1; ; n++) {
    const numbered = whole.slice(0, LONGEST - String(n).length) + n
    if (!taken.has(numbered)) return numbered
  }
}
