// curl's command line, which is read by its own rules. Ref: src/tool_getparam.c:parse_args()
import { concat } from '../../wire/octets.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'

/** Long name, letter, whether it takes a word, what it does. */
const TABLE = {
  compressed: [null, false, 'ask for a compressed answer'],
  'connect-timeout': [null, true, 'seconds to connect at most'],
  data: ['d', true, 'send data (POST)'],
  'data-ascii': [null, true, 'as --data'],
  'data-binary': [null, true, 'send data as it is'],
  'data-raw': [null, true, 'send data, @ means nothing'],
  fail: ['f', false, 'fail on errors of HTTP'],
  'fail-with-body': [null, false, 'fail on errors of HTTP, but print what came'],
  get: ['G', false, 'put the data into the URL'],
  globoff: ['g', false, 'no [] and {} in URLs'],
  head: ['I', false, 'ask for the head only'],
  header: ['H', true, 'a header field to send'],
  help: ['h', false, 'help'],
  'http0.9': [null, false, 'allow answers without a head'],
  'http1.0': ['0', false, 'use HTTP/1.0'],
  'http1.1': [null, false, 'use HTTP/1.1'],
  include: ['i', false, 'print the head of the answer too'],
  insecure: ['k', false, 'allow insecure servers'],
  interface: [null, true, 'device or address to send from'],
  ipv4: ['4', false, 'only IPv4 addresses'],
  ipv6: ['6', false, 'only IPv6 addresses'],
  location: ['L', false, 'follow redirections'],
  'local-port': [null, true, 'local port'],
  'max-redirs': [null, true, 'redirections to follow at most'],
  'max-time': ['m', true, 'seconds for all of it at most'],
  'no-buffer': ['N', false, 'print as it comes'],
  'no-progress-meter': [null, false, 'no progress meter'],
  output: ['o', true, 'write into a file'],
  'progress-bar': ['#', false, 'a bar instead of the meter'],
  referer: ['e', true, 'referring page'],
  'remote-name': ['O', false, 'write into a file named as in the URL'],
  request: ['X', true, 'method'],
  resolve: [null, true, 'HOST:PORT:ADDRESS, instead of asking'],
  'unix-socket': [null, true, 'path of a socket to connect to'],
  retry: [null, true, 'times to try again'],
  'retry-all-errors': [null, false, 'try again after any error'],
  'retry-connrefused': [null, false, 'try again after a refusal'],
  'retry-delay': [null, true, 'seconds between tries'],
  'show-error': ['S', false, 'errors in spite of -s'],
  silent: ['s', false, 'no meter and no errors'],
  url: [null, true, 'a URL'],
  user: ['u', true, 'USER:PASSWORD'],
  'user-agent': ['A', true, 'name of the client'],
  verbose: ['v', false, 'say what happens'],
  version: ['V', false, 'version'],
  'write-out': ['w', true, 'what to print afterwards'],
} as const

export type CurlOption = keyof typeof TABLE

const NAMES = Object.keys(TABLE) as CurlOption[]

/** Letters of curl 7.88 that vethlab has not; those that take a word first. */
const REFUSED_LETTERS = 'bcCDEFKPQrTUxYytz:aBjJlMnpqRZ123'

/** Lines for the list of what is supported. */
export const SUPPORTS: readonly string[] = NAMES.map((name) => {
  const [letter, takes, help] = TABLE[name]
  return `${letter === null ? '' : `-${letter}, `}--${name}${takes ? '=VALUE' : ''}: ${help}`
})

/** Spellings that begin with what was typed. */
export function completeOption(typed: string): readonly string[] {
  return NAMES.map((name) => `--${name}`).filter((word) => word.startsWith(typed))
}

export interface CurlSettings {
  readonly urls: readonly string[]
  /** By position of the URL: a file, `-O`. */
  readonly outputs: readonly (string | true)[]
  readonly flags: ReadonlySet<CurlOption>
  /** The last word given. */
  readonly values: ReadonlyMap<CurlOption, string>
  readonly headers: readonly string[]
  readonly resolve: readonly string[]
  readonly data: Uint8Array | null
}

export type Parsed =
  | { readonly settings: CurlSettings }
  /** What is wrong with the usage. */
  | { readonly complaint: string }
  | { readonly unsupported: string }

const NUMBERS: ReadonlySet<CurlOption> = new Set<CurlOption>(['max-redirs', 'retry', 'retry-delay'])
const SECONDS: ReadonlySet<CurlOption> = new Set<CurlOption>(['max-time', 'connect-timeout'])

