// UTF-8 (RFC 3629) without the DOM's TextEncoder: the engine compiles and runs without it.

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
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
  }
  return Uint8Array.from(out)
}

/** Malformed sequences become U+FFFD, one for each octet that cannot be read. */
export function decodeUtf8(bytes: Uint8Array): string {
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
      if (ok && (code > 0x10ffff || (more === 2 && code < 0x800) || (more === 3 && code < 0x10000)))
        ok = false
      if (ok) i += more
      codes.push(ok ? code : 0xfffd)
    }
    if (codes.length >= 4096) flush()
  }
  flush()
  return text
}
