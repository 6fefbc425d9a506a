// Plugins that the package has and vethlab has not: they say so as a plugin says what is wrong.
import type { Command } from '../../commands/command.ts'
import { CNI_VERSIONS, cniProgram, type CniCall } from './skel.ts'

function refused(name: string, versions: readonly string[] = CNI_VERSIONS): Command {
  function* refuse(cni: CniCall): Generator<never, never, never> {
    return cni.fail(`${name}: the plugin ${name} is not supported in vethlab`)
  }
  return {
    name,
    path: `/opt/cni/bin/${name}`,
    summary: 'CNI plugin, not supported in vethlab',
    supports: [],
    run: cniProgram({ name, versions, add: refuse, check: refuse, del: refuse }),
  }
}

export const refusedPlugins: readonly Command[] = [
  refused('bandwidth', ['0.3.0', '0.3.1', '0.4.0', '1.0.0']),
  refused('dhcp'),
  refused('dnsname'),
  refused('host-device'),
  refused('sbr'),
  refused('vrf', ['0.3.1', '0.4.0', '1.0.0']),
]
