// What a configuration means. Read parse.ts for its language, directives.ts for what may stand where.
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { checkDirective, type Context } from './directives.ts'
import { ConfError, type Directive } from './parse.ts'

export interface Listen {
  readonly address: Inet | Inet6
  readonly port: number
  readonly isDefault: boolean
  /** As it is written in messages: `0.0.0.0:80`, `[::]:80`. */
  readonly text: string
}

/** Settings that inner blocks have from outer ones. */
export interface Scope {
  readonly root: string
  readonly index: readonly string[]
  readonly autoindex: boolean
  readonly headers: readonly (readonly [string, string, boolean])[]
  readonly errorPages: ReadonlyMap<number, { readonly uri: string; readonly code: number | null }>
  readonly accessLogs: readonly { readonly path: string; readonly format: string }[]
  readonly errorLog: string | null
  readonly defaultType: string
  readonly types: ReadonlyMap<string, string>
  readonly proxyHeaders: readonly (readonly [string, string])[]
  /** First that matches: an address and its mask, or everybody. */
  readonly access: readonly { readonly allow: boolean; readonly who: string }[]
  readonly tokens: boolean
  /** Octets that a request may carry; 0: any number. */
  readonly maxBody: number
  /** How long another server may take to be reached, and to say more. */
  readonly connectTimeout: Nanoseconds
  readonly readTimeout: Nanoseconds
}

export interface Location {
  readonly kind: '=' | '^~' | '~' | '~*' | ''
  readonly path: string
  readonly pattern: RegExp | null
  readonly scope: Scope
  readonly alias: string | null
  readonly tryFiles: readonly string[] | null
  readonly ret: readonly string[] | null
  readonly proxy: string | null
  readonly internal: boolean
  readonly inner: readonly Location[]
}

export interface Server {
  readonly listens: readonly Listen[]
  readonly names: readonly string[]
  readonly scope: Scope
  readonly locations: readonly Location[]
  readonly ret: readonly string[] | null
  readonly tryFiles: readonly string[] | null
}

export interface Peer {
  readonly host: string
  readonly port: number
  readonly weight: number
  readonly down: boolean
  readonly backup: boolean
}

export interface NginxConfig {
  readonly pid: string
  readonly errorLog: string | null
  readonly workers: number
  /** Whom they run as. */
  readonly user: string
  readonly daemon: boolean
  readonly hasEvents: boolean
  readonly formats: ReadonlyMap<string, string>
  readonly upstreams: ReadonlyMap<string, readonly Peer[]>
  readonly servers: readonly Server[]
  /** Hosts of proxy_pass, to be looked up, with the directive that names them. */
  readonly hosts: readonly { readonly host: string; readonly at: Directive }[]
}

const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"'
const PREFIX = '/usr/share/nginx'
/** What a machine of vethlab has. */
const PROCESSORS = 2

const ROOT_SCOPE: Scope = {
  root: `${PREFIX}/html`,
  index: ['index.html'],
  autoindex: false,
  headers: [],
  errorPages: new Map(),
  accessLogs: [{ path: '/var/log/nginx/access.log', format: 'combined' }],
  errorLog: null,
  defaultType: 'text/plain',
  types: new Map([
    ['html', 'text/html'],
    ['gif', 'image/gif'],
    ['jpg', 'image/jpeg'],
  ]),
  proxyHeaders: [],
  access: [],
  tokens: true,
  maxBody: 1_048_576,
  connectTimeout: 60 * SECOND,
  readTimeout: 60 * SECOND,
}

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }
const TIMES: Readonly<Record<string, Nanoseconds>> = {
  '': SECOND,
  ms: MILLISECOND,
  s: SECOND,
  m: 60 * SECOND,
  h: 3600 * SECOND,
}

/** Null when it is not given, or is none. */
function parseSize(text: string | undefined): number | null {
  const [, number, unit = ''] = /^(\d+)([kmg]?)$/i.exec(text ?? '') ?? []
  return number === undefined ? null : Number(number) * (SIZES[unit.toLowerCase()] ?? 1)
}

