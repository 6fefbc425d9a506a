// Options that `ip` and `bridge` have in common.
import type { IpOptions } from './context.ts'
import { matches } from './args.ts'

/** `-c`, `-color=auto`, … False when the word is none of them. */
export function takeColor(options: IpOptions, word: string): boolean {
  const equals = word.indexOf('=')
  if (!matches(equals < 0 ? word : word.slice(0, equals), '-color')) return false
  const value = equals < 0 ? '' : word.slice(equals + 1)
  if (value === '' || value === 'always') options.color = 'always'
  else if (value === 'auto' || value === 'never') options.color = value
  else return false
  return true
}
