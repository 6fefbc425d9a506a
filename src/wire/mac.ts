/** An Ethernet address: 48 bits in a number, most significant octet first. */
export type Mac = number

export const MAC_BROADCAST: Mac = 0xffffffffffff
export const MAC_ZERO: Mac = 0

const GROUP_BIT_DIVISOR = 0x10000000000 // 2^40: brings the first octet down

/** Group bit (IEEE 802.3 §3.2.3): broadcast counts as multicast. */
export function isMulticastMac(mac: Mac): boolean {
  return ((mac / GROUP_BIT_DIVISOR) & 1) === 1
}

/** Locally administered bit set, group bit clear: what `eth_random_addr` draws. */
export function toLocalUnicast(mac: Mac): Mac {
  const first = Math.floor(mac / GROUP_BIT_DIVISOR)
  return (((first | 2) & 0xfe) - first) * GROUP_BIT_DIVISOR + mac
}

/** `aa:bb:cc:dd:ee:ff`, octets of one or two hex digits; null for anything else. */
export function parseMac(text: string): Mac | null {
  const octets = text.split(':')
  if (octets.length !== 6) return null
  let mac = 0
  for (const octet of octets) {
    if (!/^[0-9a-fA-F]{1,2}$/.test(octet)) return null
    mac = mac * 256 + parseInt(octet, 16)
  }
  return mac
}

export function formatMac(mac: Mac): string {
  const hex = mac.toString(16).padStart(12, '0')
  return `${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6, 8)}:${hex.slice(8, 10)}:${hex.slice(10)}`
}
