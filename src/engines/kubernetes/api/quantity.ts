// Amounts of resources. (Ref: apimachinery/pkg/api/resource/quantity.go)

const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

/** `250m`, `64Mi`; 0 when it is none. */
export function parseQuantity(text: string): number {
  const [, number = '0', unit = ''] = /^([+-]?[\d.]+)([a-zA-Z]*)$/.exec(String(text)) ?? []
  return Number(number) * (unit === '' ? 1 : (UNITS[unit] ?? 0))
}

/** Ref: quantity.go:ParseQuantity() */
export function isQuantity(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/.test(String(text))
}

export function compareQuantities(a: string, b: string): number {
  return parseQuantity(a) - parseQuantity(b)
}
