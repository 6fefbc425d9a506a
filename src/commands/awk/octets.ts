// mawk knows octets, no characters: its strings are kept here as one code unit for each octet.
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'

const CHUNK = 8192

/** One code unit in 0…255 for each octet. */
export function octetText(octets: Uint8Array): string {
  let text = ''
  for (let i = 0; i < octets.length; i += CHUNK) text += String.fromCharCode(...octets.subarray(i, i + CHUNK))
  return text
}

export function textOctets(text: string): Uint8Array {
  const octets = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) octets[i] = text.charCodeAt(i)
  return octets
}

/** From a word of the command line, a file's name, a variable of the environment. */
export function fromWord(text: string): string {
  return octetText(encodeUtf8(text))
}

export function toWord(text: string): string {
  return decodeUtf8(textOctets(text))
}
