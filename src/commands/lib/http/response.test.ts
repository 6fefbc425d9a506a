import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { ResponseParser } from './response.ts'

/** Pushes a text in pieces of a size: the body, and where it ends. */
function parsed(text: string, size: number, bodyless = false): readonly [string, ResponseParser] {
  const parser = new ResponseParser(bodyless)
  const octets = encodeUtf8(text)
  let body = ''
  for (let at = 0; at < octets.length; at += size) {
    const part = parser.push(octets.subarray(at, at + size))
    body += decodeUtf8(part)
  }
  return [body, parser]
}

describe('an answer of HTTP/1 (RFC 9112)', () => {
  it.each([1, 2, 7, 1000])('is the same whatever pieces it comes in: %i octets', (size) => {
    const plain = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'
    const [body, parser] = parsed(plain, size)
    expect([body, parser.done, parser.head?.status, parser.left]).toEqual(['hello', true, 200, 0])
    const chunked =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n'
    const [joined, chunks] = parsed(chunked, size)
    expect([joined, chunks.done, chunks.broken]).toEqual(['abc0123456789', true, false])
  })

  it('without a length goes on to the end of the connection', () => {
    const [body, parser] = parsed('HTTP/1.0 200 OK\r\n\r\nab', 4)
    expect([body, parser.done, parser.left]).toEqual(['ab', false, null])
  })

  it('has no body after HEAD, 204 and 304, whatever length it tells', () => {
    expect(parsed('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', 99, true)[1].done).toBe(true)
    expect(parsed('HTTP/1.1 304 Not Modified\r\n\r\n', 99)[1].done).toBe(true)
    expect(parsed('HTTP/1.1 204 No Content\r\n\r\n', 99)[1].done).toBe(true)
  })

  it('is awaited after an interim one', () => {
    const [body, parser] = parsed(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx',
      5,
    )
    expect([body, parser.head?.status, parser.done]).toEqual(['x', 200, true])
  })

  it('is told from what is none', () => {
    expect(parsed('hello\n', 1)[1].headless).toBe(true)
    expect(parsed('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 9)[1].broken).toBe(true)
  })
})
