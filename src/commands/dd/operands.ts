// What dd is asked: `name=value` words. Ref: coreutils src/dd.c:scanargs()
export interface DdSettings {
  readonly input: string | null
  readonly output: string | null
  readonly ibs: number
  readonly obs: number
  /** One size for both: what is read is written as it is. */
  readonly oneBuffer: boolean
  /** In octets when `bytes`; null: to the end. */
  readonly count: Amount | null
  readonly skip: Amount
  readonly seek: Amount
  readonly conversions: ReadonlySet<string>
  readonly append: boolean
  readonly fullBlocks: boolean
  readonly status: 'none' | 'noxfer' | 'progress' | null
}

export interface Amount {
  readonly n: number
  readonly bytes: boolean
}

/** A word that is none, or a value that cannot be. */
export interface WrongOperand {
  readonly wrong: 'operand' | 'number' | 'zero' | 'conv' | 'iflag' | 'oflag' | 'status'
  readonly text: string
}

const BLOCK = 512

const FACTORS: Readonly<Record<string, number>> = { '': 1, B: 1, c: 1, w: 2, b: 512, k: 1024 }
const PREFIXES = 'KMGTPE'

/** `10`, `4k`, `1M`, `1MB`, `2x512`; null when it is no number. */
function numberOf(text: string): number | null {
  let product = 1
  for (const factor of text.split('x')) {
    const [, digits, suffix = ''] = /^(\d+)([a-zA-Z]*)$/.exec(factor) ?? []
    const scale = FACTORS[suffix] ?? scaleOf(suffix)
    if (digits === undefined || scale === null) return null
    product *= Number(digits) * scale
  }
  return product
}

function scaleOf(suffix: string): number | null {
  const [, letter = '', kind] = /^([kKMGTPE])(|B|iB)$/.exec(suffix) ?? []
  if (kind === undefined) return null
  return (kind === 'B' ? 1000 : 1024) ** (PREFIXES.indexOf(letter.toUpperCase()) + 1)
}

interface Words {
  readonly conv: readonly string[]
  readonly iflag: readonly string[]
  readonly oflag: readonly string[]
  readonly status: readonly string[]
}

/** `known`: the words that this make of dd takes. */
export function readOperands(operands: readonly string[], known: Words): DdSettings | WrongOperand {
  const files = new Map<string, string>()
  const numbers = new Map<string, number>()
  /** Those that were given as octets: `count=10B`. */
  const inOctets = new Set<string>()
  const words = { conv: new Set<string>(), iflag: new Set<string>(), oflag: new Set<string>() }
  let status: string | null = null
  for (const operand of operands) {
    const [, name = '', value = ''] = /^([a-z]+)=(.*)$/s.exec(operand) ?? []
    if (name === 'if' || name === 'of') files.set(name, value)
    else if (name === 'conv' || name === 'iflag' || name === 'oflag') {
      for (const word of value.split(',')) {
        if (!known[name].includes(word)) return { wrong: name, text: word }
        words[name].add(word)
      }
    } else if (name === 'status') {
      if (!known.status.includes(value)) return { wrong: 'status', text: value }
      status = value
    } else if (/^(ibs|obs|bs|count|skip|seek)$/.test(name)) {
      const number = numberOf(value)
      if (number === null) return { wrong: 'number', text: value }
      if (number === 0 && name.endsWith('bs')) return { wrong: 'zero', text: value }
      numbers.set(name, number)
      if (/\dB$/.test(value)) inOctets.add(name)
    } else return { wrong: 'operand', text: operand }
  }
  const bs = numbers.get('bs')
  const amount = (name: string, bytes: boolean): Amount => ({
    n: numbers.get(name) ?? 0,
    bytes: bytes || inOctets.has(name),
  })
  return {
    input: files.get('if') ?? null,
    output: files.get('of') ?? null,
    ibs: bs ?? numbers.get('ibs') ?? BLOCK,
    obs: bs ?? numbers.get('obs') ?? BLOCK,
    oneBuffer: bs !== undefined,
    count: numbers.has('count') ? amount('count', words.iflag.has('count_bytes')) : null,
    skip: amount('skip', words.iflag.has('skip_bytes')),
    seek: amount('seek', words.oflag.has('seek_bytes')),
    conversions: words.conv,
    append: words.oflag.has('append'),
    fullBlocks: words.iflag.has('fullblock'),
    status: status === 'none' || status === 'noxfer' || status === 'progress' ? status : null,
  }
}
