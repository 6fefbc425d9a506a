// What is wrong with a value of one of run's options. Ref: docker/cli opts
import { parseAttachment } from './networkOptions.ts'

export function checkIp(value: string): string | null {
  return isAddress(value) ? null : `IP address is not correctly formatted: ${value}`
}

function isAddress(value: string): boolean {
  if (value.includes(':')) return /^[0-9a-fA-F:.]+(?:%\w+)?$/.test(value)
  const parts = value.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
}

/** `name:address`, `name=address`; `host-gateway` is an address here. */
export function checkAddHost(value: string): string | null {
  const at = /[=:]/.exec(value)
  if (!at || at.index === 0) return `bad format for add-host: "${value}"`
  const address = value.slice(at.index + 1).replace(/^\[(.*)\]$/, '$1')
  if (address === 'host-gateway' || isAddress(address)) return null
  return `invalid IP address in add-host: "${value.slice(at.index + 1)}"`
}

const DOMAIN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*\.?\s*$/

/** `all` or a number; more than that is for cards that are not here. */
export function checkGpus(value: string): string | null {
  if (value === 'all' || /^-?\d+$/.test(value)) return null
  if (value.includes('=')) return `${value} is not supported in vethlab`
  return `invalid count (${value}): value must be either "all" or an integer: invalid syntax`
}

/** Ref: docker/cli opts/opts.go:ValidateDNSSearch() */
export function checkDnsSearch(value: string): string | null {
  const domain = value.replace(/^ +| +$/g, '')
  if (domain === '.' || (/[a-zA-Z]/.test(domain) && DOMAIN.test(domain) && domain.length < 255)) return null
  return `${domain} is not a valid domain`
}

export function checkNetwork(value: string): string | null {
  const attachment = parseAttachment(value)
  return typeof attachment === 'string' ? attachment : null
}

export function checkEnv(value: string): string | null {
  return value.startsWith('=') || value === '' ? `invalid environment variable: ${value}` : null
}

const SYSCTLS =
  /^(?:net\.|fs\.mqueue\.|kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced|domainname)=)/

export function checkSysctl(value: string): string | null {
  const at = value.indexOf('=')
  return at > 0 && SYSCTLS.test(value) ? null : `sysctl '${value}' is not allowed`
}

const ULIMITS =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ')

export function checkUlimit(value: string): string | null {
  const [name = '', limits] = value.split('=')
  if (limits === undefined) return `invalid ulimit argument: ${value}`
  if (!ULIMITS.includes(name)) return `invalid ulimit type: ${name}`
  const [soft = '', hard] = limits.split(':')
  if (limits.split(':').length > 2)
    return `too many limit value arguments - ${limits}, can only have up to two, \`soft[:hard]\``
  for (const limit of [soft, hard ?? soft]) {
    if (!/^-?\d+$/.test(limit)) return `strconv.ParseInt: parsing "${limit}": invalid syntax`
  }
  if (hard !== undefined && Number(hard) !== -1 && Number(soft) > Number(hard)) {
    return `ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}`
  }
  return null
}

export function checkDevice(value: string): string | null {
  return value.split(':').length > 3 ? `bad format for path: ${value}` : null
}

export function checkAttach(value: string): string | null {
  return ['stdin', 'stdout', 'stderr'].includes(value.toLowerCase())
    ? null
    : 'valid streams are STDIN, STDOUT and STDERR'
}

export function checkMount(value: string): string | null {
  const fields = value.split(',')
  let type = 'volume'
  let target = ''
  for (const field of fields) {
    const at = field.indexOf('=')
    const key = (at < 0 ? field : field.slice(0, at)).toLowerCase()
    if (at < 0 && !['readonly', 'ro', 'volume-nocopy', 'bind-nonrecursive'].includes(key)) {
      return `invalid field '${field}' must be a key=value pair`
    }
    if (!KEYS.has(key)) return `unexpected key '${key}' in '${field}'`
    if (key === 'type') type = field.slice(at + 1).toLowerCase()
    if (key === 'target' || key === 'dst' || key === 'destination') target = field.slice(at + 1)
  }
  if (type === '') return 'type is required'
  if (target === '') return 'target is required'
  return null
}

const KEYS: ReadonlySet<string> = new Set(
  (
    'type source src target destination dst readonly ro bind-propagation bind-nonrecursive bind-recursive consistency volume-driver ' +
    'volume-label volume-nocopy volume-opt volume-subpath tmpfs-size tmpfs-mode image-subpath'
  ).split(' '),
)