function parseTime(text: string | undefined): Nanoseconds | null {
  const [, number, unit = ''] = /^(\d+)(ms|[smh]?)$/.exec(text ?? '') ?? []
  return number === undefined ? null : Number(number) * (TIMES[unit] ?? SECOND)
}

export function compile(
  directives: readonly Directive[],
): NginxConfig | ConfError | { readonly unsupported: string } {
  const compiler = new Compiler()
  compiler.main(directives)
  return compiler.error ?? compiler.result()
}

class Compiler {
  error: ConfError | { readonly unsupported: string } | null = null
  readonly #formats = new Map([['combined', COMBINED]])
  readonly #upstreams = new Map<string, readonly Peer[]>()
  readonly #servers: Server[] = []
  readonly #hosts: { readonly host: string; readonly at: Directive }[] = []
  #main: readonly Directive[] = []

  main(directives: readonly Directive[]): void {
    this.#main = directives
    this.#check(directives, 'main')
    for (const { name, block } of directives) {
      if (name === 'events') this.#check(block ?? [], 'events')
      if (name === 'http') this.#http(block ?? [])
    }
  }

  result(): NginxConfig {
    const last = (name: string): string | null => this.#main.findLast((d) => d.name === name)?.args[0] ?? null
    const workers = last('worker_processes')
    const hosts = this.#hosts.filter(({ host }) => !this.#upstreams.has(host))
    return {
      pid: last('pid') ?? '/run/nginx.pid',
      errorLog: last('error_log'),
      user: last('user') ?? 'nobody',
      workers: workers === 'auto' ? PROCESSORS : Math.max(Number(workers ?? 1) || 1, 1),
      daemon: last('daemon') !== 'off',
      hasEvents: this.#main.some(({ name }) => name === 'events'),
      formats: this.#formats,
      upstreams: this.#upstreams,
      servers: this.#servers,
      hosts,
    }
  }

