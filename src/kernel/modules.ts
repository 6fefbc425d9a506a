// Every part of the kernel that may come later than the rest: a line each.
import type { KernelModule } from './core/module.ts'
import { dummyModule } from './drivers/dummy.ts'
import { ipvlanModule } from './drivers/ipvlan.ts'
import { macvlanModule } from './drivers/macvlan.ts'
import { vlanModule } from './drivers/vlan.ts'
import { vxlanModule } from './drivers/vxlan.ts'

export const MODULES: readonly KernelModule[] = [
  dummyModule,
  ipvlanModule,
  macvlanModule,
  vlanModule,
  vxlanModule,
]
