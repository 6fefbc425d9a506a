// Addresses of socat's command line: `TYPE:PARAMETER:…,option,option=value`. Ref: socat xioopen.c, xioopts.c
export interface Address {
  /** As it was written. */
  readonly word: string
  readonly type: string
  readonly params: readonly string[]
  readonly options: ReadonlyMap<string, string>
}

/** Names of types by what they are here. */
const TYPES: Readonly<Record<string, string>> = {
  'TCP-L': 'TCP-LISTEN',
  'TCP4-L': 'TCP4-LISTEN',
  'TCP6-L': 'TCP6-LISTEN',
  'TCP-CONNECT': 'TCP',
  'TCP4-CONNECT': 'TCP4',
  'TCP6-CONNECT': 'TCP6',
  INET: 'TCP',
  'INET-L': 'TCP-LISTEN',
  'INET-LISTEN': 'TCP-LISTEN',
  'UDP-L': 'UDP-LISTEN',
  'UDP4-L': 'UDP4-LISTEN',
  'UDP6-L': 'UDP6-LISTEN',
  'UDP-CONNECT': 'UDP',
  'UDP4-CONNECT': 'UDP4',
  'UDP6-CONNECT': 'UDP6',
  'UDP-DGRAM': 'UDP-DATAGRAM',
  CREAT: 'CREATE',
  FIFO: 'PIPE',
  ECHO: 'PIPE',
  FILE: 'OPEN',
  'UNIX-L': 'UNIX-LISTEN',
  'UNIX-CLIENT': 'UNIX',
  LOCAL: 'UNIX',
}

/** How many parameters each takes. */
const PARAMETERS: Readonly<Record<string, number>> = {
  STDIO: 0,
  STDIN: 0,
  STDOUT: 0,
  STDERR: 0,
  PIPE: 0,
  OPEN: 1,
  CREATE: 1,
  GOPEN: 1,
  EXEC: 1,
  SYSTEM: 1,
  UNIX: 1,
  'UNIX-CONNECT': 1,
  'UNIX-LISTEN': 1,
  ...Object.fromEntries(
    ['', '4', '6'].flatMap((family) => [
      [`TCP${family}`, 2],
      [`TCP${family}-LISTEN`, 1],
      [`UDP${family}`, 2],
      [`UDP${family}-LISTEN`, 1],
      [`UDP${family}-RECVFROM`, 1],
      [`UDP${family}-RECV`, 1],
      [`UDP${family}-SENDTO`, 2],
      [`UDP${family}-DATAGRAM`, 2],
    ]),
  ),
}
/** Types of real socat that vethlab has not. */
const UNSUPPORTED =
  /^(ABSTRACT|UNIX|OPENSSL|SSL|TUN|INTERFACE|IF$|IP\d?-|SCTP|DCCP|VSOCK|PTY|READLINE|SOCKS|PROXY|SOCKET|FD$|UDPLITE|OPENSSL|NOTHING)/

const OPTIONS: ReadonlySet<string> = new Set(
  (
    'fork reuseaddr so-reuseaddr reuseport so-reuseport bind crlf crnl connect-timeout retry forever interval backlog ' +
    'ipv6only ipv6-v6only pf sourceport sp keepalive nodelay tcp-nodelay so-keepalive broadcast ' +
    'append creat create trunc excl rdonly wronly rdwr ignoreeof shut-down shut-none shut-null shut-close max-children ' +
    'so-bindtodevice bindtodevice interface ttl tos stderr pipes nofork o-append o-creat o-trunc end-close ' +
    'mode perm unlink-early unlink-close'
  ).split(' '),
)
const KNOWN_ELSEWHERE: ReadonlySet<string> = new Set(
  (
    'pty setsid ctty sane raw echo echonl icanon su su-d chroot user group range tcpwrap sigint sighup sigquit ' +
    'lowport linger cool-write nonblock escape sndbuf rcvbuf unlink fdin fdout dash path ' +
    'tun-type iff-up ip-add-membership ip-transparent verify cert cafile accept-timeout readbytes seek link login cr b115200'
  ).split(' '),
)

const BARE: Readonly<Record<string, string>> = { '-': 'STDIO', '0': 'STDIN', '1': 'STDOUT', '2': 'STDERR' }

/** Or the words of what is wrong. `unsupported`: what vethlab has not. */
export function parseAddress(
  word: string,
): Address | { readonly error: string } | { readonly unsupported: string } {
  const [head = '', ...rest] = splitOutside(word, ',')
  const options = new Map<string, string>()
  for (const one of rest) {
    const [name = '', ...value] = one.split('=')
    const key = name.toLowerCase()
    if (KNOWN_ELSEWHERE.has(key)) return { unsupported: `the option ${name}` }
    if (!OPTIONS.has(key)) return { error: `parseopts_table(): unknown option "${name}"` }
    options.set(key, value.join('='))
  }
  const [name = '', ...params] = splitOutside(head, ':')
  const bare = BARE[head]
  const upper = bare ?? name.toUpperCase()
  const type = TYPES[upper] ?? upper
  const wanted = PARAMETERS[type]
  if (wanted === undefined) {
    if (UNSUPPORTED.test(type)) return { unsupported: `the address ${name}` }
    if (head.includes('/')) return { word, type: 'GOPEN', params: [head], options }
    return { error: `unknown device/address "${name}"` }
  }
  if (type === 'PIPE' && params.length > 0) return { unsupported: 'a named pipe' }
  const given = type === 'SYSTEM' || type === 'EXEC' ? [params.join(':')] : params
  if (given.length !== wanted)
    return { error: `${name}: wrong number of parameters (${given.length} instead of ${wanted})` }
  return { word, type, params: given.map(unquote), options }
}

/** Quotes and brackets keep what is between them together; a backslash what follows. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  let quote = ''
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '\\' && i + 1 < text.length) {
      part += c + (text[++i] ?? '')
      continue
    }
    if (quote === '' && (c === '"' || c === "'")) quote = c
    else if (c === quote) quote = ''
    else if (quote === '' && /[[({]/.test(c)) depth++
    else if (quote === '' && /[\])}]/.test(c)) depth--
    if (c === separator && quote === '' && depth <= 0) {
      parts.push(part)
      part = ''
    } else part += c
  }
  return [...parts, part]
}

function unquote(text: string): string {
  return text.replace(/\\(.)|["']/g, (_, escaped: string | undefined) => escaped ?? '')
}

/** One of several names of an option. */
export function optionOf({ options }: Address, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = options.get(name)
    if (value !== undefined) return value
  }
  return null
}

export function hasOption({ options }: Address, ...names: readonly string[]): boolean {
  return names.some((name) => {
    const value = options.get(name)
    return value !== undefined && value !== '0'
  })
}
