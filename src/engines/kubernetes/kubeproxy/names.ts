// Names of kube-proxy's chains. (Ref: pkg/proxy/iptables/proxier.go:portProtoHash())
import { sha256 } from '../../../commands/lib/sha2.ts'

const LENGTH = 16
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base 32 of a SHA-256, its first letters. */
function hash(text: string): string {
  let bits = ''
  for (const octet of sha256(text)) bits += octet.toString(2).padStart(8, '0')
  let name = ''
  for (let i = 0; i < LENGTH; i++) name += ALPHABET[parseInt(bits.slice(5 * i, 5 * i + 5), 2)]
  return name
}

export type ServiceChain = 'KUBE-SVC-' | 'KUBE-SVL-' | 'KUBE-EXT-' | 'KUBE-FW-'

/** `port`: `NAMESPACE/NAME` with `:PORT` when the port has a name. `protocol` in lower case. */
export function serviceChain(prefix: ServiceChain, port: string, protocol: string): string {
  return prefix + hash(port + protocol)
}

/** `endpoint`: `ADDRESS:PORT`. */
export function endpointChain(port: string, protocol: string, endpoint: string): string {
  return `KUBE-SEP-${hash(port + protocol + endpoint)}`
}

/** Of any other chain that is named by what it is for. */
export function hashedName(prefix: string, text: string): string {
  return prefix + hash(text)
}
