// Containers of a pod. (Ref: pkg/apis/core/validation/validation.go:validateContainers())
import type { Container, ContainerPort, EnvVar, Probe, VolumeMount } from '../../api/podtypes.ts'
import type { Labels } from '../../api/meta.ts'
import { compareQuantities, isQuantity, parseQuantity } from '../../api/quantity.ts'
import {
  duplicate,
  forbidden,
  invalidValue,
  nonNegative,
  required,
  unknownName,
  unsupported,
  type FieldError,
} from './fielderror.ts'
import { configKey, dnsLabel, envName, portErrors, portName, textErrors } from './names.ts'

const PROTOCOLS = ['SCTP', 'TCP', 'UDP']
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never']
const RESOURCES = /^(?:cpu|memory|ephemeral-storage|hugepages-.+|.+\/.+)$/

interface Around {
  /** Names of the pod's volumes. */
  readonly volumes: ReadonlySet<string>
  readonly hostNetwork: boolean
  /** Names of the pod's other containers. */
  readonly others: readonly string[]
}

export function containerErrors(
  containers: readonly Container[],
  path: string,
  around: Around,
): FieldError[] {
  if (containers.length === 0) return [required(path)]
  return containers.flatMap((container, i) => {
    const before = [...around.others, ...containers.slice(0, i).map(({ name }) => name)]
    return oneContainer(container, `${path}[${i}]`, before, around)
  })
}

function oneContainer(
  container: Container,
  path: string,
  before: readonly string[],
  { volumes, hostNetwork }: Around,
): FieldError[] {
  const { name = '', image = '', imagePullPolicy = 'Always', resources = {} } = container
  const policy = container.terminationMessagePolicy ?? 'File'
  return [
    ...(name === '' ? [required(`${path}.name`)] : textErrors(`${path}.name`, name, dnsLabel)),
    ...(name !== '' && before.includes(name) ? [duplicate(`${path}.name`, name)] : []),
    ...(image === '' ? [required(`${path}.image`)] : []),
    ...(image !== image.trim()
      ? [invalidValue(`${path}.image`, image, 'must not have leading or trailing whitespace')]
      : []),
    ...(policy === 'File' || policy === 'FallbackToLogsOnError'
      ? []
      : [
          invalidValue(
            `${path}.terminationMessagePolicy`,
            policy,
            "must be 'File' or 'FallbackToLogsOnError'",
          ),
        ]),
    ...(container.ports ?? []).flatMap((port, i, all) => {
      return portErrorsOf(port, all.slice(0, i), `${path}.ports[${i}]`)
    }),
    ...(container.env ?? []).flatMap((one, i) => envErrors(one, `${path}.env[${i}]`)),
    ...(container.volumeMounts ?? []).flatMap((mount, i, all) => {
      return mountErrors(mount, all.slice(0, i), volumes, `${path}.volumeMounts[${i}]`)
    }),
    ...(PULL_POLICIES.includes(imagePullPolicy)
      ? []
      : [unsupported(`${path}.imagePullPolicy`, imagePullPolicy, PULL_POLICIES)]),
    ...resourceErrors(resources, `${path}.resources`),
    ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((kind) => {
      const probe = container[kind]
      return probe ? probeErrors(probe, `${path}.${kind}`, kind !== 'readinessProbe') : []
    }),
    ...(hostNetwork ? hostPortErrors(container.ports ?? [], path) : []),
  ]
}

function portErrorsOf(port: ContainerPort, before: readonly ContainerPort[], path: string): FieldError[] {
  const { name = '', containerPort = 0, hostPort = 0, protocol = 'TCP' } = port
  const wrong = name === '' ? [] : portName(name)
  const again = wrong.length === 0 && name !== '' && before.some((one) => one.name === name)
  return [
    ...wrong.map((what) => invalidValue(`${path}.name`, name, what)),
    ...(again ? [duplicate(`${path}.name`, name)] : []),
    ...(containerPort === 0
      ? [required(`${path}.containerPort`)]
      : portErrors(`${path}.containerPort`, containerPort)),
    ...(hostPort === 0 ? [] : portErrors(`${path}.hostPort`, hostPort)),
    ...(PROTOCOLS.includes(protocol) ? [] : [unsupported(`${path}.protocol`, protocol, PROTOCOLS)]),
  ]
}

function hostPortErrors(ports: readonly ContainerPort[], path: string): FieldError[] {
  return ports.flatMap(({ containerPort, hostPort = containerPort }, i) => {
    if (hostPort === containerPort) return []
    const words = 'must match `hostPort` when `hostNetwork` is true'
    return [invalidValue(`${path}.ports[${i}].containerPort`, containerPort, words)]
  })
}

