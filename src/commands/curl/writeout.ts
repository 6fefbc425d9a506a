// What -w prints. Ref: src/tool_writeout.c
import type { HttpField } from '../lib/http/fields.ts'
import { fieldOf } from '../lib/http/fields.ts'

/** What is known of a transfer, in microseconds since its start where it is a time. */
export interface TransferFacts {
  url: string
  effectiveUrl: string
  method: string
  scheme: string
  status: number
  version: string
  connects: number
  redirects: number
  redirectUrl: string
  remoteIp: string
  remotePort: number
  localIp: string
  localPort: number
  downloaded: number
  uploaded: number
  headerSize: number
  requestSize: number
  fields: readonly HttpField[]
  file: string
  error: string
  code: number
  urlNumber: number
  nameLookup: number
  connect: number
  pretransfer: number
  startTransfer: number
  redirectTime: number
  total: number
}

type Value = (f: TransferFacts) => string

function seconds(microseconds: number): string {
  return (microseconds / 1e6).toFixed(6)
}

function speed(octets: number, f: TransferFacts): string {
  return String(Math.floor((octets * 1e6) / Math.max(1, f.total)))
}

function status(f: TransferFacts): string {
  return String(f.status).padStart(3, '0')
}

const VARIABLES: Readonly<Record<string, Value>> = {
  content_type: (f) => fieldOf(f.fields, 'Content-Type') ?? '',
  errormsg: (f) => f.error,
  exitcode: (f) => String(f.code),
  filename_effective: (f) => f.file,
  ftp_entry_path: () => '',
  http_code: status,
  http_connect: () => '000',
  http_version: (f) => f.version.replace(/\.0$/, (zero) => (f.version === '1.0' ? '' : zero)),
  local_ip: (f) => f.localIp,
  local_port: (f) => String(f.localPort),
  method: (f) => f.method,
  num_connects: (f) => String(f.connects),
  num_headers: (f) => String(f.fields.length),
  num_redirects: (f) => String(f.redirects),
  proxy_ssl_verify_result: () => '0',
  redirect_url: (f) => f.redirectUrl,
  referer: () => '',
  remote_ip: (f) => f.remoteIp,
  remote_port: (f) => String(f.remotePort),
  response_code: status,
  scheme: (f) => (f.status > 0 || f.connects > 0 ? f.scheme.toUpperCase() : f.scheme),
  size_download: (f) => String(f.downloaded),
  size_header: (f) => String(f.headerSize),
  size_request: (f) => String(f.requestSize),
  size_upload: (f) => String(f.uploaded),
  speed_download: (f) => speed(f.downloaded, f),
  speed_upload: (f) => speed(f.uploaded, f),
  ssl_verify_result: () => '0',
  time_appconnect: () => seconds(0),
  time_connect: (f) => seconds(f.connect),
  time_namelookup: (f) => seconds(f.nameLookup),
  time_pretransfer: (f) => seconds(f.pretransfer),
  time_redirect: (f) => seconds(f.redirectTime),
  time_starttransfer: (f) => seconds(f.startTransfer),
  time_total: (f) => seconds(f.total),
  url: (f) => f.url,
  url_effective: (f) => f.effectiveUrl,
  urlnum: (f) => String(f.urlNumber),
}

/** Variables of curl 7.88 that vethlab has not. */
const LACKING: ReadonlySet<string> = new Set([
  'json',
  'header_json',
  'certs',
  'num_certs',
  'onerror',
  'stderr',
  'stdout',
])

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** `complain`: an unknown variable. */
export function writeOut(format: string, facts: TransferFacts, complain: (words: string) => void): string {
  let out = ''
  for (let i = 0; i < format.length; i++) {
    const c = format.charAt(i)
    const next = format.charAt(i + 1)
    if (c === '\\' && next !== '') {
      out += ESCAPES[next] ?? `\\${next}`
      i++
      continue
    }
    const field = format.startsWith('%header{', i) ? format.indexOf('}', i) : -1
    const end = c === '%' && next === '{' ? format.indexOf('}', i) : -1
    if (c === '%' && next === '%') {
      out += '%'
      i++
    } else if (field >= 0) {
      out += fieldOf(facts.fields, format.slice(i + 8, field)) ?? ''
      i = field
    } else if (end >= 0) {
      const name = format.slice(i + 2, end)
      const value = VARIABLES[name]
      if (value) out += value(facts)
      else if (LACKING.has(name)) complain(`%{${name}} is not supported in vethlab`)
      else complain(`unknown --write-out variable: '${name}'`)
      i = end
    } else out += c
  }
  return out
}
