// Ids and join tokens of a swarm. (Ref: swarmkit identity/randomid.go, ca/config.go:GenerateJoinToken())
import type { Process } from '../../../os/program.ts'

const BASE36 = 36n
const ID_BITS = 128
const ID_DIGITS = 25
/** A 256 bit digest in base 36. */
const DIGEST_BITS = 256
const DIGEST_DIGITS = 50

const TOKEN = /^SWMTKN-1-([0-9a-z]{50})-([0-9a-z]{25})$/

function randomBase36(p: Process, bits: number, digits: number): string {
  let value = 0n
  for (let i = 0; i < bits; i += 32) value = (value << 32n) | BigInt(p.random() >>> 0)
  // Ids begin with a digit or a letter as it comes, and are filled with zeros.
  return value.toString(Number(BASE36)).padStart(digits, '0').slice(-digits)
}

/** Of nodes, networks, tasks and clusters. */
export function newId(p: Process): string {
  return randomBase36(p, ID_BITS, ID_DIGITS)
}

/** Of a certificate authority: what tokens begin with, so that who joins knows whom he trusts. */
export function newDigest(p: Process): string {
  return randomBase36(p, DIGEST_BITS, DIGEST_DIGITS)
}

export function joinToken(digest: string, secret: string): string {
  return `SWMTKN-1-${digest}-${secret}`
}

/** null when it is none. */
export function parseJoinToken(text: string): { readonly digest: string; readonly secret: string } | null {
  const [, digest, secret] = TOKEN.exec(text) ?? []
  return digest === undefined || secret === undefined ? null : { digest, secret }
}

/** A digest as it is told to those who know another: in hexadecimal. */
export function hexDigest(digest: string): string {
  let value = 0n
  for (const digit of digest) value = value * BASE36 + BigInt(Number.parseInt(digit, 36))
  return value
    .toString(16)
    .padStart(DIGEST_BITS / 4, '0')
    .slice(-DIGEST_BITS / 4)
}
