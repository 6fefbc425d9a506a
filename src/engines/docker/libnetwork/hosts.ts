// /etc/hosts and /etc/hostname of a container. (Ref: moby libnetwork/etchosts/etchosts.go, sandbox_dns_unix.go)
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { ContainerNetworking } from './controller.ts'

const USUAL = [
  ['127.0.0.1', 'localhost'],
  ['::1', 'localhost ip6-localhost ip6-loopback'],
  ['fe00::', 'ip6-localnet'],
  ['ff00::', 'ip6-mcastprefix'],
  ['ff02::1', 'ip6-allnodes'],
  ['ff02::2', 'ip6-allrouters'],
] as const

export interface HostsEntry {
  readonly address: string
  readonly names: string
}

function linesOf(entries: readonly HostsEntry[]): string {
  return entries.map(({ address, names }) => `${address}\t${names}\n`).join('')
}

/** A container's own names at an address: with its domain in full first. */
export function ownNames({ hostname, domainname }: ContainerNetworking): string {
  if (domainname !== '') return `${hostname}.${domainname} ${hostname}`
  const [first = ''] = hostname.split('.')
  return first === hostname ? hostname : `${hostname} ${first}`
}

export function writeHosts(p: Process, c: ContainerNetworking, extra: readonly HostsEntry[]): void {
  const usual = USUAL.map(([address, names]) => ({ address, names }))
  p.fs.writeFile(`${c.root}/hosts`, linesOf([...usual, ...extra]))
}

/** In a namespace that is the host's own, its file is the host's too, unless more is said. */
export function copyHostsOfHost(p: Process, c: ContainerNetworking): void {
  const text = p.fs.readText('/etc/hosts')
  p.fs.writeFile(`${c.root}/hosts`, isErrno(text) ? '' : text)
}

export function addHosts(p: Process, c: ContainerNetworking, entries: readonly HostsEntry[]): void {
  const text = p.fs.readText(`${c.root}/hosts`)
  p.fs.writeFile(`${c.root}/hosts`, (isErrno(text) ? '' : text) + linesOf(entries))
}

/** Whole lines, as they were added. */
export function deleteHosts(p: Process, c: ContainerNetworking, entries: readonly HostsEntry[]): void {
  const text = p.fs.readText(`${c.root}/hosts`)
  if (isErrno(text)) return
  const gone = new Set(entries.map(({ address, names }) => `${address}\t${names}`))
  const left = text.split('\n').filter((line) => !gone.has(line))
  p.fs.writeFile(`${c.root}/hosts`, left.join('\n'))
}

export function writeHostname(p: Process, c: ContainerNetworking): void {
  p.fs.writeFile(`${c.root}/hostname`, `${c.hostname}\n`)
}

/** Lines for containers that are linked on the default bridge. */
export function linkedHosts(c: ContainerNetworking): readonly HostsEntry[] {
  return c.links.flatMap(({ container, alias }) => {
    const address = container.endpoints.get('bridge')?.IPAddress ?? ''
    const names = new Set([alias, container.hostname, container.name])
    return address === '' ? [] : [{ address, names: [...names].join(' ') }]
  })
}
