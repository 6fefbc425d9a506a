// Go templates over objects, as `-o go-template=` has them. (Ref: cli-runtime printers/template.go)
import { decodeBase64 } from '../../../commands/lib/base64.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { TemplateError } from '../../lib/gotemplate/error.ts'
import { execTemplate } from '../../lib/gotemplate/exec.ts'
import { formatValue } from '../../lib/gotemplate/format.ts'
import { BUILTINS, type TemplateFunction } from '../../lib/gotemplate/functions.ts'
import { parseTemplate } from '../../lib/gotemplate/parse.ts'
import type { GoValue } from '../../lib/gotemplate/value.ts'

const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  base64decode: (text) => decodeUtf8(decodeBase64(formatValue(text, 1)) ?? new Uint8Array()),
}
const NAMES: ReadonlySet<string> = new Set([...Object.keys(BUILTINS), ...Object.keys(FUNCTIONS)])

export function goTemplate(
  text: string,
  value: unknown,
): { readonly text: string } | { readonly error: string } {
  try {
    return { text: execTemplate(parseTemplate(text, NAMES), goValue(value), { functions: FUNCTIONS }) }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { error: `error parsing template ${text}, ${error.message}` }
  }
}

/** What JSON holds as Go has it: maps and slices of any. */
function goValue(value: unknown): GoValue {
  if (Array.isArray(value)) return value.map(goValue)
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, item]) => [key, goValue(item)]))
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
