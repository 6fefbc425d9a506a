// kubectl get.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Kubectl } from './context.ts'
import { goTemplate } from './gotemplate.ts'
import { jsonPath } from './jsonpath.ts'
import { toYaml } from './goyaml.ts'
import { customColumns, objectTable, refOf, toJson } from './output.ts'
import { fetch, filtered, namespaceOf, readTargets, type Target } from './targets.ts'

const NO_TYPE =
  'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n' +
  'error: Required resource not specified.\n' +
  'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\n' +
  "See 'kubectl get -h' for help and examples\n"

export function* get(k: Kubectl): Blocking<number> {
  if (k.all('filename').length > 0) {
    const objects = yield* k.objects()
    const found = []
    for (const { kind, metadata } of objects) {
      const resource = k.resource(kind)
      found.push(
        yield* k.must(k.api.get<KubeObject>(resource, metadata.namespace ?? k.namespace, metadata.name)),
      )
    }
    return print(k, [{ kind: null, objects: found }], found.length === 1)
  }
  if (k.operands.length === 0) {
    k.p.io.err(NO_TYPE)
    return 1
  }
  const targets = readTargets(k)
  if (targets.some(({ resource }) => resource.kind === 'Endpoints')) {
    k.p.io.err('Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n')
  }
  if (k.has('watch') || k.has('watch-only')) return yield* watch(k, targets)
  const groups: Group[] = []
  let failed = false
  for (const target of targets) {
    const { resource, name } = target
    if (name === null) {
      add(groups, resource.kind, yield* fetch(k, target))
      continue
    }
    const object = yield* k.api.get<KubeObject>(resource, namespaceOf(k, resource), name)
    if (!isApiError(object)) add(groups, resource.kind, [object])
    else if (object.code === 404 && k.has('ignore-not-found')) continue
    else if (targets.length === 1 || object.code === 0) return k.refuse(object)
    else {
      failed = true
      k.p.io.err(`${k.words(object)}\n`)
    }
  }
  const only = targets.length === 1 && targets[0]?.name !== null
  return print(k, groups, only, failed) || (failed ? 1 : 0)
}

interface Group {
  /** null: of many kinds. */
  readonly kind: string | null
  readonly objects: KubeObject[]
}

function add(groups: Group[], kind: string, objects: readonly KubeObject[]): void {
  const group = groups.find((one) => one.kind === kind)
  if (group) group.objects.push(...objects)
  else groups.push({ kind, objects: [...objects] })
}

function sortBy(k: Kubectl, objects: KubeObject[]): KubeObject[] {
  const path = k.flag('sort-by')
  if (path === null) return objects
  const key = (object: KubeObject): string => {
    const found = jsonPath(`{${path.replace(/^\{|\}$/g, '')}}`, object)
    return 'error' in found ? '' : found.text
  }
  return [...objects].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    const [m, n] = [Number(x), Number(y)]
    if (x !== '' && y !== '' && !Number.isNaN(m) && !Number.isNaN(n)) return m - n
    return x < y ? -1 : x > y ? 1 : 0
  })
}

