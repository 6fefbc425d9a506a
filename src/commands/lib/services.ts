// Names of ports, as /etc/services has them (getservbyname(3), getservbyport(3)).
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

interface Service {
  readonly names: readonly string[]
  readonly port: number
  readonly protocol: string
}

function services(p: Process): readonly Service[] {
  const text = p.fs.readText('/etc/services')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [name, where, ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/)
    const match = /^(\d+)\/(\w+)$/.exec(where ?? '')
    if (!name || !match) return []
    return [{ names: [name, ...aliases], port: Number(match[1]), protocol: match[2] ?? '' }]
  })
}

export function servicePort(p: Process, name: string, protocol: 'tcp' | 'udp'): number | null {
  return services(p).find((s) => s.protocol === protocol && s.names.includes(name))?.port ?? null
}

export function serviceName(p: Process, port: number, protocol: 'tcp' | 'udp'): string | null {
  return services(p).find((s) => s.protocol === protocol && s.port === port)?.names[0] ?? null
}

/** A number or a name, as getaddrinfo(3) takes it: only the low 16 bits of a number count. */
export function portOf(p: Process, text: string, protocol: 'tcp' | 'udp'): number | null {
  return /^\d+$/.test(text) ? Number(text) & 0xffff : servicePort(p, text, protocol)
}
