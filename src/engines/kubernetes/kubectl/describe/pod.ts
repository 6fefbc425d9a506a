// kubectl describe pod, and the template of what makes pods. (Ref: kubectl/pkg/describe/describe.go:describePod())
import type { Labels } from '../../api/meta.ts'
import type {
  Container,
  ContainerStatus,
  EnvVar,
  Pod,
  PodSpec,
  Probe,
  ProjectedSource,
  Toleration,
  Volume,
} from '../../api/podtypes.ts'
import type { PodTemplate } from '../../api/types.ts'
import { podReason } from '../podcolumns.ts'
import { annotationLines, labelLines, lines, longTime, NONE } from './lines.ts'
import type { Tabbed } from './tabbed.ts'

export function describePod(t: Tabbed, pod: Pod): void {
  const { metadata, spec, status } = pod
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('Priority:', String(spec['priority'] ?? 0))
  if (spec['priorityClassName']) t.row('Priority Class Name:', String(spec['priorityClassName']))
  t.row('Service Account:', String(spec['serviceAccountName'] ?? 'default'))
  t.row('Node:', spec.nodeName === undefined ? NONE : `${spec.nodeName}/${status.hostIP ?? ''}`)
  if (status.startTime !== undefined) t.row('Start Time:', longTime(status.startTime))
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  if (podReason(pod) === 'Terminating') {
    t.row('Status:', `Terminating (lasts ${metadata.deletionGracePeriodSeconds ?? 30}s)`)
    t.row('Termination Grace Period:', `${metadata.deletionGracePeriodSeconds ?? 30}s`)
  } else t.row('Status:', status.phase)
  if (status.reason) t.row('Reason:', status.reason)
  if (status.message) t.row('Message:', status.message)
  t.row('IP:', status.podIP ?? '')
  const ips = status.podIPs ?? []
  if (ips.length === 0) t.row('IPs:', NONE)
  else t.line('IPs:')
  for (const { ip } of ips) t.row('  IP:', ip)
  const [owner] = metadata.ownerReferences ?? []
  if (owner) t.row('Controlled By:', `${owner.kind}/${owner.name}`)
  const find = (list: readonly ContainerStatus[] | undefined, name: string) => {
    return list?.find((one) => one.name === name) ?? null
  }
  const { initContainers = [] } = spec
  if (initContainers.length > 0) t.line('Init Containers:')
  for (const one of initContainers)
    containerLines(t, '', one, find(status.initContainerStatuses, one.name), pod)
  t.line('Containers:')
  for (const one of spec.containers) containerLines(t, '', one, find(status.containerStatuses, one.name), pod)
  if (status.conditions) {
    t.line('Conditions:')
    t.row('  Type', 'Status')
    for (const { type, status: is } of status.conditions) t.row(`  ${type} `, `${is} `)
  }
  volumeLines(t, '', spec.volumes)
  t.row('QoS Class:', status.qosClass ?? 'BestEffort')
  labelLines(t, 'Node-Selectors', spec.nodeSelector)
  lines(t, 'Tolerations:', (spec.tolerations ?? []).map(tolerationText))
}

