// The certificate of a swarm's authority as its manager shows it (X.509, RFC 5280; P-256, RFC 5480): the form is right, key
// and signature are random octets, as nobody in a lab checks them. (Ref: swarmkit ca/certificates.go:CreateRootCA())
import type { Process } from '../../../os/program.ts'
import { encodeBase64 } from '../../../commands/lib/base64.ts'
import { calendarTime } from '../../../commands/lib/calendar.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT = 0x06
const PRINTABLE = 0x13
const UTC_TIME = 0x17
const BOOLEAN_TRUE = [0x01, 0x01, 0xff]

const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const EC_PUBLIC_KEY = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]
const PRIME256V1 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07]
const COMMON_NAME = [0x55, 0x04, 0x03]
const KEY_USAGE = [0x55, 0x1d, 0x0f]
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13]
const SUBJECT_KEY_IDENTIFIER = [0x55, 0x1d, 0x0e]

const DAY = 86_400
/** It begins an hour early, for clocks that differ. */
const BACKDATE = 3600
const VALID_DAYS = 7300
const LINE = 64

export interface Certificate {
  readonly pem: string
  readonly subject: string
  readonly publicKey: string
}

function der(tag: number, ...content: readonly (readonly number[])[]): number[] {
  const octets = content.flat()
  const { length } = octets
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return [tag, ...size, ...octets]
}

export function makeCertificate(p: Process): Certificate {
  const random = (count: number): number[] => Array.from({ length: count }, () => p.random() & 255)
  const positive = (count: number): number[] => {
    const [first = 0, ...rest] = random(count)
    return [(first & 0x7f) | 0x40, ...rest]
  }
  const algorithm = der(SEQUENCE, der(OBJECT, ECDSA_WITH_SHA256))
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(PRINTABLE, ascii('swarm-ca')))),
  )
  const from = Math.floor((p.clock.epoch() - BACKDATE) / 60) * 60
  const key = der(
    SEQUENCE,
    der(SEQUENCE, der(OBJECT, EC_PUBLIC_KEY), der(OBJECT, PRIME256V1)),
    der(BIT_STRING, [0, 4], random(64)),
  )
  const extension = (id: readonly number[], critical: boolean, value: readonly number[]): number[] =>
    der(SEQUENCE, der(OBJECT, id), critical ? BOOLEAN_TRUE : [], der(OCTET_STRING, value))
  const extensions = der(
    SEQUENCE,
    extension(KEY_USAGE, true, der(BIT_STRING, [1, 6])),
    extension(BASIC_CONSTRAINTS, true, der(SEQUENCE, BOOLEAN_TRUE)),
    extension(SUBJECT_KEY_IDENTIFIER, false, der(OCTET_STRING, random(20))),
  )
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, [2])),
    der(INTEGER, positive(20)),
    algorithm,
    name,
    der(SEQUENCE, utcTime(from), utcTime(from + VALID_DAYS * DAY)),
    name,
    key,
    der(0xa3, extensions),
  )
  const signature = der(SEQUENCE, der(INTEGER, positive(32)), der(INTEGER, positive(32)))
  const text = base64(der(SEQUENCE, body, algorithm, der(BIT_STRING, [0], signature)))
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    subject: base64(name),
    publicKey: base64(key),
  }
}

function utcTime(epoch: number): number[] {
  const { year, month, day, hour, minute, second } = calendarTime(epoch)
  const text = [year % 100, month, day, hour, minute, second].map((n) => String(n).padStart(2, '0')).join('')
  return der(UTC_TIME, ascii(`${text}Z`))
}

function ascii(text: string): number[] {
  return [...encodeUtf8(text)]
}

function base64(octets: readonly number[]): string {
  return encodeBase64(Uint8Array.from(octets))
}
