// What a real API server says of the same objects. (Recorded from kube-apiserver 1.20.2; what has been worded otherwise
// since stands as it is worded now.)
import { expect, it } from 'vitest'
import type { KubeObject } from '../../api/meta.ts'
import { resourceOfKind } from '../../api/resources.ts'
import { withDefaults } from '../defaults.ts'
import { validate } from './validate.ts'

const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
const NAME =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

function wrong(kind: string, spec: object, more: object = {}): readonly string[] {
  const resource = resourceOfKind(kind)
  if (!resource) throw new Error(kind)
  const { apiVersion } = resource
  const object = withDefaults({ apiVersion, kind, metadata: { name: 'x' }, spec, ...more } as KubeObject)
  const causes = validate(resource, object)?.details?.causes ?? []
  return causes.map(({ field, message }) => `${field}: ${message}`)
}

function container(more: object, spec: object = {}): readonly string[] {
  return wrong('Pod', { containers: [{ name: 'c', image: 'nginx', ...more }], ...spec })
}

it('containers', () => {
  const at = 'spec.containers[0]'
  expect(wrong('Pod', {})).toEqual(['spec.containers: Required value'])
  expect(wrong('Pod', { containers: [{}] })).toEqual([
    `${at}.name: Required value`,
    `${at}.image: Required value`,
  ])
  expect(container({ name: 'Bad_C' })).toEqual([`${at}.name: Invalid value: "Bad_C": ${LABEL}`])
  expect(container({ imagePullPolicy: 'Sometimes' })).toEqual([
    `${at}.imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"`,
  ])
  expect(container({ volumeMounts: [{ name: 'v', mountPath: '/x' }] })).toEqual([
    `${at}.volumeMounts[0].name: Not found: "v"`,
  ])
  expect(container({ resources: { requests: { gpus: '1' } } })).toEqual([
    `${at}.resources.requests[gpus]: Invalid value: "gpus": must be a standard resource type or fully qualified`,
    `${at}.resources.requests[gpus]: Invalid value: "gpus": must be a standard resource for containers`,
  ])
  expect(container({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })).toEqual([
    `${at}.resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1`,
  ])
})

it('ports of containers', () => {
  const at = 'spec.containers[0].ports'
  expect(container({ ports: [{ containerPort: 70_000 }] })).toEqual([
    `${at}[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive`,
  ])
  expect(container({ ports: [{ containerPort: 80, protocol: 'HTTP' }] })).toEqual([
    `${at}[0].protocol: Unsupported value: "HTTP": supported values: "SCTP", "TCP", "UDP"`,
  ])
  expect(container({ ports: [{ containerPort: 80, name: 'this-is-far-too-long-name' }] })).toEqual([
    `${at}[0].name: Invalid value: "this-is-far-too-long-name": must be no more than 15 characters`,
  ])
  expect(container({ ports: [{ containerPort: 80, hostPort: 81 }] }, { hostNetwork: true })).toEqual([
    `${at}[0].containerPort: Invalid value: 80: must match \`hostPort\` when \`hostNetwork\` is true`,
  ])
})

it('probes', () => {
  const at = 'spec.containers[0].livenessProbe'
  expect(container({ livenessProbe: {} })).toEqual([`${at}: Required value: must specify a handler type`])
  expect(container({ livenessProbe: { httpGet: { path: '/', port: 70_000 }, periodSeconds: -1 } })).toEqual([
    `${at}.httpGet.port: Invalid value: 70000: must be between 1 and 65535, inclusive`,
    `${at}.periodSeconds: Invalid value: -1: must be greater than or equal to 0`,
  ])
  expect(container({ livenessProbe: { httpGet: { port: 80 }, tcpSocket: { port: 80 } } })).toEqual([
    `${at}.tcpSocket: Forbidden: may not specify more than 1 handler type`,
  ])
  expect(container({ livenessProbe: { exec: {} } })).toEqual([`${at}.exec.command: Required value`])
})

