// Network policies. (Ref: pkg/apis/networking/validation/validation.go)
import { parseInet } from '../../../../wire/inet.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyRule } from '../../api/types.ts'
import { forbidden, invalidValue, required, unsupported, type FieldError } from './fielderror.ts'
import { portErrors } from './names.ts'
import { selectorErrors } from './selectors.ts'

const PROTOCOLS = ['TCP', 'UDP', 'SCTP']
const TYPES = ['Ingress', 'Egress']
const CIDR_WORDS = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'

export function policyErrors({ spec }: NetworkPolicy): FieldError[] {
  return [
    ...selectorErrors('spec.podSelector', spec.podSelector),
    ...(spec.ingress ?? []).flatMap((rule, i) => ruleErrors(`spec.ingress[${i}]`, 'from', rule)),
    ...(spec.egress ?? []).flatMap((rule, i) => ruleErrors(`spec.egress[${i}]`, 'to', rule)),
    ...(spec.policyTypes ?? []).flatMap((type, i) => {
      return TYPES.includes(type) ? [] : [unsupported(`spec.policyTypes[${i}]`, type, TYPES)]
    }),
  ]
}

function ruleErrors(path: string, way: 'from' | 'to', rule: NetworkPolicyRule): FieldError[] {
  const ports = (rule.ports ?? []).flatMap((port, i) => policyPortErrors(`${path}.ports[${i}]`, port))
  const peers = (rule[way] ?? []).flatMap((peer, i) => peerErrors(`${path}.${way}[${i}]`, peer))
  return [...ports, ...peers]
}

function policyPortErrors(
  path: string,
  { protocol = 'TCP', port, endPort }: NonNullable<NetworkPolicyRule['ports']>[number],
): FieldError[] {
  const end = `${path}.endPort`
  return [
    ...(PROTOCOLS.includes(protocol) ? [] : [unsupported(`${path}.protocol`, protocol, PROTOCOLS)]),
    ...(port === undefined ? [] : portErrors(`${path}.port`, port)),
    ...(endPort !== undefined && typeof port === 'number' && endPort < port
      ? [invalidValue(end, endPort, 'must be greater than or equal to `port`')]
      : []),
    ...(endPort !== undefined && typeof port === 'string'
      ? [forbidden(end, 'may not be specified when `port` is non-numeric')]
      : []),
    ...(endPort !== undefined && port === undefined
      ? [forbidden(end, 'may not be specified when `port` is not specified')]
      : []),
  ]
}

function peerErrors(
  path: string,
  { ipBlock, podSelector, namespaceSelector }: NetworkPolicyPeer,
): FieldError[] {
  if (!ipBlock && !podSelector && !namespaceSelector) return [required(path, 'must specify a peer')]
  if (ipBlock && (podSelector ?? namespaceSelector)) {
    return [forbidden(path, 'may not specify both ipBlock and another peer')]
  }
  return [
    ...(podSelector ? selectorErrors(`${path}.podSelector`, podSelector) : []),
    ...(namespaceSelector ? selectorErrors(`${path}.namespaceSelector`, namespaceSelector) : []),
    ...(ipBlock ? blockErrors(`${path}.ipBlock`, ipBlock) : []),
  ]
}

function blockErrors(
  path: string,
  { cidr, except = [] }: NonNullable<NetworkPolicyPeer['ipBlock']>,
): FieldError[] {
  if ((cidr ?? '') === '') return [required(`${path}.cidr`)]
  const whole = readCidr(cidr)
  if (!whole) return [invalidValue(`${path}.cidr`, cidr, CIDR_WORDS)]
  return except.flatMap((text, i) => {
    const field = `${path}.except[${i}]`
    const part = readCidr(text)
    if (!part) return [invalidValue(field, text, CIDR_WORDS)]
    const inside =
      part.length > whole.length &&
      part.address >>> (32 - whole.length) === whole.address >>> (32 - whole.length)
    return inside || whole.length === 0
      ? []
      : [invalidValue(field, text, 'must be a strict subset of `cidr`')]
  })
}

function readCidr(text: string): { readonly address: number; readonly length: number } | null {
  const [, ip = '', bits = ''] = /^([\d.]+)\/(\d+)$/.exec(text) ?? []
  const address = parseInet(ip)
  return address === null || Number(bits) > 32 ? null : { address, length: Number(bits) }
}
