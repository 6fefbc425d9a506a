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

/** Every signal of Linux in order of its number, those included that nothing here sends. */
export const ALL_SIGNALS: readonly string[] = (
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG ' +
  'XCPU XFSZ VTALRM PROF WINCH POLL PWR SYS'
).split(' ')
