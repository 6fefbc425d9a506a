// The functions Docker adds to Go's templates. Ref: docker/cli templates/templates.go
import { execTemplate } from '../../../lib/gotemplate/exec.ts'
import { formatValue } from '../../../lib/gotemplate/format.ts'
import { ArgumentError, BUILTINS, type TemplateFunction } from '../../../lib/gotemplate/functions.ts'
import { goJson, goJsonForHtml } from '../../../lib/gotemplate/json.ts'
import type { Template } from '../../../lib/gotemplate/ast.ts'
import { parseTemplate } from '../../../lib/gotemplate/parse.ts'
import { isUntypedSlice, typeName, type GoValue } from '../../../lib/gotemplate/value.ts'

const DOCKER_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  // A list's row writes itself, as JSON for HTML.
  json: (value) => (typeName(value).startsWith('*') ? goJsonForHtml(value) : goJson(value)),
  split: (text, separator) => formatValue(text, 1).split(formatValue(separator, 1)),
  join: (list, separator) => {
    if (!Array.isArray(list) || isUntypedSlice(list)) {
      throw new ArgumentError(0, `wrong type for value; expected []string; got ${typeName(list)}`)
    }
    return list.map((item: GoValue) => formatValue(item, 1)).join(formatValue(separator, 1))
  },
  title: (text) =>
    formatValue(text, 1).replace(
      /(^|[^\p{L}\d'])(\p{L})/gu,
      (_, before: string, c: string) => before + c.toUpperCase(),
    ),
  lower: (text) => formatValue(text, 1).toLowerCase(),
  upper: (text) => formatValue(text, 1).toUpperCase(),
  pad: (text, before, after) => {
    const source = formatValue(text, 1)
    return source === '' ? '' : ' '.repeat(Number(before)) + source + ' '.repeat(Number(after))
  },
  truncate: (text, length) => formatValue(text, 1).slice(0, Number(length)),
}

const NAMES: ReadonlySet<string> = new Set([...Object.keys(BUILTINS), ...Object.keys(DOCKER_FUNCTIONS)])

/** Throws a TemplateError. */
export function parseDockerTemplate(text: string): Template {
  return parseTemplate(text, NAMES)
}

/** Throws a TemplateError. */
export function execDockerTemplate(template: Template, data: GoValue, missingKeyError = false): string {
  return execTemplate(template, data, { functions: DOCKER_FUNCTIONS, missingKeyError })
}

/** As for the heads of a table: what shapes values leaves a heading alone. */
export function execHeader(template: Template, data: GoValue): string {
  const same: TemplateFunction = (text) => text
  const functions = {
    ...DOCKER_FUNCTIONS,
    json: same,
    title: same,
    lower: same,
    upper: same,
    truncate: same,
    join: same,
    split: same,
  }
  return execTemplate(template, data, { functions })
}