/** Ref: kubectl/pkg/describe/describe.go:printTolerationsInColumn() */
function tolerationText({
  key = '',
  value = '',
  effect = '',
  operator = '',
  tolerationSeconds,
}: Toleration): string {
  const exists =
    operator === 'Exists' && value === '' ? (key === '' && effect === '' ? 'op=Exists' : ' op=Exists') : ''
  const lasts = tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`
  return `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}${exists}${lasts}`
}

/** Of a template: what its pods will have. */
export function templateLines(t: Tabbed, { metadata, spec }: PodTemplate): void {
  t.line('Pod Template:')
  lines(
    t,
    '  Labels:',
    Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
  )
  if (metadata.annotations) {
    lines(
      t,
      '  Annotations:',
      Object.entries(metadata.annotations).map(([key, value]) => `${key}: ${value}`),
    )
  }
  const { initContainers = [] } = spec
  if (initContainers.length > 0) t.line('  Init Containers:')
  for (const one of initContainers) containerLines(t, ' ', one, null, null)
  t.line('  Containers:')
  for (const one of spec.containers) containerLines(t, ' ', one, null, null)
  volumeLines(t, '  ', spec.volumes)
  labelLines(t, '  Node-Selectors', spec.nodeSelector)
  lines(t, '  Tolerations:', (spec.tolerations ?? []).map(tolerationText))
}

function containerLines(
  t: Tabbed,
  indent: string,
  container: Container,
  status: ContainerStatus | null,
  pod: Pod | null,
): void {
  const { name, image, ports = [], command, args, env = [], envFrom = [], volumeMounts = [] } = container
  t.line(`  ${indent}${name}:`)
  if (status) t.row('    Container ID:', status.containerID ?? '')
  t.row('    Image:', image)
  if (status) t.row('    Image ID:', status.imageID)
  const list = ports.map(
    ({ containerPort, protocol = 'TCP', name: word }) =>
      `${containerPort}/${protocol}${word ? ` (${word})` : ''}`,
  )
  const hosts = ports.map(
    ({ hostPort = 0, protocol = 'TCP', name: word }) => `${hostPort}/${protocol}${word ? ` (${word})` : ''}`,
  )
  t.row(ports.length > 1 ? '    Ports:' : '    Port:', list.join(', ') || NONE)
  t.row(ports.length > 1 ? '    Host Ports:' : '    Host Port:', hosts.join(', ') || NONE)
  for (const [title, words] of [
    ['Command', command],
    ['Args', args],
  ] as const) {
    if (!words) continue
    t.line(`    ${title}:`)
    for (const word of words) for (const line of word.split('\n')) t.line(`      ${line}`)
  }
  if (status) {
    stateLines(t, 'State', status.state)
    if (status.lastState.terminated) stateLines(t, 'Last State', status.lastState)
    t.row('    Ready:', status.ready ? 'True' : 'False')
    t.row('    Restart Count:', String(status.restartCount))
  }
  resourceLines(t, 'Limits', container.resources?.limits)
  resourceLines(t, 'Requests', container.resources?.requests)
  for (const [title, probe] of [
    ['Liveness', container.livenessProbe],
    ['Readiness', container.readinessProbe],
    ['Startup', container.startupProbe],
  ] as const) {
    if (probe) t.row(`    ${title}:`, probeText(probe))
  }
  if (envFrom.length > 0) t.line('    Environment Variables from:')
  for (const { configMapRef, secretRef, prefix } of envFrom) {
    const ref = configMapRef ?? secretRef
    const words = prefix ? ` with prefix '${prefix}'` : ''
    t.row(
      `      ${ref?.name}`,
      `${configMapRef ? 'ConfigMap' : 'Secret'}${words}`,
      `Optional: ${ref?.optional ?? false}`,
    )
  }
  if (env.length === 0) t.row('    Environment:', NONE)
  else t.line('    Environment:')
  for (const one of env) environmentLine(t, one, pod)
  if (volumeMounts.length === 0) t.row('    Mounts:', NONE)
  else t.line('    Mounts:')
  const mounts = [...volumeMounts].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1))
  for (const { mountPath, name: volume, readOnly, subPath } of mounts) {
    t.line(
      `      ${mountPath} from ${volume} (${readOnly ? 'ro' : 'rw'}${subPath ? `,path="${subPath}"` : ''})`,
    )
  }
}

function environmentLine(t: Tabbed, { name, value = '', valueFrom }: EnvVar, pod: Pod | null): void {
  const { fieldRef, configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {}
  if (fieldRef) {
    const known =
      pod && fieldRef.fieldPath.startsWith('metadata.') ? String(fieldValue(pod, fieldRef.fieldPath)) : ''
    t.row(`      ${name}:`, `${known} (v1:${fieldRef.fieldPath})`)
  } else if (map) {
    t.row(
      `      ${name}:`,
      `<set to the key '${map.key}' of config map '${map.name}'>`,
      `Optional: ${map.optional ?? false}`,
    )
  } else if (secret) {
    t.row(
      `      ${name}:`,
      `<set to the key '${secret.key}' in secret '${secret.name}'>`,
      `Optional: ${secret.optional ?? false}`,
    )
  } else {
    const [first = '', ...more] = value.split('\n')
    t.row(`      ${name}:`, first)
    for (const line of more) t.row('', line)
  }
}

function fieldValue({ metadata }: Pod, path: string): string {
  if (path === 'metadata.name') return metadata.name
  return path === 'metadata.namespace' ? (metadata.namespace ?? '') : ''
}

function stateLines(
  t: Tabbed,
  title: string,
  { running, waiting, terminated }: ContainerStatus['state'],
): void {
  t.row(`    ${title}:`, running ? 'Running' : waiting ? 'Waiting' : 'Terminated')
  if (running) t.row('      Started:', longTime(running.startedAt))
  if (waiting) t.row('      Reason:', waiting.reason)
  if (!terminated) return
  t.row('      Reason:', terminated.reason)
  if (terminated.message !== undefined) t.row('      Message:', terminated.message)
  t.row('      Exit Code:', String(terminated.exitCode))
  t.row('      Started:', longTime(terminated.startedAt))
  t.row('      Finished:', longTime(terminated.finishedAt))
}

function resourceLines(t: Tabbed, title: string, resources: Labels | undefined): void {
  const pairs = Object.entries(resources ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  if (pairs.length > 0) t.line(`    ${title}:`)
  for (const [key, value] of pairs) t.row(`      ${key}:`, value)
}

/** Ref: kubectl/pkg/describe/describe.go:DescribeProbe() */
function probeText(probe: Probe): string {
  const { httpGet, tcpSocket, exec, initialDelaySeconds: delay = 0 } = probe
  const times =
    `delay=${delay}s timeout=${probe.timeoutSeconds ?? 1}s period=${probe.periodSeconds ?? 10}s ` +
    `#success=${probe.successThreshold ?? 1} #failure=${probe.failureThreshold ?? 3}`
  if (exec) return `exec [${exec.command.join(' ')}] ${times}`
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port} ${times}`
  const { scheme = 'HTTP', host = '', port = '', path = '/' } = httpGet ?? {}
  return `http-get ${scheme.toLowerCase()}://${host}:${port}${path} ${times}`
}

