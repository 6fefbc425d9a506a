// kubectl create ingress and cronjob. (Ref: kubectl/pkg/cmd/create/{create_ingress,create_cronjob}.go)
import type { KubeObject } from '../api/meta.ts'
import type { Kubectl } from './context.ts'
import { dry } from './createdata.ts'

const RULE =
  /^(?<host>[^/]*)(?<path>\/.*)?=(?<service>[^:,]+):(?<port>[^,]+)(?:,(?<tls>tls(?:=(?<secret>.*))?))?$/

export function ingress(k: Kubectl, name: string): KubeObject {
  const fallback = k.flag('default-backend')
  const given = k.all('rule')
  if (fallback === null && given.length === 0) {
    return k.fail(
      'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
    )
  }
  const rules: { host?: string; http: { paths: object[] } }[] = []
  const tls: { hosts?: string[]; secretName?: string }[] = []
  for (const text of given) {
    const {
      host = '',
      path = '/',
      service = '',
      port = '',
      tls: secure,
      secret,
    } = RULE.exec(text)?.groups ?? {}
    if (service === '')
      return k.fail(
        `rule ${text} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`,
      )
    const prefix = path.endsWith('*')
    const one = {
      backend: backend(service, port),
      path: prefix ? path.slice(0, -1) : path,
      pathType: prefix ? 'Prefix' : 'Exact',
    }
    const known = rules.find((rule) => (rule.host ?? '') === host)
    if (known) known.http.paths.push(one)
    else rules.push({ ...(host === '' ? {} : { host }), http: { paths: [one] } })
    if (secure !== undefined)
      tls.push({ ...(host === '' ? {} : { hosts: [host] }), ...(secret ? { secretName: secret } : {}) })
  }
  const annotations = Object.fromEntries(k.all('annotation').map((pair) => pair.split('=')))
  const [service = '', port = ''] = fallback?.split(':') ?? []
  const kind = k.flag('class')
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, ...(k.all('annotation').length > 0 ? { annotations } : {}) },
    spec: {
      ...(fallback === null ? {} : { defaultBackend: backend(service, port) }),
      ...(kind === null ? {} : { ingressClassName: kind }),
      ...(rules.length > 0 ? { rules } : {}),
      ...(tls.length > 0 ? { tls } : {}),
    },
    ...dry(k, { status: { loadBalancer: {} } }),
  }
}

function backend(name: string, port: string): object {
  return { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } }
}

export function cronJob(k: Kubectl, name: string): KubeObject {
  const image = k.flag('image')
  const schedule = k.flag('schedule')
  const missing = [...(image === null ? ['"image"'] : []), ...(schedule === null ? ['"schedule"'] : [])]
  if (missing.length > 0) return k.fail(`required flag(s) ${missing.join(', ')} not set`)
  const restartPolicy = k.flag('restart') ?? 'OnFailure'
  const command = k.rest ? { command: [...k.rest] } : {}
  const containers = [{ ...command, image, name, ...dry(k, { resources: {} }) }]
  const template = { ...dry(k, { metadata: {} }), spec: { containers, restartPolicy } }
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name },
    spec: { jobTemplate: { metadata: { name }, spec: { template } }, schedule },
    ...dry(k, { status: {} }),
  }
}
