// What the API server refuses of an object. (Ref: k8s.io/kubernetes pkg/apis/{core,apps}/validation)
import { invalid, type ApiStatus } from '../api/status.ts'
import type { Resource } from '../api/resources.ts'
import { matches } from '../api/selector.ts'
import type { Pod, PodSpec } from '../api/podtypes.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Deployment, Job, NetworkPolicy, Service } from '../api/types.ts'

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const SUBDOMAIN_WORDS =
  'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, ' +
  "'-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', " +
  "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"

/** Members of a pod's specification that would change what it does, and do not here. */
const UNSUPPORTED = [
  'affinity',
  'topologySpreadConstraints',
  'ephemeralContainers',
  'hostPID',
  'hostIPC',
  'shareProcessNamespace',
  'runtimeClassName',
  'activeDeadlineSeconds',
]
const VOLUMES = new Set(['name', 'emptyDir', 'hostPath', 'configMap', 'secret'])

/** null when there is nothing to be said against it. */
export function validate(resource: Resource, object: KubeObject): ApiStatus | null {
  const { name } = object.metadata
  const wrong = (what: string): ApiStatus => invalid(resource, name, what)
  if (!SUBDOMAIN.test(name)) return wrong(`metadata.name: Invalid value: "${name}": ${SUBDOMAIN_WORDS}`)
  switch (object.kind) {
    case 'Pod': {
      const what = podSpecError((object as Pod).spec, 'spec')
      return what === null ? null : wrong(what)
    }
    case 'Deployment':
    case 'ReplicaSet':
    case 'DaemonSet':
    case 'StatefulSet':
      return validateTemplate(object as Deployment, wrong)
    case 'Job': {
      const { restartPolicy, ...template } = (object as Job).spec.template.spec
      const what = podSpecError(template, 'spec.template.spec')
      if (what !== null) return wrong(what)
      if (restartPolicy === 'Never' || restartPolicy === 'OnFailure') return null
      const value =
        restartPolicy === undefined
          ? 'Required value: valid values'
          : `Unsupported value: "${restartPolicy}": supported values`
      return wrong(`spec.template.spec.restartPolicy: ${value}: "OnFailure", "Never"`)
    }
    case 'Service': {
      const { ports, type, clusterIP } = (object as Service).spec
      const far = (ports ?? []).findIndex(({ port }) => !isPort(port))
      if (far >= 0)
        return wrong(`spec.ports[${far}].port: Invalid value: ${ports?.[far]?.port}: ${PORT_WORDS}`)
      if ((ports ?? []).length > 0 || type === 'ExternalName' || clusterIP === 'None') return null
      return wrong('spec.ports: Required value')
    }
    case 'NetworkPolicy': {
      const what = policyError(object as NetworkPolicy)
      return what === null ? null : wrong(what)
    }
    default:
      return null
  }
}

/** Ref: pkg/apis/networking/validation/validation.go */
function policyError({ spec }: NetworkPolicy): string | null {
  for (const [way, rules] of [
    ['ingress', spec.ingress ?? []],
    ['egress', spec.egress ?? []],
  ] as const) {
    for (const [i, rule] of rules.entries()) {
      const peers = way === 'ingress' ? rule.from : rule.to
      for (const [j, { ipBlock, podSelector, namespaceSelector }] of (peers ?? []).entries()) {
        const path = `spec.${way}[${i}].${way === 'ingress' ? 'from' : 'to'}[${j}]`
        if (!ipBlock && !podSelector && !namespaceSelector)
          return `${path}: Required value: must specify a peer`
        if (ipBlock && (podSelector ?? namespaceSelector)) {
          return `${path}: Forbidden: may not specify both ipBlock and another peer`
        }
        if (ipBlock && !/^[\d.]+\/\d+$/.test(ipBlock.cidr)) {
          return `${path}.ipBlock.cidr: Invalid value: "${ipBlock.cidr}": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)`
        }
      }
    }
  }
  return null
}

const PORT_WORDS = 'must be between 1 and 65535, inclusive'

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535
}

function validateTemplate({ spec }: Deployment, wrong: (what: string) => ApiStatus): ApiStatus | null {
  const selector = spec.selector as Deployment['spec']['selector'] | undefined
  if (!selector) return wrong('spec.selector: Required value')
  const labels = spec.template.metadata?.labels ?? {}
  if (!matches(selector, labels)) {
    const value = `spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}`
    return wrong(`${value}: \`selector\` does not match template \`labels\``)
  }
  const what = podSpecError(spec.template.spec, 'spec.template.spec')
  return what === null ? null : wrong(what)
}

function podSpecError(spec: PodSpec | undefined, path: string): string | null {
  for (const key of UNSUPPORTED) {
    if (spec?.[key] !== undefined) return `${path}.${key}: it is not supported in vethlab`
  }
  for (const [i, volume] of (spec?.volumes ?? []).entries()) {
    const other = Object.keys(volume).find((key) => !VOLUMES.has(key))
    if (other !== undefined)
      return `${path}.volumes[${i}].${other}: volumes of this kind are not supported in vethlab`
  }
  const containers = (spec?.containers ?? []) as PodSpec['containers']
  if (containers.length === 0) return `${path}.containers: Required value`
  for (const [i, container] of containers.entries()) {
    if (!container.name) return `${path}.containers[${i}].name: Required value`
    if (!container.image) return `${path}.containers[${i}].image: Required value`
    for (const { name } of container.volumeMounts ?? []) {
      if ((spec?.volumes ?? []).some((volume) => volume.name === name)) continue
      return `${path}.containers[${i}].volumeMounts[0].name: Not found: "${name}"`
    }
    for (const [n, { containerPort }] of (container.ports ?? []).entries()) {
      const at = `${path}.containers[${i}].ports[${n}].containerPort`
      if (!isPort(containerPort)) return `${at}: Invalid value: ${containerPort}: ${PORT_WORDS}`
    }
    const again = containers.findIndex(({ name }) => name === container.name)
    if (again < i) return `${path}.containers[${i}].name: Duplicate value: "${container.name}"`
  }
  return null
}
