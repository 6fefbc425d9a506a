// kubectl cluster-info, version, api-resources, api-versions, auth, options: about the cluster itself.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { qualifiedPlural, RESOURCES, resourceByName } from '../api/resources.ts'
import type { Kubectl } from './context.ts'
import { formatTable } from './output.ts'

export const CLIENT_VERSION = 'v1.36.4'

export function* clusterInfo(k: Kubectl): Blocking<number> {
  const services = yield* k.must(k.api.list(k.resource('services'), 'kube-system'))
  const base = `https://${k.server}`
  k.out(`Kubernetes control plane is running at ${base}\n`)
  if (services.some(({ metadata }) => metadata.name === 'kube-dns')) {
    k.out(`CoreDNS is running at ${base}/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy\n`)
  }
  k.out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n")
  return 0
}

export function* version(k: Kubectl): Blocking<number> {
  k.out(`Client Version: ${CLIENT_VERSION}\nKustomize Version: v5.8.1\n`)
  if (k.has('client')) return 0
  const there = yield* k.api.list(k.resource('namespaces'), null)
  if (isApiError(there)) return k.refuse(there)
  k.out(`Server Version: ${CLIENT_VERSION}\n`)
  return 0
}

export function* apiResources(k: Kubectl): Blocking<number> {
  const namespaced = k.flag('namespaced')
  const group = k.flag('api-group')
  const shown = RESOURCES.filter((one) => {
    const own = one.apiVersion.includes('/') ? one.apiVersion.slice(0, one.apiVersion.indexOf('/')) : ''
    return (
      (namespaced === null || one.namespaced === (namespaced !== 'false')) &&
      (group === null || own === group)
    )
  })
  const output = k.flag('output')
  if (output === 'name') {
    k.out(shown.map((one) => `${qualifiedPlural(one)}\n`).join(''))
    return 0
  }
  if (output !== null) return k.fail(`--output ${output} is not available`)
  const rows = shown.map(({ plural, short, apiVersion, namespaced: is, kind }) => {
    return [plural, short.join(','), apiVersion, String(is), kind]
  })
  const head = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND']
  k.out(formatTable(k.has('no-headers') ? rows : [head, ...rows]))
  return 0
}

export function* apiVersions(k: Kubectl): Blocking<number> {
  k.out(
    [...new Set(RESOURCES.map(({ apiVersion }) => apiVersion))]
      .sort()
      .map((one) => `${one}\n`)
      .join(''),
  )
  return 0
}

/** Whoever asks is the administrator here, and may do everything. */
export function* auth(k: Kubectl): Blocking<number> {
  const [what = '', verb, type] = k.operands
  if (what === 'whoami') {
    k.out(
      'ATTRIBUTE   VALUE\nUsername    kubernetes-admin\nGroups      [kubeadm:cluster-admins system:authenticated]\n',
    )
    return 0
  }
  if (what !== 'can-i') return k.fail(`auth ${what} is not supported in vethlab`)
  if (k.has('list')) {
    const rows = [
      ['*.*', '[]', '[]', '[*]'],
      ['', '[*]', '[]', '[*]'],
    ]
    k.out(formatTable([['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'], ...rows]))
    return 0
  }
  if (verb === undefined || type === undefined) {
    return k.fail(
      "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
    )
  }
  const resource = resourceByName(type.split('/')[0] ?? '')
  if (!resource && type !== '*' && !type.startsWith('/')) {
    k.p.io.err(`Warning: the server doesn't have a resource type '${type}'\n\n`)
  } else if (resource && !resource.namespaced && !k.has('all-namespaces')) {
    k.p.io.err(`Warning: resource '${resource.plural}' is not namespace scoped\n\n`)
  }
  if (!k.has('quiet')) k.out('yes\n')
  return 0
}

/** Nobody measures: there is no metrics server. */
export function* top(k: Kubectl): Blocking<number> {
  if (k.operands.length === 0) return k.fail('the help of kubectl top is not supported in vethlab')
  return k.fail('Metrics API not available')
}
