// Names of all signals of x86-64 by number, as `kill -l` lists them.

const STANDARD = (
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU ' +
  'XFSZ VTALRM PROF WINCH IO PWR SYS'
).split(' ')

/** Null when there is no such signal. */
export function signalName(number: number): string | null {
  if (number >= 1 && number <= 31) return STANDARD[number - 1] ?? null
  if (number === 34) return 'RTMIN'
  if (number === 64) return 'RTMAX'
  if (number > 34 && number <= 49) return `RTMIN+${number - 34}`
  return number > 49 && number < 64 ? `RTMAX-${64 - number}` : null
}

/** By name or number; null when there is none. */
export function signalNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return signalName(Number(text)) === null ? null : Number(text)
  const name = text.toUpperCase().replace(/^SIG/, '')
  for (let n = 1; n <= 64; n++) if (signalName(n) === name) return n
  return null
}

export function signalList(): string {
  let out = ''
  let column = 0
  for (let n = 1; n <= 64; n++) {
    const name = signalName(n)
    if (name === null) continue
    column++
    out += `${String(n).padStart(2)}) SIG${name}${column % 5 === 0 ? '\n' : '\t'}`
  }
  return out.endsWith('\n') ? out : `${out}\n`
}
