// URLs as libcurl takes them apart. Ref: lib/urlapi.c
import { formatInet } from '../../wire/inet.ts'
import { formatInet6, parseInet6 } from '../../wire/inet6.ts'
import { inetAton } from '../lib/inetAton.ts'

export interface Url {
  readonly scheme: string
  readonly user: string | null
  /** Without brackets. */
  readonly host: string
  readonly port: number
  /** It stands in the URL. */
  readonly explicitPort: boolean
  /** Path and query. */
  readonly target: string
}

/** Schemes that curl has and vethlab has not. */
const OTHER_SCHEMES: readonly string[] = (
  'dict file ftp ftps gopher gophers https imap imaps ldap ldaps mqtt pop3 pop3s rtmp rtsp scp sftp smb smbs smtp smtps ' +
  'telnet tftp'
).split(' ')

const BAD = { code: 3, text: 'URL using bad/illegal format or missing URL' } as const

export function parseUrl(text: string): Url | { readonly code: number; readonly text: string } {
  if (text === '' || /[\0-\x20\x7f]/.test(text)) return BAD
  const [, scheme = 'http', rest = ''] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/{1,3})?(.*)$/s.exec(text) ?? []
  const lower = scheme.toLowerCase()
  if (OTHER_SCHEMES.includes(lower))
    return { code: 1, text: `Protocol "${lower}" is not supported in vethlab` }
  if (lower !== 'http') return { code: 1, text: `Protocol "${scheme}" not supported or disabled in libcurl` }
  const end = rest.search(/[/?#]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  const target = end < 0 ? '' : (rest.slice(end).split('#', 1)[0] ?? '')
  const at = authority.lastIndexOf('@')
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d*))?$/.exec(authority.slice(at + 1))
  const [, written = '', port = ''] = parts ?? []
  if (!parts || written === '' || Number(port) > 65535) return BAD
  const host = hostOf(written)
  if (host === null) return BAD
  return {
    scheme: lower,
    user: at < 0 ? null : decodeURI(authority.slice(0, at)),
    host,
    port: port === '' ? 80 : Number(port),
    explicitPort: port !== '',
    target: removeDots(target.startsWith('/') ? target : `/${target}`),
  }
}

function hostOf(written: string): string | null {
  if (written.startsWith('[')) {
    const six = parseInet6(written.slice(1, -1))
    return six === null ? null : formatInet6(six)
  }
  if (/[\s<>^`{|}"]/.test(written)) return null
  const four = inetAton(written)
  return four === null ? written : formatInet(four)
}

/** As a URL has a host. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** RFC 3986 section 5.2.4 */
function removeDots(target: string): string {
  const query = target.indexOf('?')
  const path = query < 0 ? target : target.slice(0, query)
  const out: string[] = []
  const words = path.split('/').slice(1)
  for (const [i, word] of words.entries()) {
    const last = i === words.length - 1
    if (word === '..') out.pop()
    else if (word !== '.') out.push(word)
    if (last && (word === '.' || word === '..')) out.push('')
  }
  return `/${out.join('/')}${query < 0 ? '' : target.slice(query)}`
}

export function formatUrl(url: Url): string {
  return `${url.scheme}://${bracketed(url.host)}${url.explicitPort ? `:${url.port}` : ''}${url.target}`
}

/** Where a Location leads from there. Ref: lib/urlapi.c:concat_url() */
export function resolveUrl(base: Url, location: string): string {
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.test(location)) return location
  const root = `${base.scheme}://${bracketed(base.host)}${base.explicitPort ? `:${base.port}` : ''}`
  if (location.startsWith('//')) return `${base.scheme}:${location}`
  if (location.startsWith('/')) return root + location
  const path = base.target.split('?', 1)[0] ?? '/'
  return location.startsWith('?')
    ? root + path + location
    : root + path.slice(0, path.lastIndexOf('/') + 1) + location
}
