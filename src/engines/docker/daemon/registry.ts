// What comes of asking a registry: a lab has none, and the words are those of its name not being found.
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Reference } from '../lib/reference.ts'
import { systemError, type ApiError } from '../libnetwork/apiError.ts'
import type { Daemon } from './daemon.ts'

const HUB = 'registry-1.docker.io'

/** `url`: what was asked for, when it is not the registry's front door. */
export function* registryError(d: Daemon, reference: Reference | null, url?: string): Blocking<ApiError> {
  const domain = reference?.name.split('/')[0] ?? 'docker.io'
  const host = url === undefined ? (domain === 'docker.io' ? HUB : domain) : 'index.docker.io'
  const asked = url ?? `https://${host}/v2/`
  const [name = ''] = host.split(':')
  const server = nameserver(d)
  if (server === null) {
    return systemError(
      `Get "${asked}": dial tcp: lookup ${name} on [::1]:53: read udp [::1]:53: connection refused`,
    )
  }
  return systemError(`Get "${asked}": dial tcp: lookup ${name} on ${server}:53: server misbehaving`)
}

function nameserver(d: Daemon): string | null {
  const text = d.p.fs.readText('/etc/resolv.conf')
  if (isErrno(text)) return null
  return /^\s*nameserver\s+(\S+)/m.exec(text)?.[1] ?? null
}