  #fail(at: Directive, words: string): void {
    this.error ??= new ConfError(`${words} in ${at.file}:${at.line}`)
  }

  #check(directives: readonly Directive[], context: Context): void {
    for (const d of directives) {
      const wrong = checkDirective(d.name, d.args, d.block !== null, context)
      if (typeof wrong === 'string') this.#fail(d, wrong)
      else if (wrong) this.error ??= wrong
      if (this.error) return
    }
  }

  #http(directives: readonly Directive[]): void {
    this.#check(directives, 'http')
    for (const d of directives) {
      if (d.name === 'log_format') this.#formats.set(d.args[0] ?? '', d.args.slice(1).join(''))
      if (d.name === 'upstream') this.#upstream(d)
    }
    const errorLog = this.#main.findLast(({ name }) => name === 'error_log')?.args[0] ?? null
    const scope = this.#scope(directives, { ...ROOT_SCOPE, errorLog })
    for (const d of directives) if (d.name === 'server' && !this.error) this.#server(d, scope)
  }

  #upstream(at: Directive): void {
    const block = at.block ?? []
    this.#check(block, 'upstream')
    const peers = block.flatMap(({ name, args }): Peer[] => {
      if (name !== 'server') return []
      const { host, port } = splitHost(args[0] ?? '', 80)
      const weight = args.find((word) => word.startsWith('weight='))?.slice(7)
      this.#hosts.push({ host, at })
      return [
        {
          host,
          port,
          weight: Number(weight ?? 1) || 1,
          down: args.includes('down'),
          backup: args.includes('backup'),
        },
      ]
    })
    if (peers.length === 0) this.#fail(at, 'no servers are inside upstream')
    this.#upstreams.set(at.args[0] ?? '', peers)
  }

  #scope(directives: readonly Directive[], outer: Scope): Scope {
    const all = (name: string): readonly Directive[] => directives.filter((d) => d.name === name)
    const last = (name: string): readonly string[] | undefined => all(name).at(-1)?.args
    const types = all('types').flatMap(({ block }) =>
      (block ?? []).flatMap(({ name, args }) => args.map((end): [string, string] => [end, name])),
    )
    const headers = all('add_header').map(
      ({ args: [name = '', value = '', always] }) => [name, value, always === 'always'] as const,
    )
    const pages = all('error_page').flatMap(({ args }) => {
      const uri = args.at(-1) ?? ''
      const change = args.find((word) => word.startsWith('='))
      const code = change === undefined || change === '=' ? null : Number(change.slice(1))
      return args
        .slice(0, -1)
        .flatMap((word) => (/^\d+$/.test(word) ? [[Number(word), { uri, code }] as const] : []))
    })
    const logs = all('access_log').flatMap(({ args: [path = '', format = 'combined'] }) =>
      path === 'off'
        ? []
        : [{ path: path.startsWith('/') || path === 'stdout' ? path : `${PREFIX}/${path}`, format }],
    )
    const access = directives.flatMap(({ name, args: [who = ''] }) =>
      name === 'allow' || name === 'deny' ? [{ allow: name === 'allow', who }] : [],
    )
    const proxyHeaders = all('proxy_set_header').map(
      ({ args: [name = '', value = ''] }) => [name, value] as const,
    )
    for (const at of all('access_log')) {
      const format = at.args[1]
      if (format !== undefined && !this.#formats.has(format)) this.#fail(at, `unknown log format "${format}"`)
    }
    return {
      root: last('root')?.[0] ?? outer.root,
      index: last('index') ?? outer.index,
      autoindex: (last('autoindex')?.[0] ?? (outer.autoindex ? 'on' : 'off')) === 'on',
      headers: headers.length > 0 ? headers : outer.headers,
      errorPages: pages.length > 0 ? new Map(pages) : outer.errorPages,
      accessLogs: all('access_log').length > 0 ? logs : outer.accessLogs,
      errorLog: last('error_log')?.[0] ?? outer.errorLog,
      defaultType: last('default_type')?.[0] ?? outer.defaultType,
      types: types.length > 0 ? new Map(types) : outer.types,
      proxyHeaders: proxyHeaders.length > 0 ? proxyHeaders : outer.proxyHeaders,
      access: access.length > 0 ? access : outer.access,
      tokens: (last('server_tokens')?.[0] ?? (outer.tokens ? 'on' : 'off')) !== 'off',
      maxBody: parseSize(last('client_max_body_size')?.[0]) ?? outer.maxBody,
      connectTimeout: parseTime(last('proxy_connect_timeout')?.[0]) ?? outer.connectTimeout,
      readTimeout: parseTime(last('proxy_read_timeout')?.[0]) ?? outer.readTimeout,
    }
  }

  #server(at: Directive, outer: Scope): void {
    const block = at.block ?? []
    this.#check(block, 'server')
    if (this.error) return
    const scope = this.#scope(block, outer)
    const listens: Listen[] = []
    for (const d of block) {
      if (d.name !== 'listen') continue
      const listen = readListen(d.args)
      if (typeof listen === 'string') return this.#fail(d, listen)
      listens.push(listen)
    }
    if (listens.length === 0) listens.push({ address: 0, port: 80, isDefault: false, text: '0.0.0.0:80' })
    const names = block.flatMap(({ name, args }) => (name === 'server_name' ? args : []))
    const locations = this.#locations(block, scope)
    const own = (name: string): readonly string[] | null => block.find((d) => d.name === name)?.args ?? null
    this.#servers.push({ listens, names, scope, locations, ret: own('return'), tryFiles: own('try_files') })
  }

  #locations(block: readonly Directive[], outer: Scope): readonly Location[] {
    const found: Location[] = []
    for (const d of block) {
      if (d.name !== 'location' || this.error) continue
      const [first = '', second] = d.args
      const joined = /^(=|\^~|~\*|~)(.+)$/.exec(first)
      const kind = second === undefined ? (joined?.[1] ?? '') : first
      const path = second ?? joined?.[2] ?? first
      if (!isKind(kind)) {
        this.#fail(d, `invalid location modifier "${kind}"`)
        break
      }
      if (found.some((other) => other.path === path && other.kind === kind))
        this.#fail(d, `duplicate location "${path}"`)
      this.#check(d.block ?? [], 'location')
      if (!this.error) found.push(this.#location(d, kind, path, outer))
    }
    return found
  }

  #location(at: Directive, kind: Location['kind'], path: string, outer: Scope): Location {
    const block = at.block ?? []
    const scope = this.#scope(block, outer)
    const own = (name: string): readonly string[] | null => block.find((d) => d.name === name)?.args ?? null
    const proxy = own('proxy_pass')?.[0] ?? null
    if (proxy !== null) this.#proxy(block, proxy)
    let pattern: RegExp | null = null
    if (kind === '~' || kind === '~*') {
      try {
        pattern = new RegExp(path, kind === '~*' ? 'i' : '')
      } catch {
        this.#fail(at, `pcre2_compile() failed: bad pattern in "${path}"`)
      }
    }
    return {
      kind,
      path,
      pattern,
      scope,
      alias: own('alias')?.[0] ?? null,
      tryFiles: own('try_files'),
      ret: own('return'),
      proxy,
      internal: own('internal') !== null,
      inner: this.#locations(block, scope),
    }
  }

  #proxy(block: readonly Directive[], url: string): void {
    const at = block.find(({ name }) => name === 'proxy_pass')
    if (!at) return
    if (url.startsWith('https://')) this.error ??= { unsupported: 'proxy_pass https://' }
    else if (!url.startsWith('http://')) this.#fail(at, 'invalid URL prefix')
    else if (url.includes('$')) this.error ??= { unsupported: 'proxy_pass with variables' }
    else this.#hosts.push({ host: proxyTarget(url).host, at })
  }
}

