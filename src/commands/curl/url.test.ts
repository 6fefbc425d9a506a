import { describe, expect, it } from 'vitest'
import { globUrls } from './glob.ts'
import { formatUrl, parseUrl, resolveUrl } from './url.ts'

function formatted(text: string): string {
  const url = parseUrl(text)
  return 'code' in url ? `(${url.code}) ${url.text}` : formatUrl(url)
}

describe('URLs of curl', () => {
  it.each([
    ['localhost:8000', 'http://localhost:8000/'],
    ['HTTP://a/b/../c/./d?x=../y#z', 'http://a/c/d?x=../y'],
    ['127.1', 'http://127.0.0.1/'],
    ['0x7f000001:80/', 'http://127.0.0.1:80/'],
    ['300.1.1.1', 'http://300.1.1.1/'],
    ['http://[::1]:8000', 'http://[::1]:8000/'],
    ['http://u:p@h/', 'http://h/'],
    ['http://', '(3) URL using bad/illegal format or missing URL'],
    ['http://a b/', '(3) URL using bad/illegal format or missing URL'],
    ['http://a:65536', '(3) URL using bad/illegal format or missing URL'],
    ['foo://x', '(1) Protocol "foo" not supported or disabled in libcurl'],
    ['https://x', '(1) Protocol "https" is not supported in vethlab'],
  ])('%s', (text, expected) => {
    expect(formatted(text)).toBe(expected)
  })

  it.each([
    ['/sub/', 'http://h:8000/sub/'],
    ['x', 'http://h:8000/a/x'],
    ['?q', 'http://h:8000/a/b?q'],
    ['//other/x', 'http://other/x'],
    ['http://other/', 'http://other/'],
  ])('Location: %s', (location, expected) => {
    const base = parseUrl('http://h:8000/a/b?x')
    expect('code' in base ? null : resolveUrl(base, location)).toBe(expected)
  })

  it('stand for several with {} and []', () => {
    expect(globUrls('h[1-3]/{a,b}')).toEqual(['h1/a', 'h1/b', 'h2/a', 'h2/b', 'h3/a', 'h3/b'])
    expect(globUrls('[08-10]')).toEqual(['08', '09', '10'])
    expect(globUrls('[a-e:2]')).toEqual(['a', 'c', 'e'])
    expect(globUrls('http://[::1]:80/')).toEqual(['http://[::1]:80/'])
    expect(globUrls('http://[::1')).toEqual({
      code: 3,
      text: 'bad range specification in URL position 9:\nhttp://[::1\n        ^',
    })
  })
})
