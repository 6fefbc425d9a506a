// Networks of IPv4 addresses.
import { formatInet, inetMask, parseInet, type Inet } from '../../wire/inet.ts'

export function covers(network: Inet, length: number, address: Inet): boolean {
  const mask = inetMask(length)
  return (network & mask) >>> 0 === (address & mask) >>> 0
}

/** `10.0.0.0/24` of an address in it. */
export function prefixText(address: Inet, length: number): string {
  return `${formatInet((address & inetMask(length)) >>> 0)}/${length}`
}

export function isPrivate(address: Inet): boolean {
  return covers(0x0a000000, 8, address) || covers(0xac100000, 12, address) || covers(0xc0a80000, 16, address)
}

/** `default`, `10.0.0.0/24` or `10.0.0.1`, as a route is written; null when it is none of IPv4. */
export function readPrefix(text: string): { readonly address: Inet; readonly length: number } | null {
  const [network = '', length = '32'] = text === 'default' ? ['0.0.0.0', '0'] : text.split('/')
  const address = parseInet(network)
  return address === null ? null : { address, length: Number(length) }
}
