// kubectl config: the file that says where the cluster is and who asks.
import { parse } from 'yaml'
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { configPath, type Kubectl } from './context.ts'
import { jsonPath } from './jsonpath.ts'
import { toYaml } from './goyaml.ts'
import { formatTable, toJson } from './output.ts'

interface Config {
  contexts?: { name: string; context: { cluster: string; user: string; namespace?: string } }[]
  clusters?: { name: string }[]
  users?: { name: string }[]
  'current-context'?: string
}

export function* config(k: Kubectl): Blocking<number> {
  const [verb = '', name] = k.operands
  const path = k.flag('kubeconfig') ?? configPath(k.p)
  const text = k.p.fs.readText(path)
  const whole = (isErrno(text) ? {} : parse(text)) as Config
  const current = whole['current-context'] ?? ''
  const { contexts = [] } = whole
  switch (verb) {
    case 'view':
      return view(k, k.has('minify') ? minified(whole) : whole)
    case 'delete-context': {
      if (name === undefined) return k.fail('you must specify a context name')
      if (!contexts.some((one) => one.name === name))
        return k.fail(`cannot delete context ${name}, not in ${path}`)
      if (current === name)
        k.p.io.err(
          'warning: this removed your active context, use "kubectl config use-context" to select a different one\n',
        )
      k.p.fs.writeFile(path, toYaml({ ...whole, contexts: contexts.filter((one) => one.name !== name) }))
      k.out(`deleted context ${name} from ${path}\n`)
      return 0
    }
    case 'current-context':
      if (current === '') return k.fail('current-context is not set')
      k.out(`${current}\n`)
      return 0
    case 'get-contexts':
      return getContexts(k, whole, name)
    case 'get-clusters':
      k.out(`NAME\n${(whole.clusters ?? []).map((one) => `${one.name}\n`).join('')}`)
      return 0
    case 'get-users':
      k.out(`NAME\n${(whole.users ?? []).map((one) => `${one.name}\n`).join('')}`)
      return 0
    case 'use-context':
      if (name === undefined)
        return k.fail("Unexpected args: []\nSee 'kubectl config use-context -h' for help and examples")
      if (!contexts.some((one) => one.name === name))
        return k.fail(`no context exists with the name: "${name}"`)
      k.p.fs.writeFile(path, toYaml({ ...whole, 'current-context': name }))
      k.out(`Switched to context "${name}".\n`)
      return 0
    case 'set-context':
      return setContext(k, path, whole, k.has('current') ? current : (name ?? ''))
    default:
      return k.fail(
        verb === ''
          ? 'the help of kubectl config is not supported in vethlab'
          : `config ${verb} is not supported in vethlab`,
      )
  }
}

function view(k: Kubectl, whole: Config): number {
  const shown = { ...whole, users: (whole.users ?? []).map((user) => ({ user: {}, ...user })) }
  const output = k.flag('output') ?? 'yaml'
  const [, path] = /^jsonpath=(.*)$/.exec(output) ?? []
  const found = path === undefined ? null : jsonPath(path, shown)
  if (found && 'error' in found) return k.fail(found.error)
  k.out(found ? found.text : output === 'json' ? toJson(shown) : toYaml(shown))
  return 0
}

function minified(whole: Config): Config {
  const current = whole['current-context']
  return { ...whole, contexts: (whole.contexts ?? []).filter((one) => one.name === current) }
}

function getContexts(
  k: Kubectl,
  { contexts = [], 'current-context': current }: Config,
  name?: string,
): number {
  const shown = contexts.filter((one) => name === undefined || one.name === name)
  if (name !== undefined && shown.length === 0) return k.fail(`context ${name} not found`)
  if (k.flag('output') === 'name') {
    k.out(shown.map((one) => `${one.name}\n`).join(''))
    return 0
  }
  const rows = shown.map(({ name: one, context }) => {
    return [one === current ? '*' : '', one, context.cluster, context.user, context.namespace ?? '']
  })
  k.out(formatTable([['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'], ...rows]))
  return 0
}

function setContext(k: Kubectl, path: string, whole: Config, name: string): number {
  if (name === '') return k.fail('no current context is set')
  const { contexts = [] } = whole
  const found = contexts.find((one) => one.name === name)
  const namespace = k.flag('namespace')
  const context = {
    cluster: k.flag('cluster') ?? found?.context.cluster ?? '',
    user: k.flag('user') ?? found?.context.user ?? '',
    ...(namespace === null
      ? found?.context.namespace && { namespace: found.context.namespace }
      : { namespace }),
  }
  const others = contexts.filter((one) => one !== found)
  const next = found
    ? contexts.map((one) => (one === found ? { name, context } : one))
    : [...others, { name, context }]
  k.p.fs.writeFile(path, toYaml({ ...whole, contexts: next }))
  k.out(`Context "${name}" ${found ? 'modified' : 'created'}.\n`)
  return 0
}
