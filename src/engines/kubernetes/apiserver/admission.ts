// What of a cluster an object counts on, and is not made without, and what it is given of it.
// (Ref: plugin/pkg/admission/{serviceaccount,priority})
import type { KubeObject } from '../api/meta.ts'
import type { Container, Pod } from '../api/podtypes.ts'
import type { Resource } from '../api/resources.ts'
import { forbiddenObject, type ApiStatus } from '../api/status.ts'
import { PRIORITIES } from './defaults.ts'
import type { Store } from './store.ts'

/** null when all of it is there. */
export function admit(store: Store, resource: Resource, object: KubeObject): ApiStatus | null {
  if (object.kind !== 'Pod') return null
  const { metadata, spec } = object as Pod
  const { name, namespace = 'default' } = metadata
  const priority = spec['priorityClassName']
  if (priority !== undefined && !(String(priority) in PRIORITIES))
    return forbiddenObject(resource, name, `no PriorityClass with name ${String(priority)} was found`)
  const account = String(spec['serviceAccountName'])
  if (store.get('ServiceAccount', namespace, account)) return null
  const why = `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`
  return forbiddenObject(resource, name, why)
}

const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'
const MIRROR = 'kubernetes.io/config.mirror'

/** A pod sees the token of its service account. Ref: serviceaccount/admission.go:mountServiceAccountToken() */
export function withToken(store: Store, object: KubeObject): KubeObject {
  if (object.kind !== 'Pod') return object
  const { metadata, spec } = object as Pod
  if (spec['automountServiceAccountToken'] === false || metadata.annotations?.[MIRROR] !== undefined)
    return object
  const all = [...(spec.initContainers ?? []), ...spec.containers]
  if (all.every(hasToken)) return object
  const name = generated(store, 'kube-api-access-')
  const mount = { mountPath: TOKEN_FOLDER, name, readOnly: true }
  const mounted = (container: Container): Container => {
    if (hasToken(container)) return container
    return { ...container, volumeMounts: [...(container.volumeMounts ?? []), mount] }
  }
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
    {
      downwardAPI: {
        items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
      },
    },
  ]
  const given = {
    ...spec,
    containers: spec.containers.map(mounted),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(mounted) } : {}),
    volumes: [...(spec.volumes ?? []), { name, projected: { defaultMode: 420, sources } }],
  }
  return { ...object, spec: given }
}

function hasToken({ volumeMounts = [] }: Container): boolean {
  return volumeMounts.some(({ mountPath }) => mountPath === TOKEN_FOLDER)
}

/** Names of what is made many times end in letters that spell nothing. Ref: apimachinery/pkg/util/rand */
export function generated(store: Store, prefix: string): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  if (prefix === '') return ''
  return prefix + [0, 0, 0, 0, 0].map(() => letters[store.random(letters.length)]).join('')
}
