// kubectl replace.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { resourceOfKind } from '../api/resources.ts'
import { untilGone } from './change.ts'
import type { Kubectl } from './context.ts'
import { refOf } from './output.ts'

export function* replaceFiles(k: Kubectl): Blocking<number> {
  if (k.all('filename').length === 0) return k.fail('must specify one of -f and -k')
  for (const object of yield* k.objects()) {
    const resource = resourceOfKind(object.kind)
    if (!resource) return k.fail(`no matches for kind "${object.kind}" in version "${object.apiVersion}"`)
    const namespace = object.metadata.namespace ?? k.namespace
    const whole = {
      ...object,
      metadata: { ...object.metadata, ...(resource.namespaced ? { namespace } : {}) },
    }
    if (k.has('force')) {
      const gone = yield* k.api.remove(whole, 0)
      if (!isApiError(gone)) {
        const where = resource.namespaced ? ` from ${namespace} namespace` : ''
        k.out(`${resource.singular} "${object.metadata.name}" deleted${where}\n`)
        yield* untilGone(k, whole)
      }
      const made = yield* k.must(k.api.create(whole))
      k.out(`${refOf(made)} replaced\n`)
      continue
    }
    const done = yield* k.must(k.api.replace(whole))
    k.out(`${refOf(done)} replaced\n`)
  }
  return 0
}