function envErrors({ name = '', value = '', valueFrom }: EnvVar, path: string): FieldError[] {
  const from = `${path}.valueFrom`
  const sources = Object.keys(valueFrom ?? {}).length
  const { configMapKeyRef, secretKeyRef } = valueFrom ?? {}
  return [
    ...(name === '' ? [required(`${path}.name`)] : textErrors(`${path}.name`, name, envName)),
    ...Object.entries({ configMapKeyRef, secretKeyRef }).flatMap(([kind, ref]) => {
      if (!ref) return []
      return [
        ...((ref.name ?? '') === '' ? [required(`${from}.${kind}.name`)] : []),
        ...((ref.key ?? '') === ''
          ? [required(`${from}.${kind}.key`)]
          : textErrors(`${from}.${kind}.key`, ref.key, configKey)),
      ]
    }),
    ...(valueFrom && sources === 0
      ? [
          invalidValue(
            from,
            '',
            'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
          ),
        ]
      : []),
    ...(sources > 0 && value !== ''
      ? [invalidValue(from, '', 'may not be specified when `value` is not empty')]
      : []),
    ...(sources > 1 && value === ''
      ? [invalidValue(from, '', 'may not have more than one field specified at a time')]
      : []),
  ]
}

function mountErrors(
  { name = '', mountPath = '' }: VolumeMount,
  before: readonly VolumeMount[],
  volumes: ReadonlySet<string>,
  path: string,
): FieldError[] {
  return [
    ...(name === '' ? [required(`${path}.name`)] : []),
    ...(volumes.has(name) ? [] : [unknownName(`${path}.name`, name)]),
    ...(mountPath === '' ? [required(`${path}.mountPath`)] : []),
    ...(before.some((one) => one.mountPath === mountPath)
      ? [invalidValue(`${path}.mountPath`, mountPath, 'must be unique')]
      : []),
  ]
}

/** Ref: ValidateContainerResourceRequirements() */
function resourceErrors(
  { limits = {}, requests = {} }: NonNullable<Container['resources']>,
  path: string,
): FieldError[] {
  const above = Object.entries(requests).flatMap(([name, amount]) => {
    const limit = limits[name]
    if (limit === undefined || compareQuantities(amount, limit) <= 0) return []
    const words = `must be less than or equal to ${name} limit of ${limit}`
    return [invalidValue(`${path}.requests`, String(amount), words)]
  })
  return [...amountErrors(limits, `${path}.limits`), ...amountErrors(requests, `${path}.requests`), ...above]
}

function amountErrors(amounts: Labels, path: string): FieldError[] {
  return Object.entries(amounts).flatMap(([name, amount]) => {
    const field = `${path}[${name}]`
    if (!RESOURCES.test(name)) {
      return [
        'must be a standard resource type or fully qualified',
        'must be a standard resource for containers',
      ].map((words) => invalidValue(field, name, words))
    }
    const negative = isQuantity(amount) && parseQuantity(amount) < 0
    return negative ? [invalidValue(field, String(amount), 'must be greater than or equal to 0')] : []
  })
}

/** `once`: a single success is enough, and nothing else is allowed. */
function probeErrors(probe: Probe, path: string, once: boolean): FieldError[] {
  const handlers = (['exec', 'httpGet', 'tcpSocket'] as const).filter((kind) => probe[kind] !== undefined)
  const { exec, httpGet, tcpSocket, successThreshold = 1 } = probe
  const schemes = ['HTTP', 'HTTPS']
  return [
    ...handlers
      .slice(1)
      .map((kind) => forbidden(`${path}.${kind}`, 'may not specify more than 1 handler type')),
    ...(handlers[0] === 'exec' && (exec?.command ?? []).length === 0
      ? [required(`${path}.exec.command`)]
      : []),
    ...(httpGet && handlers[0] === 'httpGet' ? portErrors(`${path}.httpGet.port`, httpGet.port ?? 0) : []),
    ...(httpGet?.scheme !== undefined && !schemes.includes(httpGet.scheme)
      ? [unsupported(`${path}.httpGet.scheme`, httpGet.scheme, schemes)]
      : []),
    ...(tcpSocket && handlers[0] === 'tcpSocket'
      ? portErrors(`${path}.tcpSocket.port`, tcpSocket.port ?? 0)
      : []),
    ...(handlers.length === 0 && !('grpc' in probe) ? [required(path, 'must specify a handler type')] : []),
    ...(
      [
        'initialDelaySeconds',
        'timeoutSeconds',
        'periodSeconds',
        'successThreshold',
        'failureThreshold',
      ] as const
    ).flatMap((key) => nonNegative(`${path}.${key}`, probe[key])),
    ...(once && successThreshold !== 1
      ? [invalidValue(`${path}.successThreshold`, successThreshold, 'must be 1')]
      : []),
  ]
}
