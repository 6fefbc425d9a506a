// kubectl cluster-info, version, api-resources, config: about the cluster itself.
import { parse } from 'yaml'
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { isApiError } from '../api/client.ts'
import { RESOURCES } from '../api/resources.ts'
import { configPath, type Kubectl } from './context.ts'
import { formatTable, toYaml } from './output.ts'

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
  const rows = RESOURCES.map(({ plural, short, apiVersion, namespaced, kind }) => {
    return [plural, short.join(','), apiVersion, String(namespaced), kind]
  })
  k.out(formatTable([['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'], ...rows]))
  return 0
}

interface Config {
  contexts?: { name: string; context: { cluster: string; user: string; namespace?: string } }[]
  'current-context'?: string
}

export function* config(k: Kubectl): Blocking<number> {
  const [verb = '', name] = k.operands
  const path = k.flag('kubeconfig') ?? configPath(k.p)
  const text = k.p.fs.readText(path)
  const whole = (isErrno(text) ? {} : parse(text)) as Config
  const current = whole['current-context'] ?? ''
  switch (verb) {
    case 'view':
      k.out(toYaml(whole))
      return 0
    case 'current-context':
      if (current === '') return k.fail('current-context is not set')
      k.out(`${current}\n`)
      return 0
    case 'get-contexts': {
      const rows = (whole.contexts ?? []).map(({ name: one, context }) => {
        return [one === current ? '*' : '', one, context.cluster, context.user, context.namespace ?? '']
      })
      k.out(formatTable([['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'], ...rows]))
      return 0
    }
    case 'set-context': {
      const chosen = k.has('current') ? current : (name ?? '')
      const context = (whole.contexts ?? []).find((one) => one.name === chosen)
      if (!context) return k.fail('no current context is set')
      const namespace = k.flag('namespace')
      if (namespace !== null) context.context.namespace = namespace
      k.p.fs.writeFile(path, toYaml(whole))
      k.out(`Context "${chosen}" modified.\n`)
      return 0
    }
    default:
      return k.fail(`config ${verb} is not supported in vethlab`)
  }
}
