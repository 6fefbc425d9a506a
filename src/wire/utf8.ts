// UTF-8 (RFC 3629) without the DOM's TextEncoder: the engine compiles and runs without it. An octet that is no UTF-8 is
// kept in a text as a lone surrogate, U+DC80 to U+DCFF (Python's `surrogateescape`), so that all octets come through.

const OCTET_BASE = 0xdc00
/** Octets of a text that is put together one by one. */
const SHORT = 64

export function encodeUtf8(text: string): Uint8Array {
  const n = text.length
  const out = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i)
    if (c > 127) return encodeLong(text)
    out[i] = c
  }
  return out
}

function encodeLong(text: string): Uint8Array {
  const out: number[] = []
  for (const ch of text) {
    const c = ch.codePointAt(0) ?? 0
    if (c < 0x80) out.push(c)
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63))
    else if (c > OCTET_BASE + 0x7f && c < OCTET_BASE + 0x100) out.push(c - OCTET_BASE)
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
  }
  return Uint8Array.from(out)
}

/** An octet above 127 as it stands in a text when it is no part of a character. */
export function octetText(octet: number): string {
  return String.fromCharCode(octet < 128 ? octet : OCTET_BASE + octet)
}

/** As a person is shown it: U+FFFD for each octet that is no UTF-8. */
export function shownUtf8(bytes: Uint8Array): string {
  return decodeUtf8(bytes).replace(/[\udc80-\udcff]/gu, '\ufffd')
}

export function decodeUtf8(bytes: Uint8Array): string {
  const n = bytes.length
  if (n > SHORT) return decodeLong(bytes)
  let text = ''
  for (let i = 0; i < n; i++) {
    const c = bytes[i] ?? 0
    if (c > 127) return decodeLong(bytes)
    text += String.fromCharCode(c)
  }
  return text
}

function decodeLong(bytes: Uint8Array): string {
  let text = ''
  let i = 0
  const n = bytes.length
  const codes: number[] = []
  const flush = (): void => {
    text += String.fromCodePoint(...codes)
    codes.length = 0
  }
  while (i < n) {
    const c = bytes[i++] ?? 0
    if (c < 0x80) codes.push(c)
    else {
      const more = c >= 0xf0 && c < 0xf5 ? 3 : c >= 0xe0 ? 2 : c >= 0xc2 ? 1 : 0
      let code = more === 3 ? c & 7 : more === 2 ? c & 15 : c & 31
      let ok = more > 0 && c < 0xf5 && i + more <= n
      for (let k = 0; ok && k < more; k++) {
        const next = bytes[i + k] ?? 0
        if ((next & 0xc0) !== 0x80) ok = false
        code = (code << 6) | (next & 63)
      }
      if (
        ok &&
        (code > 0x10ffff ||
          (more === 2 && (code < 0x800 || (code & 0xf800) === 0xd800)) ||
          (more === 3 && code < 0x10000))
      )
        ok = false
      if (ok) i += more
      codes.push(ok ? code : OCTET_BASE + c)
    }
    if (codes.length >= 4096) flush()
  }
  flush()
  return text
}
