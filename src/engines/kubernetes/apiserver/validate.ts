// What the API server refuses of an object. (Ref: k8s.io/kubernetes pkg/apis/{core,apps}/validation)
import { invalid, type ApiStatus } from '../api/status.ts'
import type { Resource } from '../api/resources.ts'
import { matches } from '../api/selector.ts'
import type { Deployment, KubeObject, NetworkPolicy, Pod, PodSpec, Service } from '../api/types.ts'

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const SUBDOMAIN_WORDS =
  'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, ' +
  "'-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', " +
  "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"

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
      return validateTemplate(object as Deployment, wrong)
    case 'Service': {
      const { ports, type, clusterIP } = (object as Service).spec
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

/** What vethlab's own enforcement lacks is said, not left out. */
function policyError({ spec }: NetworkPolicy): string | null {
  for (const rule of [...(spec.ingress ?? []), ...(spec.egress ?? [])]) {
    const peers = [...(rule.from ?? []), ...(rule.to ?? [])]
    if (peers.some(({ ipBlock }) => (ipBlock?.except ?? []).length > 0)) {
      return 'ipBlock.except: it is not supported in vethlab'
    }
    if ((rule.ports ?? []).some(({ port }) => typeof port === 'string')) {
      return 'ports: ports by name are not supported in vethlab'
    }
  }
  return null
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
  const containers = (spec?.containers ?? []) as PodSpec['containers']
  if (containers.length === 0) return `${path}.containers: Required value`
  for (const [i, container] of containers.entries()) {
    if (!container.name) return `${path}.containers[${i}].name: Required value`
    if (!container.image) return `${path}.containers[${i}].image: Required value`
    const again = containers.findIndex(({ name }) => name === container.name)
    if (again < i) return `${path}.containers[${i}].name: Duplicate value: "${container.name}"`
  }
  return null
}
