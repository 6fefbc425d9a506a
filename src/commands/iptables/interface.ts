// Names of interfaces as rules take them (Ref: libxtables/xtables.c:xtables_parse_interface()).
import type { XtInterface } from '../../uapi/xt_match.ts'
import type { Xtables } from './xtables.ts'

/** IFNAMSIZ without the zero at its end. */
const MAX_NAME = 15

export function parseInterface(x: Xtables, text: string, invert: boolean): XtInterface {
  if (text.length > MAX_NAME) {
    return x.problem(`interface name \`${text}' must be shorter than IFNAMSIZ (${MAX_NAME})`)
  }
  const wildcard = text.endsWith('+')
  const name = wildcard ? text.slice(0, -1) : text
  if (/[/ ]/.test(name)) {
    x.warn(`Warning: weird character in interface \`${name}' ('/' and ' ' are not allowed by the kernel).\n`)
  }
  return { name, wildcard, invert }
}

export function interfaceText({ name, wildcard }: XtInterface): string {
  return wildcard ? `${name}+` : name
}