function isKind(text: string): text is Location['kind'] {
  return ['', '=', '^~', '~', '~*'].includes(text)
}

/** Host, port and path of proxy_pass; `name`: host and port as they are written. */
export function proxyTarget(url: string): {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly path: string | null
} {
  const [, name = '', path] = /^http:\/\/([^/]*)(\/.*)?$/.exec(url) ?? []
  return { name, ...splitHost(name, 80), path: path ?? null }
}

function splitHost(text: string, port: number): { readonly host: string; readonly port: number } {
  const [, host = text, digits] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? []
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: digits === undefined ? port : Number(digits) }
}

function readListen(args: readonly string[]): Listen | string {
  const [text = '', ...flags] = args
  if (flags.some((flag) => flag === 'ssl' || flag === 'http2'))
    return `"${flags[0]}" of "listen" needs TLS, which is not supported in vethlab,`
  const isDefault = flags.includes('default_server') || flags.includes('default')
  const [, host, digits] = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)$/.exec(text) ?? []
  const port = digits === undefined ? 80 : Number(digits)
  if (port < 1 || port > 65535) return `invalid port in "${text}" of the "listen" directive`
  const word = digits === undefined ? text : (host ?? '*')
  if (word.startsWith('[')) {
    const address = parseInet6(word.slice(1, -1))
    if (address === null) return `invalid IPv6 address in "${text}" of the "listen" directive`
    return { address, port, isDefault, text: `${word}:${port}` }
  }
  const address = word === '*' || word === '' ? 0 : word === 'localhost' ? 0x7f000001 : parseInet(word)
  if (address === null) return `host not found in "${text}" of the "listen" directive`
  const shown = word === '*' || word === '' ? '0.0.0.0' : word === 'localhost' ? '127.0.0.1' : word
  return { address, port, isDefault, text: `${shown}:${port}` }
}
