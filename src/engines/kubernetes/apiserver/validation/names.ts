// What names, labels and ports may look like. (Ref: apimachinery/pkg/util/validation/validation.go)
import { invalidValue, type FieldError } from './fielderror.ts'

/** What is wrong with a text; null when nothing is. */
export type Rule = (text: string) => string | null

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const ENDS = 'and must start and end with an alphanumeric character'

function rule(words: string, pattern: string, most: number, ...examples: readonly string[]): Rule {
  const whole = new RegExp(`^(?:${pattern})$`)
  const shown = examples.map((one, i) => (i === 0 ? `e.g. '${one}'` : `or '${one}'`)).join(',  ')
  return (text) => {
    if (text.length > most) return `must be no more than ${most} characters`
    return whole.test(text) ? null : `${words} (${shown}, regex used for validation is '${pattern}')`
  }
}

export const dnsLabel: Rule = rule(
  `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${ENDS}`,
  LABEL,
  63,
  'my-name',
  '123-abc',
)

export const dnsSubdomain: Rule = rule(
  `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${ENDS}`,
  `${LABEL}(\\.${LABEL})*`,
  253,
  'example.com',
)

const wildcardSubdomain: Rule = rule(
  "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
  `\\*\\.${LABEL}(\\.${LABEL})*`,
  253,
  '*.example.com',
)

export function hostName(text: string): string | null {
  return text.includes('*') ? wildcardSubdomain(text) : dnsSubdomain(text)
}

const namePart: Rule = rule(
  `name part must consist of alphanumeric characters, '-', '_' or '.', ${ENDS}`,
  NAME,
  63,
  'MyName',
  'my.name',
  '123-abc',
)

/** `app`, `example.com/app`. */
export function qualifiedName(text: string): string | null {
  const [first = '', second, ...more] = text.split('/')
  if (more.length > 0) {
    return `a qualified name must consist of alphanumeric characters, '-', '_' or '.', ${ENDS} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${NAME}') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`
  }
  if (second !== undefined) {
    if (first === '') return 'prefix part must be non-empty'
    const wrong = dnsSubdomain(first)
    if (wrong !== null) return `prefix part ${wrong}`
  }
  const name = second ?? first
  return name === '' ? 'name part must be non-empty' : namePart(name)
}

export const labelValue: Rule = rule(
  `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${ENDS}`,
  `(${NAME})?`,
  63,
  'MyValue',
  'my_value',
  '12345',
)

const configKeyText: Rule = rule(
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  '[-._a-zA-Z0-9]+',
  253,
  'key.name',
  'KEY_NAME',
  'key-name',
)

export function configKey(text: string): string | null {
  if (text === '.') return "must not be '.'"
  if (text === '..') return "must not be '..'"
  return configKeyText(text) ?? (text.startsWith('..') ? "must not start with '..'" : null)
}

export function envName(text: string): string | null {
  if (/^[ -<>-~]+$/.test(text)) return null
  return "a valid environment variable name must consist only of printable ASCII characters other than '='"
}

export const percent: Rule = rule(
  "a valid percent string must be a numeric string followed by an ending '%'",
  '[0-9]+%',
  Infinity,
  '1%',
  '93%',
)

/** All that is wrong with the name of a port. */
export function portName(text: string): string[] {
  return [
    ...(text.length > 15 ? ['must be no more than 15 characters'] : []),
    ...(/^[-a-z0-9]+$/.test(text)
      ? []
      : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(text) ? [] : ['must contain at least one letter (a-z)']),
    ...(text.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(/^-|-$/.test(text) ? ['must not begin or end with a hyphen'] : []),
  ]
}

function portNumber(port: number): string[] {
  return port >= 1 && port <= 65_535 ? [] : ['must be between 1 and 65535, inclusive']
}

/** What is wrong with a port, given by number or by name. */
export function portErrors(field: string, port: number | string): FieldError[] {
  const words = typeof port === 'number' ? portNumber(port) : portName(port)
  return words.map((what) => invalidValue(field, port, what))
}

export function textErrors(field: string, text: string, check: Rule): FieldError[] {
  const wrong = check(text)
  return wrong === null ? [] : [invalidValue(field, text, wrong)]
}

/** Keys and values of labels that an object has or selects. */
export function labelErrors(field: string, labels: Readonly<Record<string, string>> = {}): FieldError[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...textErrors(field, key, qualifiedName),
    ...textErrors(field, value, labelValue),
  ])
}
