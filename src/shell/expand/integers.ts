// 64-bit integers of shell arithmetic: operators and constants.

/** A binary operator on 64-bit integers. */
export function operate(operator: string, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return BigInt.asIntN(64, a + b)
    case '-':
      return BigInt.asIntN(64, a - b)
    case '*':
      return BigInt.asIntN(64, a * b)
    case '/':
      return BigInt.asIntN(64, a / b)
    case '%':
      return a % b
    case '**':
      return power(a, b)
    case '<<':
      return BigInt.asIntN(64, a << (b & 63n))
    case '>>':
      return a >> (b & 63n)
    case '&':
      return a & b
    case '|':
      return a | b
    case '^':
      return a ^ b
    case '==':
      return a === b ? 1n : 0n
    case '!=':
      return a !== b ? 1n : 0n
    case '<':
      return a < b ? 1n : 0n
    case '>':
      return a > b ? 1n : 0n
    case '<=':
      return a <= b ? 1n : 0n
    default:
      return a >= b ? 1n : 0n
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let factor = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = BigInt.asIntN(64, result * factor)
    factor = BigInt.asIntN(64, factor * factor)
  }
  return result
}

/** A constant: decimal, 0octal, 0xhex or base#digits. A string says what is wrong with it. */
export function parseNumeral(text: string): bigint | string {
  let base = 10
  let digits = text
  const hash = text.indexOf('#')
  if (hash >= 0) {
    base = Number(text.slice(0, hash))
    digits = text.slice(hash + 1)
    if (!(base >= 2 && base <= 64)) return 'invalid arithmetic base'
    if (digits === '') return 'invalid integer constant'
  } else if (/^0[xX]/.test(text)) {
    base = 16
    digits = text.slice(2)
  } else if (text.length > 1 && text.startsWith('0')) {
    base = 8
    digits = text.slice(1)
  }
  let value = 0n
  for (const c of digits) {
    const digit = digitValue(c, base)
    if (digit < 0) return 'invalid number'
    if (digit >= base) return 'value too great for base'
    value = value * BigInt(base) + BigInt(digit)
  }
  return BigInt.asIntN(64, value)
}

function digitValue(c: string, base: number): number {
  if (c >= '0' && c <= '9') return c.charCodeAt(0) - 48
  if (c >= 'a' && c <= 'z') return c.charCodeAt(0) - 87
  if (c >= 'A' && c <= 'Z') return c.charCodeAt(0) - (base <= 36 ? 55 : 29)
  if (c === '@') return 62
  return c === '_' ? 63 : -1
}