/** `readFile`: octets of a file, standard input for `-`. */
export function parseCurl(words: readonly string[], readFile: (path: string) => Uint8Array): Parsed {
  const urls: string[] = []
  const outputs: (string | true)[] = []
  const flags = new Set<CurlOption>()
  const values = new Map<CurlOption, string>()
  const headers: string[] = []
  const resolve: string[] = []
  let data: Uint8Array | null = null
  const found = (settings: CurlOption, value: string): Parsed | null => {
    if (SECONDS.has(settings) || NUMBERS.has(settings)) {
      const wrong = numberError(value, SECONDS.has(settings))
      if (wrong) return { complaint: wrong }
    }
    if (settings === 'output') outputs.push(value)
    else if (settings === 'url') urls.push(value)
    else if (settings === 'header') headers.push(value)
    else if (settings === 'resolve') resolve.push(value)
    else if (settings.startsWith('data')) {
      const part = dataOf(settings, value, readFile)
      data = data === null ? part : concat([concat([data, encodeUtf8('&')]), part])
    } else values.set(settings, value)
    return null
  }
  let onlyUrls = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (onlyUrls || !word.startsWith('-')) {
      urls.push(word)
      continue
    }
    if (word === '--') {
      onlyUrls = true
      continue
    }
    const bad = (why: string): Parsed => ({ complaint: `option ${word}: ${why}` })
    if (word.startsWith('--')) {
      const name = longName(word.slice(2))
      if (name === 'ambiguous') return bad('is ambiguous')
      if (name === null) {
        const no = word.startsWith('--no-') ? longName(word.slice(5)) : null
        if (no !== null && no !== 'ambiguous' && !TABLE[no][1]) {
          flags.delete(no)
          continue
        }
        return KNOWN.includes(word.slice(2)) ? { unsupported: word } : bad('is unknown')
      }
      if (!TABLE[name][1]) {
        if (name === 'remote-name') outputs.push(true)
        flags.add(name)
        continue
      }
      const value = words[++i]
      if (value === undefined) return bad('requires parameter')
      const wrong = found(name, value)
      if (wrong) return 'complaint' in wrong ? bad(wrong.complaint) : wrong
      continue
    }
    if (word === '-') return bad('is unknown')
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at)
      const name = NAMES.find((n) => TABLE[n][0] === letter)
      if (name === undefined)
        return REFUSED_LETTERS.includes(letter) ? { unsupported: `-${letter}` } : bad('is unknown')
      if (!TABLE[name][1]) {
        if (name === 'remote-name') outputs.push(true)
        flags.add(name)
        continue
      }
      const rest = word.slice(at + 1)
      const value = rest === '' ? words[++i] : rest
      if (value === undefined) return bad('requires parameter')
      const wrong = found(name, value)
      if (wrong) return 'complaint' in wrong ? bad(wrong.complaint) : wrong
      break
    }
  }
  return { settings: { urls, outputs, flags, values, headers, resolve, data } }
}

/** Long options of curl 7.88 that are refused; any other is unknown. */
const KNOWN: readonly string[] = (
  'abstract-unix-socket alt-svc anyauth append aws-sigv4 basic cacert capath cert cert-status cert-type ciphers config ' +
  'continue-at cookie cookie-jar create-dirs create-file-mode crlf crlfile curves data-urlencode delegation digest ' +
  'disable disable-eprt disable-epsv disallow-username-in-url dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers ' +
  'doh-cert-status doh-insecure doh-url dump-header egd-file engine etag-compare etag-save expect100-timeout ' +
  'fail-early false-start form form-escape form-string ftp-pasv ftp-port happy-eyeballs-timeout-ms haproxy-protocol ' +
  'hostpubmd5 hsts http2 http2-prior-knowledge http3 ignore-content-length json junk-session-cookies keepalive-time ' +
  'key key-type limit-rate list-only location-trusted max-filesize metalink negotiate netrc netrc-file netrc-optional ' +
  'next noproxy ntlm oauth2-bearer output-dir parallel parallel-immediate parallel-max pass path-as-is pinnedpubkey ' +
  'post301 post302 post303 preproxy proto proto-default proto-redir proxy proxy-user proxytunnel pubkey quote random-file ' +
  'range rate raw remote-header-name remote-name-all remote-time remove-on-error request-target retry-max-time ' +
  'sasl-ir service-name socks4 socks4a socks5 socks5-hostname speed-limit speed-time ssl ssl-reqd stderr sslv2 sslv3 ' +
  'styled-output suppress-connect-headers tcp-fastopen tcp-nodelay telnet-option tftp-blksize time-cond tls-max tlsv1 ' +
  'tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace trace-ascii trace-time upload-file url-query use-ascii ' +
  'xattr'
).split(' ')

function longName(name: string): CurlOption | 'ambiguous' | null {
  const exact = NAMES.find((n) => n === name)
  if (exact) return exact
  if (KNOWN.includes(name)) return null
  const matches = NAMES.filter((n) => n.startsWith(name))
  const others = KNOWN.filter((n) => n.startsWith(name))
  if (matches.length + others.length > 1) return 'ambiguous'
  return matches[0] ?? null
}

/** Ref: src/tool_paramhlp.c:str2unum(), secs2ms() */
function numberError(text: string, fraction: boolean): string | null {
  const form = fraction ? /^[+-]?(\d+\.?\d*|\.\d+)$/ : /^[+-]?\d+$/
  if (!form.test(text)) return 'expected a proper numerical parameter'
  return text.startsWith('-') && text !== '-1' ? 'expected a positive numerical parameter' : null
}

function dataOf(option: CurlOption, value: string, readFile: (path: string) => Uint8Array): Uint8Array {
  if (option === 'data-raw' || !value.startsWith('@')) return encodeUtf8(value)
  const octets = readFile(value.slice(1))
  return option === 'data-binary' ? octets : octets.filter((c) => c !== 10 && c !== 13 && c !== 0)
}
