// TCP as a module: its sockets, its settings, and what ss asks. Ref: net/ipv4/af_inet.c:inet_init()
import { EINVAL } from '../../uapi/errno.ts'
import { IPPROTO_TCP } from '../../wire/ipv4.ts'
import type { KernelModule } from '../core/module.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { LINUX_MIB } from '../ipv4/tcp_ext_mib.ts'
import { inetDiag } from './inet_diag.ts'
import { TcpSocket } from './tcp.ts'
import { tcpV4Err, tcpV4Rcv } from './tcp_ipv4.ts'
import { tcpV6Err, tcpV6Rcv } from './tcp_ipv6.ts'
import { TCP_SYSCTLS } from './tcp_sysctl.ts'

export const tcpModule: KernelModule = {
  name: 'tcp',
  init(stack) {
    const { slots } = stack
    slots.inetProtos.set(IPPROTO_TCP, { rcv: tcpV4Rcv, err: tcpV4Err })
    slots.inet6Protos.set(IPPROTO_TCP, { rcv: tcpV6Rcv, err: tcpV6Err })
    slots.stream = {
      socket: (net, family) => TcpSocket.create(net, family, stack.nextSocketInode()),
      accept: (listener) =>
        listener instanceof TcpSocket ? listener.accept(stack.nextSocketInode()) : EINVAL,
    }
    slots.diag = inetDiag
    stack.sysctlTables.push(TCP_SYSCTLS)
  },
  netInit(net) {
    ipv4Of(net).mib.extend(LINUX_MIB)
  },
}
