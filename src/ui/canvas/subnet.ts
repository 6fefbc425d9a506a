// As much IPv4 arithmetic as suggesting an address takes.

/** `10.0.0.1/24` as a number and a prefix length. */
export interface Address4 {
  readonly address: number
  readonly prefix: number
}

/** Null for anything but four decimal octets, a slash and 0–32. */
export function parseAddress4(text: string): Address4 | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)
  if (!match) return null
  const parts = match.slice(1).map(Number)
  const prefix = parts[4] ?? 33
  if (prefix > 32 || parts.slice(0, 4).some((p) => p > 255)) return null
  return { address: parts.slice(0, 4).reduce((sum, p) => sum * 256 + p, 0), prefix }
}

export function formatAddress4(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

function networkOf({ address, prefix }: Address4): number {
  const size = 2 ** (32 - prefix)
  return Math.floor(address / size) * size
}

export function sameSubnet(a: Address4, b: Address4): boolean {
  return a.prefix === b.prefix && networkOf(a) === networkOf(b)
}

/** The lowest host address of the subnet that is not taken, with its prefix; null when it is full. */
export function freeAddress(subnet: Address4, taken: ReadonlySet<number>): string | null {
  const network = networkOf(subnet)
  const broadcast = network + 2 ** (32 - subnet.prefix) - 1
  for (let address = network + 1; address < broadcast; address++) {
    if (!taken.has(address)) return `${formatAddress4(address)}/${subnet.prefix}`
  }
  return null
}
