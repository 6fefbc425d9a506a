import { SIGNALS, type Signal } from '../../uapi/signal.ts'

const NAMES = Object.keys(SIGNALS) as Signal[]

/** `TERM`, `SIGTERM`, `term` or `15`; 0 is the signal that only asks; null for anything else. */
export function parseSignal(text: string): Signal | 0 | null {
  if (/^[0-9]+$/.test(text)) {
    const number = Number(text)
    return number === 0 ? 0 : (NAMES.find((name) => SIGNALS[name] === number) ?? null)
  }
  const upper = text.toUpperCase().replace(/^SIG/, '')
  return NAMES.find((name) => name === upper) ?? null
}

/** By number. */
export function signalNames(): readonly Signal[] {
  return [...NAMES].sort((a, b) => SIGNALS[a] - SIGNALS[b])
}
