// A part of the kernel that can come later than the rest: the page starts without it and loads it at first need, as
// Linux does. Ref: include/linux/module.h, include/net/net_namespace.h:register_pernet_subsys()
import type { Net, Stack } from './net.ts'

export interface KernelModule {
  readonly name: string
  /** Registers what it brings with the stack: link kinds, protocols, files. */
  init?(stack: Stack): void
  /** For each namespace: those that stand when it is loaded, and those made after. */
  netInit?(net: Net): void
}
