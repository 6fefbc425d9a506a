/** An IPv4 address: an unsigned 32-bit number in host order (10.0.0.1 is 0x0a000001). */
export type Inet = number

export const INADDR_ANY: Inet = 0
export const INADDR_BROADCAST: Inet = 0xffffffff
export const INADDR_LOOPBACK: Inet = 0x7f000001

/** Dotted quad as inet_pton(3) takes it: four decimal parts, no leading zeros; null for anything else. */
export function parseInet(text: string): Inet | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let address = 0
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part)) return null
    const octet = Number(part)
    if (octet > 255) return null
    address = address * 256 + octet
  }
  return address
}

export function formatInet(address: Inet): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}

/** Network mask of a prefix length 0…32. */
export function inetMask(length: number): Inet {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0
}

/** Prefix length of a contiguous mask; null when its ones are not contiguous. */
export function maskLength(mask: Inet): number | null {
  const length = Math.clz32(~mask >>> 0)
  return inetMask(length) === mask >>> 0 ? length : null
}

/** 224.0.0.0/4 (RFC 5771). */
export function isMulticast(address: Inet): boolean {
  return address >>> 28 === 0xe
}

/** 127.0.0.0/8 (RFC 1122 §3.2.1.3). */
export function isLoopback(address: Inet): boolean {
  return address >>> 24 === 127
}

/** 0.0.0.0/8 (RFC 1122 §3.2.1.3). */
export function isZeronet(address: Inet): boolean {
  return address >>> 24 === 0
}

/** 255.255.255.255 (RFC 919 §7). */
export function isLimitedBroadcast(address: Inet): boolean {
  return address === INADDR_BROADCAST
}
