// kubectl create service. (Ref: kubectl/pkg/cmd/create/create_service.go)
import type { KubeObject } from '../api/meta.ts'
import type { ServicePort } from '../api/types.ts'
import { dnsSubdomain, portName } from '../apiserver/validation/names.ts'
import type { Kubectl } from './context.ts'
import { dry } from './createdata.ts'

const TYPES: Readonly<Record<string, string>> = {
  clusterip: 'ClusterIP',
  externalname: 'ExternalName',
  loadbalancer: 'LoadBalancer',
  nodeport: 'NodePort',
}

export function service(k: Kubectl, [kind = '', name]: readonly string[]): KubeObject {
  const type = TYPES[kind]
  if (type === undefined)
    return k.fail(
      `unknown command "${k.operands.slice(1).join(' ')}"\nSee 'kubectl create service -h' for help and examples`,
    )
  if (name === undefined) {
    return k.fail(
      `exactly one NAME is required, got 0\nSee 'kubectl create service ${kind} -h' for help and examples`,
    )
  }
  const words = k.all('tcp').flatMap((word) => word.split(','))
  const ports = words.map((word) => portOf(k, word))
  const headless = k.flag('clusterip') === 'None'
  const external = k.flag('external-name')
  if (type === 'ExternalName' && external !== null && dnsSubdomain(external) !== null)
    return k.fail(`invalid service external name ${external}`)
  if (type === 'ExternalName' && external === null) return k.fail('required flag(s) "external-name" not set')
  if (ports.length === 0 && !headless && type !== 'ExternalName') {
    return k.fail('at least one tcp port specifier must be provided')
  }
  const labels = { app: name }
  const clusterIP = k.flag('clusterip')
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { labels, name },
    spec: {
      ...(clusterIP === null ? {} : { clusterIP }),
      ...(external === null ? {} : { externalName: external }),
      ...(ports.length > 0 ? { ports } : {}),
      selector: labels,
      type,
    },
    ...dry(k, { status: { loadBalancer: {} } }),
  }
}

function portNumber(k: Kubectl, text: string): number {
  if (!/^\d+$/.test(text)) return k.fail(`strconv.ParseUint: parsing "${text}": invalid syntax`)
  if (Number(text) > 65_535) return k.fail(`strconv.ParseUint: parsing "${text}": value out of range`)
  return Number(text)
}

/** Ref: create_service.go:parsePorts() */
function portOf(k: Kubectl, word: string): ServicePort {
  const [port = '', target = port] = word.split(':')
  const number = portNumber(k, port)
  if (/^\d+$/.test(target)) portNumber(k, target)
  else {
    const wrong = portName(target)
    if (wrong.length > 0) return k.fail(wrong.join(','))
  }
  const nodePort = k.flag('node-port')
  return {
    name: word.replace(':', '-'),
    ...(nodePort === null ? {} : { nodePort: Number(nodePort) }),
    port: number,
    protocol: 'TCP',
    targetPort: /^\d+$/.test(target) ? Number(target) : target,
  }
}
