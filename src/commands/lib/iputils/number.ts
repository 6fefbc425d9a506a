import { wholeNumber } from '../numbers.ts'

export const INT_MAX = 2147483647

/** An option's number, or what is wrong with it. Ref: iputils iputils_common.c:strtol_or_err() */
export function numberIn(text: string, least: number, most: number): number | string {
  const value = wholeNumber(text)
  if (value === null) return `invalid argument: '${text}'`
  if (value >= least && value <= most) return value
  return `invalid argument: '${text}': out of range: ${least} <= value <= ${most}`
}

/** What `-V` prints. */
export function versionText(name: string): string {
  return `${name} from iputils 20221126\nlibcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes\n`
}
