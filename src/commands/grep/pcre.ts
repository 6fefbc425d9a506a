// Perl's expressions are mostly JavaScript's; what grep -P users write and JavaScript spells otherwise is respelled.

const POSIX: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
}

/** `\K` becomes a look-behind, `\h` a blank, possessive repetitions greedy ones; needless escapes are taken out. */
export function pcreSource(pattern: string): string {
  const kept = pattern.lastIndexOf('\\K')
  const whole = kept >= 0 ? `(?<=${pattern.slice(0, kept)})${pattern.slice(kept + 2)}` : pattern
  return whole
    .replace(/\[:([a-z]+):\]/g, (all, name: string) => POSIX[name] ?? all)
    .replace(/\\(.)/gsu, (all, c: string) => {
      if (c === 'h') return '[ \\t]'
      if (c === 'A') return '^'
      if (c === 'z' || c === 'Z') return '$'
      return /[A-Za-z0-9\\^$.*+?()[\]{}|/-]/.test(c) ? all : c
    })
    .replace(/([*+?}])\+/g, '$1')
}
