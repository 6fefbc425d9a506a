// Lists as `ps`, `images`, `network ls` print them: a table, JSON, or a template of one's own, which may make a table.
// Ref: docker/cli cli/command/formatter/formatter.go
import { TemplateError } from '../../../lib/gotemplate/error.ts'
import { named, type GoStruct, type GoValue } from '../../../lib/gotemplate/value.ts'
import type { DockerCli } from './cli.ts'
import { alignTable } from './table.ts'
import { execDockerTemplate, execHeader, parseDockerTemplate } from './template.ts'

export interface ListFormat {
  /** The context's type, as errors name it. */
  readonly typeName: string
  /** What a template calls each column, and its heading. */
  readonly headers: Readonly<Record<string, string>>
  /** The columns of the plain table, a template. */
  readonly table: string
  /** With --quiet. */
  readonly quiet: string
  /** `failed to execute template: ` before what is wrong, where Docker says so. */
  readonly complaint?: string
}

export interface ListOptions {
  readonly format: string
  readonly quiet: boolean
  /** Other columns than usual. */
  readonly table?: string
}

/** `rows`: columns as text, made when they are asked for; methods may take arguments (`.Label "x"`). */
export function printList(
  cli: DockerCli,
  list: ListFormat,
  rows: readonly GoStruct[],
  { format, quiet, table }: ListOptions,
): number {
  const plain = format === '' || format === 'table'
  const source = plain
    ? quiet
      ? list.quiet
      : `table ${table ?? list.table}`
    : format === 'json'
      ? '{{json .}}'
      : format
  const tabular = source.startsWith('table')
  const body = (tabular ? source.slice('table'.length).trim() : source.trim())
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n')
  let stage = 'failed to parse template: '
  try {
    const template = parseDockerTemplate(body)
    stage = list.complaint ?? 'template parsing error: '
    const lines: string[] = []
    for (const row of rows) lines.push(execDockerTemplate(template, contextOf(row, list.typeName)))
    if (!tabular) {
      cli.out(lines.map((line) => `${line}\n`).join(''))
      return 0
    }
    const heads: Record<string, GoValue> = { ...list.headers, Label: (name) => labelHeading(name) }
    const head = execHeader(template, named(heads, list.typeName))
    const cells = [head, ...lines].flatMap((line) => line.split('\n')).map((line) => line.split('\t'))
    cli.out(alignTable(cells))
    return 0
  } catch (thrown) {
    if (!(thrown instanceof TemplateError)) throw thrown
    return cli.fail(`${stage}${thrown.message}`)
  }
}

/** `com.example.role` is headed `role`, as Docker does. */
function labelHeading(name: GoValue): string {
  return String(name).split('.').at(-1)?.replaceAll(/[-_]/g, ' ') ?? ''
}

/** What `{{json .}}` prints is sorted by name. */
function contextOf(row: GoStruct, typeName: string): GoStruct {
  return named(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))), typeName)
}