function volumeLines(t: Tabbed, indent: string, volumes: PodSpec['volumes']): void {
  if (!volumes || volumes.length === 0) return t.row(`${indent}Volumes:`, NONE)
  t.line(`${indent}Volumes:`)
  for (const volume of volumes) {
    const inner = indent === '' ? '  ' : '   '
    t.line(`${inner}${volume.name}:`)
    for (const [title, value] of volumeFields(volume)) t.row(`    ${title}:`, value)
  }
}

function sourceFields(source: ProjectedSource): readonly (readonly [string, string])[] {
  const { serviceAccountToken, configMap, secret, downwardAPI } = source
  if (serviceAccountToken)
    return [['TokenExpirationSeconds', String(serviceAccountToken.expirationSeconds ?? 3600)]]
  if (configMap) {
    return [
      ['ConfigMapName', configMap.name],
      ['Optional', String(configMap.optional ?? false)],
    ]
  }
  if (secret) {
    return [
      ['SecretName', secret.name],
      ['Optional', String(secret.optional ?? false)],
    ]
  }
  return downwardAPI ? [['DownwardAPI', 'true']] : []
}

function volumeFields({
  hostPath,
  configMap,
  secret,
  projected,
}: Volume): readonly (readonly [string, string])[] {
  if (hostPath) {
    return [
      ['Type', 'HostPath (bare host directory volume)'],
      ['Path', hostPath.path],
      ['HostPathType', hostPath.type ?? ''],
    ]
  }
  if (configMap) {
    return [
      ['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
      ['Name', configMap.name],
      ['Optional', String(configMap.optional ?? false)],
    ]
  }
  if (secret) {
    return [
      ['Type', 'Secret (a volume populated by a Secret)'],
      ['SecretName', secret.secretName],
      ['Optional', String(secret.optional ?? false)],
    ]
  }
  if (projected) {
    return [
      ['Type', 'Projected (a volume that contains injected data from multiple sources)'],
      ...projected.sources.flatMap(sourceFields),
    ]
  }
  return [
    ['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
    ['Medium', ''],
    ['SizeLimit', '<unset>'],
  ]
}
