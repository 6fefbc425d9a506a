// kubectl wait: until things are as they are wanted.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Kubectl } from './context.ts'
import { goDuration } from './duration.ts'
import { jsonPath } from './jsonpath.ts'
import { refOf } from './output.ts'
import { fetch, namespaceOf, readTargets } from './targets.ts'

const POLL = 100_000_000
const SECOND = 1_000_000_000

export function* wait(k: Kubectl): Blocking<number> {
  const what = k.flag('for')
  if (what === null) return k.fail('unrecognized condition: []')
  const [, kind = '', value = ''] = /^(condition|jsonpath|delete|create)(?:=(.*))?$/.exec(what) ?? []
  if (kind === '') return k.fail(`unrecognized condition: "${what}"`)
  const until = k.p.clock.now() + goDuration(k.flag('timeout') ?? '30s') * SECOND
  const objects: KubeObject[] = []
  for (const target of readTargets(k)) objects.push(...(yield* fetch(k, target)))
  if (objects.length === 0) return k.fail('no matching resources found')
  const met = kind === 'jsonpath' ? jsonPathCondition(k, value) : plainCondition(value)
  for (const object of objects) {
    const resource = k.resource(object.kind)
    for (;;) {
      const now = yield* k.api.get<KubeObject>(resource, namespaceOf(k, resource), object.metadata.name)
      if (kind === 'delete' ? isApiError(now) : !isApiError(now) && (kind === 'create' || met(now))) break
      if (k.p.clock.now() >= until) {
        return k.fail(`timed out waiting for the condition on ${resource.plural}/${object.metadata.name}`)
      }
      yield* k.p.clock.sleep(POLL)
    }
    k.out(`${refOf(object)} condition met\n`)
  }
  return 0
}

type Met = (object: KubeObject) => boolean

/** `Ready`, `Ready=false`. */
function plainCondition(value: string): Met {
  const [type = '', wanted = 'True'] = value.split('=')
  return (object) => {
    const { conditions = [] } = (object.status ?? {}) as { conditions?: { type: string; status: string }[] }
    const found = conditions.find((one) => one.type.toLowerCase() === type.toLowerCase())
    return found?.status.toLowerCase() === wanted.toLowerCase()
  }
}

/** `{.status.phase}=Running`; without a value it is enough that there is one. */
function jsonPathCondition(k: Kubectl, value: string): Met {
  const [, path, wanted] = /^(\{[^}]*\}|[^=]*)(?:=(.*))?$/.exec(value) ?? []
  if (!path)
    return k.fail(
      "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'",
    )
  const template = path.startsWith('{') ? path : `{${path}}`
  return (object) => {
    const found = jsonPath(template, object)
    if ('error' in found || found.values.length === 0) return false
    return wanted === undefined || found.text === wanted.replace(/^(["'])(.*)\1$/, '$2')
  }
}
