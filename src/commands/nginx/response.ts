// Answers: heads in nginx's order, and its own pages. Ref: nginx src/http/ngx_http_header_filter_module.c
import { encodeUtf8 } from '../../wire/utf8.ts'

export interface Response {
  readonly status: number
  /** Null: as the status has it. */
  readonly reason: string | null
  /** Between Date and Connection. */
  readonly head: readonly (readonly [string, string])[]
  /** After Connection. */
  readonly tail: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  /** No length is told. */
  readonly chunked: boolean
}

export const VERSION = '1.22.1'

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  408: 'Request Time-out',
  409: 'Conflict',
  410: 'Gone',
  413: 'Request Entity Too Large',
  418: '',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
}
/** What its own pages call a status otherwise than its status line does. */
const TITLES: Readonly<Record<number, string>> = { 302: 'Found' }

export function reasonOf(status: number): string {
  return REASONS[status] ?? ''
}

/** A page of nginx's own, for statuses that have one. */
export function ownPage(status: number, tokens: boolean): Response {
  const title = `${status} ${TITLES[status] ?? reasonOf(status)}`
  const text =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    `<hr><center>nginx${tokens ? `/${VERSION}` : ''}</center>\r\n</body>\r\n</html>\r\n`
  const has = status >= 300 && status !== 304 && reasonOf(status) !== ''
  const body = encodeUtf8(has ? text : '')
  return {
    status,
    reason: null,
    head: has ? [['Content-Type', 'text/html']] : [],
    tail: [],
    body,
    chunked: false,
  }
}

/** Which statuses add_header goes with. Ref: ngx_http_headers_filter() */
export function takesHeaders(status: number): boolean {
  return [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(status)
}
