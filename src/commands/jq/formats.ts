// `@csv` and the others. Ref: jq src/builtin.c:f_format()
import { encodeUtf8, decodeUtf8 } from '../../wire/utf8.ts'
import { typeError } from './arithmetic.ts'
import { dump, formatNumber, isArray, JqError, type Json } from './value.ts'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function textOf(value: Json): string {
  return typeof value === 'string' ? value : dump(value)
}

export function applyFormat(name: string, value: Json): string {
  switch (name) {
    case '@text':
      return textOf(value)
    case '@json':
      return dump(value)
    case '@csv':
      return row(value, 'csv', ',', (text) => `"${text.replaceAll('"', '""')}"`)
    case '@tsv':
      return row(value, 'tsv', '\t', tsvText)
    case '@html':
      return textOf(value).replace(/[<>&'"]/g, (c) => HTML[c] ?? c)
    case '@uri':
      return uri(textOf(value))
    case '@sh':
      return (isArray(value) ? value : [value]).map(shellWord).join(' ')
    case '@base64':
      return toBase64(textOf(value))
    case '@base64d':
      return fromBase64(textOf(value), value)
    default:
      throw new JqError(`${name.slice(1)} is not a valid format`)
  }
}

const HTML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&apos;',
  '"': '&quot;',
}

function tsvText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c)
}

function row(value: Json, name: string, separator: string, quote: (text: string) => string): string {
  if (!isArray(value)) return typeError(value, `cannot be ${name}-formatted, only an array can be`)
  const cell = (item: Json): string => {
    if (item === null) return ''
    if (typeof item === 'string') return quote(item)
    if (typeof item === 'number') return formatNumber(item)
    if (typeof item === 'boolean') return String(item)
    return typeError(item, `is not valid in a csv row`)
  }
  return value.map(cell).join(separator)
}

function uri(text: string): string {
  let out = ''
  for (const octet of encodeUtf8(text)) {
    const c = String.fromCharCode(octet)
    out += /[A-Za-z0-9\-_.!~*'()]/.test(c) ? c : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return out
}

function shellWord(value: Json): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "'\\''")}'`
  if (typeof value === 'object' && value !== null) return typeError(value, 'can not be escaped for shell')
  return dump(value)
}

function toBase64(text: string): string {
  const octets = encodeUtf8(text)
  let out = ''
  for (let i = 0; i < octets.length; i += 3) {
    const bits = ((octets[i] ?? 0) << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0)
    const left = octets.length - i
    out += [18, 12, 6, 0].map((by, n) => (n <= left ? (BASE64[(bits >> by) & 63] ?? '') : '=')).join('')
  }
  return out
}

function fromBase64(text: string, value: Json): string {
  const octets: number[] = []
  let bits = 0
  let count = 0
  for (const c of text.replace(/=+$/, '')) {
    const six = BASE64.indexOf(c)
    if (six < 0) return typeError(value, 'is not valid base64 data')
    bits = ((bits << 6) | six) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    octets.push((bits >> count) & 0xff)
  }
  return decodeUtf8(Uint8Array.from(octets))
}
