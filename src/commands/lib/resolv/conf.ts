// /etc/resolv.conf (resolv.conf(5)). Ref: resolv/res_init.c of the GNU C library
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { INADDR_LOOPBACK, parseInet, type Inet } from '../../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../../wire/inet6.ts'

export interface ResolvConf {
  /** At most three. */
  readonly nameservers: readonly (Inet | Inet6)[]
  readonly search: readonly string[]
  /** A name with that many dots is tried as it stands first. */
  readonly ndots: number
  /** Seconds. */
  readonly timeout: number
  readonly attempts: number
}

const MAX_NAMESERVERS = 3
const MAX_NDOTS = 15
const MAX_TIMEOUT = 30
const MAX_ATTEMPTS = 5

export function readResolvConf(p: Process): ResolvConf {
  const text = p.fs.readText('/etc/resolv.conf')
  const nameservers: (Inet | Inet6)[] = []
  let search: string[] = []
  const options = { ndots: 1, timeout: 5, attempts: 2 }
  for (const line of isErrno(text) ? [] : text.split('\n')) {
    const [word = '', ...rest] = line.replace(/^[#;].*/, '').split(/[ \t]+/)
    if (word === 'nameserver') {
      const address = parseInet(rest[0] ?? '') ?? parseInet6(rest[0] ?? '')
      if (address !== null && nameservers.length < MAX_NAMESERVERS) nameservers.push(address)
    } else if (word === 'search') search = rest.filter((name) => name !== '')
    else if (word === 'domain') search = rest.slice(0, 1)
    else if (word === 'options') for (const option of rest) readOption(option, options)
  }
  return {
    nameservers: nameservers.length > 0 ? nameservers : [INADDR_LOOPBACK],
    search: search.filter((name) => name !== '.').map((name) => name.replace(/\.$/, '')),
    ...options,
  }
}

function readOption(option: string, options: { ndots: number; timeout: number; attempts: number }): void {
  const [, name, value] = /^(ndots|timeout|attempts):(\d+)/.exec(option) ?? []
  if (name === 'ndots') options.ndots = Math.min(Number(value), MAX_NDOTS)
  if (name === 'timeout') options.timeout = Math.min(Number(value), MAX_TIMEOUT)
  if (name === 'attempts') options.attempts = Math.min(Number(value), MAX_ATTEMPTS)
}
