// `docker … inspect`: JSON, or a template over each object. Ref: docker/cli cli/command/inspect/inspector.go
import { TemplateError } from '../../../lib/gotemplate/error.ts'
import { goJson } from '../../../lib/gotemplate/json.ts'
import {
  nil,
  pointerTo,
  untypedSlice,
  withZero,
  type GoStruct,
  type GoValue,
} from '../../../lib/gotemplate/value.ts'
import type { Blocking } from '../../../../os/program.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import type { DockerCli } from './cli.ts'
import { execDockerTemplate, parseDockerTemplate } from './template.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Members whose values are maps in Docker's types; all other objects are structs. */
const MAPS: ReadonlySet<string> = new Set(
  (
    'Labels Annotations Ports PortBindings ExposedPorts Volumes Networks Sysctls Options Config.Options Data DriverOpts ' +
    'AuxiliaryAddresses AuxAddress Containers Tmpfs StorageOpt Status LogConfig.Config Log.Config Actor.Attributes'
  ).split(' '),
)
/** Of these maps the values are strings. */
const STRINGS: ReadonlySet<string> = new Set(
  'Labels Annotations Sysctls Options Data DriverOpts AuxiliaryAddresses Tmpfs StorageOpt Config Attributes'.split(
    ' ',
  ),
)
const NULL_POINTERS: ReadonlySet<string> = new Set(
  'MemorySwappiness PidsLimit IPAMConfig OomKillDisable Init Health Server Platform ExitCode'.split(' '),
)
/** Of these maps the values are pointers. */
const POINTERS: ReadonlySet<string> = new Set(['Networks'])

/** JSON with maps where Go has maps. */
export function typed(value: Json, key = '', parent = ''): GoValue {
  if (Array.isArray(value)) return value.map((item) => typed(item as Json))
  if (value === null) return nullOf(key)
  if (typeof value !== 'object') return value as GoValue
  const entries = Object.entries(value as Record<string, Json>)
  if (!MAPS.has(key) && !MAPS.has(`${parent}.${key}`)) {
    return Object.fromEntries(entries.map(([name, item]) => [name, typed(item, name, key)]))
  }
  const map = new Map(entries.map(([name, item]) => [name, typed(item, name, key)]))
  if (POINTERS.has(key))
    for (const item of map.values()) if (typeof item === 'object' && item) pointerTo(item)
  return STRINGS.has(key) ? withZero(map, '') : map
}

/** What stands for null is a nil map, pointer or slice, by the member's type. */
function nullOf(key: string): GoValue {
  if (NULL_POINTERS.has(key)) return null
  return MAPS.has(key) ? nil(withZero(new Map(), STRINGS.has(key) ? '' : null)) : nil([])
}

/** Docker's struct calls `ID` what its JSON calls `Id`. */
function byField(object: Json): Json {
  if (typeof object !== 'object' || object === null || !('Id' in object)) return object
  return Object.fromEntries(
    Object.entries(object).map(([name, item]) => [name === 'Id' ? 'ID' : name, item]),
  ) as Json
}

/** The same as Go reads it without knowing the type. */
function untyped(value: Json): GoValue {
  if (Array.isArray(value)) return untypedSlice(value.map((item) => untyped(item as Json)))
  if (typeof value !== 'object' || value === null) return value as GoValue
  return new Map(Object.entries(value as Record<string, Json>).map(([name, item]) => [name, untyped(item)]))
}

/**
 * Finds each by its name and prints it: as a list in JSON, or through the template, a line each. What was found is
 * printed before the complaints.
 */
export function* inspectAll(
  cli: DockerCli,
  names: readonly string[],
  format: string,
  find: (name: string) => Blocking<unknown | ApiFailure>,
): Blocking<number> {
  const asJson = format === '' || format === 'json'
  let template
  try {
    template = asJson ? null : parseDockerTemplate(format)
  } catch (thrown) {
    if (!(thrown instanceof TemplateError)) throw thrown
    return cli.fail(`template parsing error: ${thrown.message}`, 64)
  }
  const found: Json[] = []
  const failures: string[] = []
  let text = ''
  for (const name of names) {
    const object = yield* find(name)
    if (isFailure(object)) {
      failures.push(object.message)
      continue
    }
    found.push(object as Json)
    if (!template) continue
    try {
      text += `${render(template, object as Json)}\n`
    } catch (thrown) {
      if (!(thrown instanceof TemplateError)) throw thrown
      cli.out(`${text}\n`)
      return cli.fail(`template parsing error: ${thrown.message}`)
    }
  }
  if (format === 'json')
    cli.out(found.length > 0 ? `${found.map((object) => goJson(typed(object))).join('\n')}\n` : '[]\n')
  else if (asJson) cli.out(found.length > 0 ? `${listJson(found)}\n` : '[]\n')
  else cli.out(text === '' ? '\n' : text)
  if (failures.length === 0) return 0
  return cli.fail(failures.join('\n'))
}

/** Members stay in the daemon's order, which is that of Go's structs. */
function listJson(objects: readonly Json[]): string {
  return goJson(objects as unknown as GoValue, '    ')
}

/** By Docker's types first; a field they do not know is looked for in the plain JSON. */
function render(template: Parameters<typeof execDockerTemplate>[0], object: Json): string {
  try {
    return execDockerTemplate(template, typed(byField(object)))
  } catch (thrown) {
    if (!(thrown instanceof TemplateError) || !/can't evaluate field|can't index|nil/.test(thrown.message))
      throw thrown
    return execDockerTemplate(template, untyped(object) as GoStruct, true)
  }
}
