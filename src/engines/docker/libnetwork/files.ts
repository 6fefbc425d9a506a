// The three files of a container that the daemon writes before it begins: hostname, hosts, resolv.conf.
// (Ref: moby daemon/container_operations.go:buildSandboxOptions(), libnetwork/sandbox_dns_unix.go)
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { ContainerNetworking } from './controller.ts'
import { copyHostsOfHost, writeHostname, writeHosts, type HostsEntry } from './hosts.ts'
import { resolvConf, type DnsSettings, type Transform } from './resolvConf.ts'

export function prepareFiles(
  p: Process,
  c: ContainerNetworking,
  dns: DnsSettings,
  hostGateway: string,
  linked: readonly HostsEntry[],
): void {
  const host = c.networkMode === 'host'
  writeHostname(p, c)
  const extra = c.extraHosts.map((entry) => {
    const at = entry.search(/[:=]/)
    const address = entry.slice(at + 1).replace(/^\[(.*)\]$/, '$1')
    return { address: address === 'host-gateway' ? hostGateway : address, names: entry.slice(0, at) }
  })
  if (host && extra.length === 0) copyHostsOfHost(p, c)
  else writeHosts(p, c, [...extra, ...linked])
  const text = p.fs.readText('/etc/resolv.conf')
  const transform: Transform = host ? 'host' : 'legacy'
  p.fs.writeFile(`${c.root}/resolv.conf`, resolvConf(isErrno(text) ? '' : text, dns, transform).text)
}
