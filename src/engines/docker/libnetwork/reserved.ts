// What no new network may overlap: the name servers the host asks, and the networks it has devices in.
// (Ref: moby libnetwork/netutils/utils_linux.go:InferReservedNetworks())
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { routesOf } from './netlink.ts'
import { fromUapi, parseAddress, type Prefix } from './prefix.ts'

export function reservedNetworks(p: Process): readonly Prefix[] {
  const text = p.fs.readText('/etc/resolv.conf')
  const servers = [...(isErrno(text) ? '' : text).matchAll(/^\s*nameserver\s+(\S+)/gm)]
  const routes = routesOf(p).filter(
    ({ gateway, multipath, dstLen }) => gateway === undefined && !multipath && dstLen > 0,
  )
  return [
    ...servers.flatMap(([, server = '']) => {
      const address = parseAddress(server)
      return address?.family === 4 ? [{ ...address, length: 32 }] : []
    }),
    ...routes.map(({ dst, dstLen }) => ({ ...fromUapi(dst), length: dstLen })),
  ]
}
