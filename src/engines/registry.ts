// Programs that own others, or are called by such: installed beside the commands, a line each.
import type { Command } from '../commands/command.ts'
import { bridgePlugin } from './cni/bridge.ts'
import { cnitoolCommand } from './cni/cnitool.ts'
import { firewallPlugin } from './cni/firewall.ts'
import { hostLocalPlugin } from './cni/hostlocal/hostlocal.ts'
import { ipvlanPlugin } from './cni/ipvlan.ts'
import { loopbackPlugin } from './cni/loopback.ts'
import { macvlanPlugin } from './cni/macvlan.ts'
import { portmapPlugin } from './cni/portmap.ts'
import { ptpPlugin } from './cni/ptp.ts'
import { refusedPlugins } from './cni/refused.ts'
import { staticPlugin } from './cni/static.ts'
import { tuningPlugin } from './cni/tuning.ts'
import { vlanPlugin } from './cni/vlan.ts'
import { dockerProgram } from './docker/cli/docker.ts'
import { dockerdProgram } from './docker/daemon/dockerd.ts'
import { dockerProxyCommand } from './docker/proxy/docker-proxy.ts'
import { systemctlCommand } from './docker/systemctl.ts'
import { kubernetesCommands } from './kubernetes/registry.ts'

export const engines: readonly Command[] = [
  bridgePlugin,
  cnitoolCommand,
  dockerProgram,
  dockerdProgram,
  dockerProxyCommand,
  firewallPlugin,
  hostLocalPlugin,
  ipvlanPlugin,
  ...kubernetesCommands,
  loopbackPlugin,
  macvlanPlugin,
  portmapPlugin,
  ptpPlugin,
  ...refusedPlugins,
  staticPlugin,
  systemctlCommand,
  tuningPlugin,
  vlanPlugin,
]
