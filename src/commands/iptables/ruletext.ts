// A rule as iptables writes it, for whoever shows rules without being asked by a command line.
import type { Process } from '../../os/program.ts'
import type { NftFamily, XtRule } from '../../uapi/netfilter.ts'
import { saveRule } from './rule.ts'
import { Xtables } from './xtables.ts'

/** What follows `-A CHAIN`: `-p tcp -m tcp --dport 80 -j ACCEPT`. Names are those of the process's machine. */
export function ruleText(p: Process, family: NftFamily, rule: XtRule): string {
  return saveRule(new Xtables(p, family, family === 'ip6' ? 'ip6tables' : 'iptables'), rule, null).trimStart()
}