it('pods', () => {
  expect(container({}, { restartPolicy: 'Sometimes' })).toEqual([
    'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
  ])
  expect(container({}, { volumes: [{ name: 'v', emptyDir: {}, hostPath: { path: '/x' } }] })).toEqual([
    'spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type',
  ])
  expect(container({}, { volumes: [{ name: 'v', configMap: {} }] })).toEqual([
    'spec.volumes[0].configMap.name: Required value',
  ])
  expect(container({}, { tolerations: [{ operator: 'Equal', value: 'x' }] })).toEqual([
    'spec.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"',
  ])
  expect(container({}, { nodeSelector: { 'a b': 'c' } })).toEqual([
    `spec.nodeSelector: Invalid value: "a b": ${NAME}`,
  ])
})

it('deployments and jobs', () => {
  const template = {
    metadata: { labels: { app: 'a' } },
    spec: { containers: [{ name: 'c', image: 'nginx' }] },
  }
  const deployment = (more: object): readonly string[] => {
    return wrong('Deployment', { selector: { matchLabels: { app: 'a' } }, template, ...more })
  }
  expect(deployment({})).toEqual([])
  expect(deployment({ selector: { matchLabels: { app: 'b' } } })).toEqual([
    'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
  ])
  expect(deployment({ selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } })).toEqual([
    "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In"}]}: invalid label selector',
  ])
  expect(deployment({ replicas: -1 })).toEqual([
    'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ])
  expect(deployment({ strategy: { type: 'Foo' } })).toEqual([
    'spec.strategy: Unsupported value: {"Type":"Foo","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
  ])
  expect(deployment({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } })).toEqual([
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0',
  ])
  expect(deployment({ minReadySeconds: 700 })).toEqual([
    'spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds',
  ])
  expect(wrong('Job', { parallelism: -1, backoffLimit: -1, template })).toEqual([
    'spec.parallelism: Invalid value: -1: must be greater than or equal to 0',
    'spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0',
    'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ])
})

it('services', () => {
  const service = (more: object): readonly string[] => wrong('Service', { ports: [{ port: 80 }], ...more })
  expect(service({ ports: [{ port: 80 }, { port: 81 }] })).toEqual([
    'spec.ports[0].name: Required value',
    'spec.ports[1].name: Required value',
  ])
  expect(service({ ports: [{ port: 80, targetPort: 'this-name-is-much-too-long' }] })).toEqual([
    'spec.ports[0].targetPort: Invalid value: "this-name-is-much-too-long": must be no more than 15 characters',
  ])
  expect(service({ ports: [] })).toEqual(['spec.ports: Required value'])
  expect(service({ type: 'Foo' })).toEqual([
    'spec.type: Unsupported value: "Foo": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ])
  expect(service({ ports: [{ port: 80, nodePort: 31_000 }] })).toEqual([
    "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
  ])
  expect(service({ clusterIP: 'banana' })).toEqual([
    'spec.clusterIPs[0]: Invalid value: "banana": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ])
  expect(service({ type: 'ExternalName' })).toEqual(['spec.externalName: Required value'])
})

it('network policies', () => {
  const policy = (...ingress: object[]): readonly string[] => {
    return wrong('NetworkPolicy', { podSelector: {}, ingress })
  }
  expect(policy({ from: [{}] })).toEqual(['spec.ingress[0].from[0]: Required value: must specify a peer'])
  expect(policy({ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/24'] } }] })).toEqual([
    'spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: "11.0.0.0/24": must be a strict subset of `cidr`',
  ])
  expect(policy({ ports: [{ port: 70_000, protocol: 'FOO' }, { port: 'BadName_' }] })).toEqual([
    'spec.ingress[0].ports[0].protocol: Unsupported value: "FOO": supported values: "TCP", "UDP", "SCTP"',
    'spec.ingress[0].ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive',
    'spec.ingress[0].ports[1].port: Invalid value: "BadName_": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
  ])
})