function print(k: Kubectl, groups: readonly Group[], single: boolean, failed: boolean = false): number {
  const output = k.flag('output') ?? ''
  const objects = sortBy(
    k,
    groups.flatMap((group) => group.objects),
  )
  if (output === '' || output === 'wide') return printTables(k, groups, output === 'wide', failed)
  const [first] = objects
  const list = { apiVersion: 'v1', items: objects, kind: 'List', metadata: { resourceVersion: '' } }
  const whole = single && first ? first : list
  const headers = !k.has('no-headers')
  if (output === 'json') k.out(toJson(whole))
  else if (output === 'yaml') k.out(toYaml(whole))
  else if (output === 'name' && k.has('show-labels'))
    return k.fail('--show-labels option cannot be used with name printer')
  else if (output === 'name') k.out(objects.map((object) => `${refOf(object)}\n`).join(''))
  else if (output.startsWith('jsonpath=')) {
    const result = jsonPath(output.slice('jsonpath='.length), whole)
    if ('error' in result) return k.fail(`${result.error}${result.debug ?? ''}`)
    k.out(result.text)
  } else if (output.startsWith('custom-columns=')) {
    const text = customColumns(output.slice('custom-columns='.length), objects, headers)
    if (text === null)
      return k.fail(`unexpected custom-columns spec: ${output.slice(15)}, expected <header>:<json-path-expr>`)
    k.out(text)
  } else if (output.startsWith('jsonpath-as-json=')) {
    const result = jsonPath(output.slice('jsonpath-as-json='.length), whole)
    if ('error' in result) return k.fail(result.error)
    k.out(toJson(result.values))
  } else if (/^(?:go-template|template)(?:=|$)/.test(output)) {
    const text = output.includes('=') ? output.slice(output.indexOf('=') + 1) : (k.flag('template') ?? '')
    if (text === '') return k.fail(`template format specified but no template given`)
    const result = goTemplate(text, whole)
    if ('error' in result) return k.fail(result.error)
    k.out(result.text)
  } else if (/^(?:go-template-file|templatefile|custom-columns-file|jsonpath-file|kyaml)/.test(output)) {
    return k.fail(`the output format ${output.split('=')[0]} is not supported in vethlab`)
  } else {
    return k.fail(
      `unable to match a printer suitable for the output format "${output}", allowed formats are: custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml`,
    )
  }
  return 0
}

function labelColumns(k: Kubectl): string[] {
  return k.all('label-columns').flatMap((word) => word.split(','))
}

function printTables(k: Kubectl, groups: readonly Group[], wide: boolean, failed: boolean): number {
  const full = groups.filter(({ objects }) => objects.length > 0)
  if (full.length === 0) {
    const where =
      k.has('all-namespaces') || groups.every(({ kind }) => kind === 'Node' || kind === 'Namespace')
    if (!k.has('ignore-not-found') && !failed)
      k.p.io.err(where ? 'No resources found\n' : `No resources found in ${k.namespace} namespace.\n`)
    return 0
  }
  const many = groups.length > 1
  const tables = full.map(({ kind, objects }) => {
    return objectTable(k.p, kind ?? objects[0]?.kind ?? '', sortBy(k, objects), {
      wide,
      namespaces: k.has('all-namespaces') && objects[0]?.metadata.namespace !== undefined,
      headers: !k.has('no-headers'),
      labels: k.has('show-labels'),
      labelColumns: labelColumns(k),
      qualified: many || k.has('show-kind'),
    })
  })
  k.out(tables.join('\n'))
  return 0
}

/** The table as it stands, then a line for everything that changes; until it is interrupted. */
function* watch(k: Kubectl, targets: readonly Target[]): Blocking<number> {
  const [target] = targets
  if (!target) return 1
  const { resource, name } = target
  const { connection } = yield* k.must(k.api.open('GET', `/watch?kinds=${resource.kind}`, null))
  const namespaces = k.has('all-namespaces')
  const options = {
    wide: k.flag('output') === 'wide',
    namespaces: namespaces && resource.namespaced,
    headers: true,
    labels: k.has('show-labels'),
    labelColumns: labelColumns(k),
    qualified: k.has('show-kind'),
  }
  const first: KubeObject[] = []
  let begun = false
  for (;;) {
    const line = yield* connection.line()
    if (line === null) return 0
    const { type, object } = JSON.parse(line) as { type: string; object: KubeObject }
    if (type === 'BOOKMARK') {
      begun = true
      if (first.length > 0 && !k.has('watch-only')) k.out(objectTable(k.p, resource.kind, first, options))
      continue
    }
    const here = namespaces || !resource.namespaced || object.metadata.namespace === k.namespace
    if (!here || (name !== null && object.metadata.name !== name) || filtered(k, [object]).length === 0)
      continue
    if (begun)
      k.out(
        objectTable(k.p, resource.kind, [object], {
          ...options,
          headers: first.length === 0 && once(first, object),
        }),
      )
    else first.push(object)
  }
}

/** Whether nothing was shown before. */
function once(shown: KubeObject[], object: KubeObject): boolean {
  shown.push(object)
  return true
}
