// PORTS of `docker ps`: what is published, ranges joined. Ref: docker/cli formatter/container.go:DisplayablePorts()
import type { SummaryPort } from '../../api/container.ts'

interface Range {
  first: number
  last: number
}

export function formatPorts(ports: readonly SummaryPort[]): string {
  const ranges = new Map<string, Range>()
  const done: string[] = []
  const mappings: string[] = []
  const sorted = [...ports].sort(byPort)
  for (const port of sorted) {
    const { IP, PrivatePort, PublicPort, Type } = port
    let key = Type
    if (IP !== undefined && IP !== '') {
      if (PublicPort !== PrivatePort) {
        mappings.push(`${hostText(IP)}:${PublicPort ?? 0}->${PrivatePort}/${Type}`)
        continue
      }
      key = `${IP ?? ''}/${Type}`
    }
    const range = ranges.get(key)
    if (range && PrivatePort === range.last + 1) range.last = PrivatePort
    else {
      if (range) done.push(formatRange(key, range))
      ranges.set(key, { first: PrivatePort, last: PrivatePort })
    }
  }
  for (const [key, range] of ranges) done.push(formatRange(key, range))
  return [...done, ...mappings].join(', ')
}

function formatRange(key: string, { first, last }: Range): string {
  const [ip, type] = key.includes('/')
    ? [key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)]
    : [null, key]
  const ports = first === last ? String(first) : `${first}-${last}`
  return ip === null ? `${ports}/${type}` : `${hostText(ip)}:${ports}->${ports}/${type}`
}

function hostText(ip: string | undefined): string {
  return ip?.includes(':') === true ? `[${ip}]` : (ip ?? '')
}

function byPort(a: SummaryPort, b: SummaryPort): number {
  if (a.PrivatePort !== b.PrivatePort) return a.PrivatePort - b.PrivatePort
  if ((a.IP ?? '') !== (b.IP ?? '')) return (a.IP ?? '') < (b.IP ?? '') ? -1 : 1
  if ((a.PublicPort ?? 0) !== (b.PublicPort ?? 0)) return (a.PublicPort ?? 0) - (b.PublicPort ?? 0)
  return a.Type < b.Type ? -1 : a.Type > b.Type ? 1 : 0
}
