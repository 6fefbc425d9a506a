// Services. (Ref: pkg/apis/core/validation/validation.go:ValidateService())
import { parseInet } from '../../../../wire/inet.ts'
import type { Service, ServicePort } from '../../api/types.ts'
import { duplicate, forbidden, invalidValue, required, unsupported, type FieldError } from './fielderror.ts'
import { dnsLabel, dnsSubdomain, labelErrors, portErrors, textErrors } from './names.ts'

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']
const PROTOCOLS = ['SCTP', 'TCP', 'UDP']
const IP_WORDS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'
const DAY = 86_400

export function serviceErrors({ spec }: Service): FieldError[] {
  const ports = spec.ports ?? []
  const headless = spec.clusterIP === 'None'
  const bare = headless || spec.type === 'ExternalName'
  return [
    ...(ports.length === 0 && !bare ? [required('spec.ports')] : []),
    ...typeErrors(spec, headless),
    ...ports.flatMap((port, i) => portErrorsOf(ports, port, i)),
    ...labelErrors('spec.selector', spec.selector),
    ...affinityErrors(spec),
    ...clusterIPErrors(spec),
    ...(spec.externalIPs ?? []).flatMap((ip, i) => externalIPErrors(`spec.externalIPs[${i}]`, ip)),
    ...(TYPES.includes(spec.type) ? [] : [unsupported('spec.type', spec.type, TYPES)]),
    ...nodePortErrors(spec),
    ...repeatedPorts(ports),
    ...trafficErrors(spec),
  ]
}

function typeErrors({ type, externalName = '' }: Service['spec'], headless: boolean): FieldError[] {
  if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
    return [invalidValue('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`)]
  }
  if (type !== 'ExternalName') return []
  const name = externalName.replace(/\.$/, '')
  return name === '' ? [required('spec.externalName')] : textErrors('spec.externalName', name, dnsSubdomain)
}

function portErrorsOf(ports: readonly ServicePort[], port: ServicePort, i: number): FieldError[] {
  const path = `spec.ports[${i}]`
  const { name = '' } = port
  const before = ports.slice(0, i)
  return [
    ...(name === '' && ports.length > 1 ? [required(`${path}.name`)] : []),
    ...(name === '' ? [] : textErrors(`${path}.name`, name, dnsLabel)),
    ...(name !== '' && before.some((other) => other.name === name) ? [duplicate(`${path}.name`, name)] : []),
    ...portErrors(`${path}.port`, (port.port as number | undefined) ?? 0),
    ...(PROTOCOLS.includes(port.protocol) ? [] : [unsupported(`${path}.protocol`, port.protocol, PROTOCOLS)]),
    ...portErrors(`${path}.targetPort`, port.targetPort),
  ]
}

function affinityErrors({ sessionAffinity = '', sessionAffinityConfig }: Service['spec']): FieldError[] {
  const kinds = ['ClientIP', 'None']
  if (!kinds.includes(sessionAffinity)) return [unsupported('spec.sessionAffinity', sessionAffinity, kinds)]
  if (sessionAffinity === 'None') {
    return sessionAffinityConfig
      ? [forbidden('spec.sessionAffinityConfig', 'must not be set when session affinity is None')]
      : []
  }
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0
  const path = 'spec.sessionAffinityConfig.clientIP.timeoutSeconds'
  if (seconds > 0 && seconds <= DAY) return []
  return [invalidValue(path, seconds, `must be greater than 0 and less than ${DAY}`)]
}

function clusterIPErrors({ clusterIP = '' }: Service['spec']): FieldError[] {
  if (clusterIP === '' || clusterIP === 'None' || parseInet(clusterIP) !== null) return []
  return [invalidValue('spec.clusterIPs[0]', clusterIP, IP_WORDS)]
}

/** Ref: validateNonSpecialIP() */
function externalIPErrors(path: string, ip: string): FieldError[] {
  const address = parseInet(ip)
  if (address === null) return [invalidValue(path, ip, IP_WORDS)]
  const first = address >>> 24
  const special = [
    ...(address === 0 ? [`may not be unspecified (${ip})`] : []),
    ...(first === 127 ? ['may not be in the loopback range (127.0.0.0/8, ::1/128)'] : []),
    ...(address >>> 16 === 0xa9fe ? ['may not be in the link-local range (169.254.0.0/16, fe80::/10)'] : []),
    ...(address >>> 8 === 0xe00000
      ? ['may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)']
      : []),
  ]
  return special.map((words) => invalidValue(path, ip, words))
}

function nodePortErrors({ type, ports = [] }: Service['spec']): FieldError[] {
  return ports.flatMap(({ nodePort = 0, protocol }, i) => {
    const path = `spec.ports[${i}].nodePort`
    if (nodePort === 0) return []
    const again = ports.slice(0, i).some((one) => one.nodePort === nodePort && one.protocol === protocol)
    return [
      ...(type === 'ClusterIP' ? [forbidden(path, "may not be used when `type` is 'ClusterIP'")] : []),
      ...(again ? [duplicate(path, nodePort)] : []),
    ]
  })
}

function repeatedPorts(ports: readonly ServicePort[]): FieldError[] {
  return ports.flatMap(({ port, protocol }, i) => {
    const again = ports.slice(0, i).some((one) => one.port === port && one.protocol === protocol)
    const key = { Name: '', Protocol: protocol, AppProtocol: null, Port: port, TargetPort: 0, NodePort: 0 }
    return again ? [duplicate(`spec.ports[${i}]`, key)] : []
  })
}

function trafficErrors(spec: Service['spec']): FieldError[] {
  const { type, externalTrafficPolicy: policy, internalTrafficPolicy = 'Cluster', externalIPs = [] } = spec
  const values = ['Cluster', 'Local']
  const path = 'spec.externalTrafficPolicy'
  const outside =
    type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && externalIPs.length > 0)
  return [
    ...(policy !== undefined && !outside
      ? [invalidValue(path, policy, 'may only be set for externally-accessible services')]
      : []),
    ...(policy !== undefined && outside && !values.includes(policy)
      ? [unsupported(path, policy, values)]
      : []),
    ...(values.includes(internalTrafficPolicy)
      ? []
      : [unsupported('spec.internalTrafficPolicy', internalTrafficPolicy, values)]),
  ]
}
