// Every part of the kernel that may come later than the rest: a line each.
import { bridgeNetlinkModule } from './bridge/br_changelink.ts'
import { brMulticastModule } from './bridge/br_mdb.ts'
import { brNetfilterModule } from './bridge/br_netfilter_hooks.ts'
import type { KernelModule } from './core/module.ts'
import { dummyModule } from './drivers/dummy.ts'
import { ipvlanModule } from './drivers/ipvlan.ts'
import { macvlanModule } from './drivers/macvlan.ts'
import { tunModule } from './drivers/tun.ts'
import { vlanModule } from './drivers/vlan.ts'
import { vxlanModule } from './drivers/vxlan.ts'
import { fibTrieModule } from './ipv4/fib_trie.ts'
import { nexthopModule } from './ipv4/nexthop.ts'
import { ipv6SysctlModule } from './ipv6/sysctl.ts'
import { nfConntrackModule } from './netfilter/nf_conntrack_standalone.ts'
import { nfNatModule } from './netfilter/nf_nat_hooks.ts'
import { ipVsModule } from './netfilter/ipvs/ip_vs_ctl.ts'
import { ipSetModule } from './netfilter/ipset/ip_set_core.ts'
import { nfTablesModule } from './netfilter/nf_tables_api.ts'
import { procNetModule } from './procfs.ts'
import { rtnetlinkModule } from './rtnetlink/rtnetlink_module.ts'
import { sysfsModule } from './sysfs.ts'
import { socketsModule } from './transport/sockets_module.ts'
import { tcpModule } from './transport/tcp_module.ts'

export const MODULES: readonly KernelModule[] = [
  rtnetlinkModule,
  bridgeNetlinkModule,
  ipv6SysctlModule,
  socketsModule,
  brMulticastModule,
  brNetfilterModule,
  dummyModule,
  fibTrieModule,
  ipSetModule,
  ipVsModule,
  ipvlanModule,
  macvlanModule,
  nexthopModule,
  nfConntrackModule,
  nfNatModule,
  nfTablesModule,
  procNetModule,
  sysfsModule,
  tcpModule,
  tunModule,
  vlanModule,
  vxlanModule,
]
