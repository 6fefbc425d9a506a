// Amounts of resources. (Ref: apimachinery/pkg/api/resource/quantity.go)

const UNITS: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
}

/** `250m`, `64Mi`; 0 when it is none. */
export function parseQuantity(text: string): number {
  const [, number = '0', unit = ''] = /^([\d.]+)([a-zA-Z]*)$/.exec(String(text)) ?? []
  return Number(number) * (unit === '' ? 1 : (UNITS[unit] ?? 0))
}
