// Decimal numbers of any length with a scale, as bc(1) reckons: digits beyond the scale are cut off, never rounded.
export interface Decimal {
  /** The number times 10 to the power of `scale`. */
  readonly digits: bigint
  readonly scale: number
}

function power(n: number): bigint {
  return 10n ** BigInt(n)
}

export function integer(value: bigint): Decimal {
  return { digits: value, scale: 0 }
}

export function parseDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.')
  return { digits: BigInt(`${whole}${fraction}` || '0'), scale: fraction.length }
}

/** With another scale; what is beyond it is cut off. */
export function rescale({ digits, scale }: Decimal, wanted: number): Decimal {
  if (wanted >= scale) return { digits: digits * power(wanted - scale), scale: wanted }
  return { digits: digits / power(scale - wanted), scale: wanted }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: rescale(a, scale).digits + rescale(b, scale).digits, scale }
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale }
}

/** Ref: POSIX bc: min(a+b, max(scale, a, b)). */
export function multiply(a: Decimal, b: Decimal, scale: number): Decimal {
  const full = { digits: a.digits * b.digits, scale: a.scale + b.scale }
  return rescale(full, Math.min(full.scale, Math.max(scale, a.scale, b.scale)))
}

/** `b` is not zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  const shift = scale + b.scale - a.scale
  const digits = shift >= 0 ? (a.digits * power(shift)) / b.digits : a.digits / (b.digits * power(-shift))
  return { digits, scale }
}

export function remainder(a: Decimal, b: Decimal, scale: number): Decimal {
  const quotient = divide(a, b, scale)
  const product = { digits: quotient.digits * b.digits, scale: quotient.scale + b.scale }
  const rest = add(a, negate(product))
  return rescale(rest, Math.max(scale + b.scale, a.scale))
}

/** `exponent` is whole. */
export function raise(base: Decimal, exponent: number, scale: number): Decimal {
  const positive = Math.abs(exponent)
  const full = { digits: base.digits ** BigInt(positive), scale: base.scale * positive }
  if (exponent < 0) return divide(integer(1n), full, scale)
  return rescale(full, Math.min(full.scale, Math.max(scale, base.scale)))
}

/** Of a number that is not negative. */
export function squareRoot(a: Decimal, scale: number): Decimal {
  const wanted = Math.max(scale, a.scale)
  const square = rescale(a, 2 * wanted).digits
  if (square < 2n) return { digits: square, scale: wanted }
  let guess = 1n << BigInt(Math.ceil(square.toString(2).length / 2))
  for (;;) {
    const next = (guess + square / guess) >> 1n
    if (next >= guess) return { digits: guess, scale: wanted }
    guess = next
  }
}

export function compare(a: Decimal, b: Decimal): number {
  const { digits } = add(a, negate(b))
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

/** As bc prints it: no zero before the point. */
export function formatDecimal({ digits, scale }: Decimal): string {
  if (digits === 0n) return '0'
  const negative = digits < 0n
  const text = (negative ? -digits : digits).toString().padStart(scale, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale)
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${fraction}` : ''}`
}
