// kubectl explain: the members of a kind of object, and what they hold.
// (Ref: kubectl/pkg/explain/v2/templates/plaintext.tmpl)
import type { Blocking } from '../../../../os/program.ts'
import { qualifiedPlural, RESOURCES, resourceByName, type Resource } from '../../api/resources.ts'
import { absentKind } from '../absent.ts'
import type { Kubectl } from '../context.ts'
import { ENUMS } from './enums.ts'
import { TYPES } from './types.ts'
import { describeField, describeType } from './words.ts'

const NONE = '<no description>'
/** How many words of an enumeration a list of members shows. */
const ENUM_LIMIT = 4
const WIDTH = 76

interface Field {
  readonly name: string
  readonly required: boolean
  /** What it holds, below lists and maps. */
  readonly type: string
  /** `[]` and `map[string]` before it. */
  readonly around: string
}

export function* explain(k: Kubectl): Blocking<number> {
  const [asked, more] = k.operands
  if (asked === undefined) {
    return k.fail(
      'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
    )
  }
  if (more !== undefined) return k.fail('We accept only this format: explain RESOURCE')
  const output = k.flag('output')
  if (output !== null && output !== 'plaintext') {
    return k.fail(`--output=${output} of explain is not supported in vethlab`)
  }
  if (asked.includes('[')) return k.fail('invalid jsonpath syntax, first node must be field node')
  const { resource, path } = split(k, asked)
  checkVersion(k, resource)
  const page = explanation(resource, path, k.has('recursive'))
  if (page === null) return k.fail(`field "${path.at(-1)}" does not exist`)
  k.out(page)
  return 0
}

/** The longest name of a kind that it starts with, `deployments.apps` too, and the way from there. */
function split(k: Kubectl, asked: string): { readonly resource: Resource; readonly path: readonly string[] } {
  const words = asked.split('.').filter((word) => word !== '')
  const grouped = RESOURCES.find((one) => {
    return [one.plural, one.singular].some((name) => {
      const whole = qualifiedPlural(one).replace(one.plural, name)
      return whole.includes('.') && `${asked}.`.startsWith(`${whole}.`)
    })
  })
  const [first = ''] = words
  if (grouped) {
    return { resource: grouped, path: words.slice(qualifiedPlural(grouped).split('.').length) }
  }
  const resource = resourceByName(first)
  if (resource) return { resource, path: words.slice(1) }
  const absent = absentKind(first)
  if (absent !== null) k.fail(`${absent} are not supported in vethlab`)
  k.p.io.err(`the server doesn't have a resource type "${first}"\n`)
  return k.p.procs.exit(1)
}

function checkVersion(k: Kubectl, { apiVersion, plural }: Resource): void {
  const version = k.flag('api-version') ?? apiVersion
  if (version === apiVersion) return
  const shown = `${version.includes('/') ? version : `/${version}`}, Resource=${plural}`
  k.fail(
    RESOURCES.some((one) => one.apiVersion === version)
      ? `GVR (${shown}) not found in OpenAPI schema`
      : `couldn't find resource for "${shown}"`,
  )
}

/** The page; null when the way leads nowhere. */
function explanation(resource: Resource, path: readonly string[], recursive: boolean): string | null {
  const [version = '', group] = resource.apiVersion.split('/').toReversed()
  const head = `${group === undefined ? '' : `GROUP:      ${group}\n`}KIND:       ${resource.kind}\nVERSION:    ${version}\n\n`
  let type = resource.kind
  let words = `${describeType(type) ?? NONE}\n`
  let shown = ''
  for (const name of path) {
    const field = fieldsOf(type).find((one) => one.name === name)
    if (!field) return null
    const enumeration = ENUMS.get(`${type}.${name}`)
    const allowed = enumeration === undefined ? '' : `ENUM:${lines(enumeration.split(' '))}`
    shown = `FIELD: ${name} <${typeName(field)}>\n${allowed}\n\n`
    const own = describeType(field.type)
    words = `${describeField(type, name) ?? NONE}\n${own === null ? '' : `${own}\n`}`
    type = field.type
  }
  const description = `DESCRIPTION:\n${indent(wrap(words, WIDTH), 4)}\n`
  const list = fieldList(type, 1, recursive)
  return `${head}${shown}${description}${list === '' ? '' : `FIELDS:\n${list}`}\n`
}

function lines(words: readonly string[]): string {
  return words.map((word) => `\n    ${word}`).join('')
}

function fieldList(type: string, level: number, recursive: boolean): string {
  return fieldsOf(type)
    .map((field) => {
      const row = fieldRow(type, field, level)
      if (recursive) return `${row}\n${fieldList(field.type, level + 1, true)}`
      const words = describeField(type, field.name) ?? NONE
      return `${row}\n${indent(wrap(words, WIDTH), 4)}\n\n`
    })
    .join('')
}

function fieldRow(type: string, field: Field, level: number): string {
  const margin = ' '.repeat(level * 2)
  const row = `${margin}${field.name}\t<${typeName(field)}>${field.required ? ' -required-' : ''}`
  const words = ENUMS.get(`${type}.${field.name}`)?.split(' ')
  if (!words) return row
  const rest = words.length > ENUM_LIMIT ? ', ....' : ''
  return `${row}\n${margin}enum: ${words.slice(0, ENUM_LIMIT).join(', ')}${rest}`
}

/** Of types that are a text in the end that is said. */
function typeName({ type, around }: Field): string {
  if (type === 'Time' || type === 'MicroTime') return `${around}string`
  return `${around}${type === 'SlicePort' ? 'EndpointPort' : type}`
}

function fieldsOf(type: string): readonly Field[] {
  const line = TYPES.split('\n').find((one) => one.startsWith(`${type}:`))
  const words = line?.slice(type.length + 1).trim() ?? ''
  return words === '' ? [] : words.split(' ').map(readField)
}

function readField(word: string): Field {
  const [, name = '', mark, prefix = '', type = 'string'] =
    /^(\w+)(!)?(?::((?:\[\]|map\.)*)(\w+))?$/.exec(word) ?? []
  const whole = type === 'int' ? 'integer' : type === 'bool' ? 'boolean' : type
  const around = prefix.replaceAll('map.', 'map[string]')
  return { name, required: mark !== undefined, type: whole, around }
}

/** As many words a line as fit. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const rows: string[] = []
      for (const word of line.split(' ')) {
        const last = rows.at(-1)
        if (last !== undefined && last.length + 1 + word.length <= width)
          rows[rows.length - 1] = `${last} ${word}`
        else rows.push(word)
      }
      return rows.join('\n')
    })
    .join('\n')
}

function indent(text: string, margin: number): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(margin)}${line}`)
    .join('\n')
}
