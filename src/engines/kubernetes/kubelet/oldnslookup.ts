// nslookup of BusyBox 1.28, which the tutorials of Kubernetes ask for: it looks names up as any program does, with the
// search list, and says what addresses are called. (Ref: busybox 1.28 networking/nslookup.c)
import { getaddrinfo, getnameinfo } from '../../../commands/lib/resolv/getaddrinfo.ts'
import { readResolvConf } from '../../../commands/lib/resolv/conf.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { formatInet, type Inet } from '../../../wire/inet.ts'
import { formatInet6, type Inet6 } from '../../../wire/inet6.ts'

const USAGE = `BusyBox v1.28.4 multi-call binary.

Usage: nslookup [HOST] [SERVER]

Query the nameserver for the IP address of the given HOST
optionally using a specified DNS server
`

export function* oldNslookup(p: Process): Blocking<number> {
  const [, host, server] = p.argv
  if (host === undefined || host.startsWith('-')) {
    p.io.err(USAGE)
    return 1
  }
  if (server !== undefined) {
    p.io.err('nslookup: asking another server is not supported in vethlab with this old one\n')
    return 1
  }
  const [own] = readResolvConf(p).nameservers
  if (own !== undefined) yield* print(p, 'Server:', text(own), [own])
  p.io.out('\n')
  const found = yield* getaddrinfo(p, host)
  if ('error' in found) {
    p.io.err(`nslookup: can't resolve '${host}'\n`)
    return 1
  }
  yield* print(p, 'Name:', host, found.addresses)
  return 0
}

function text(address: Inet | Inet6): string {
  return typeof address === 'number' ? formatInet(address) : formatInet6(address)
}

function* print(
  p: Process,
  title: string,
  name: string,
  addresses: readonly (Inet | Inet6)[],
): Blocking<void> {
  p.io.out(`${title.padEnd(10)} ${name}\n`)
  for (const [i, address] of addresses.entries()) {
    const called = yield* getnameinfo(p, address)
    p.io.out(`Address ${i + 1}: ${text(address)}${called === null ? '' : ` ${called}`}\n`)
  }
}
