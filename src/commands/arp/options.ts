import type { NameError } from '../lib/hosts.ts'
import type { OptionTable } from '../lib/options.ts'
import type { Tool } from '../lib/tool.ts'
import { HARDWARE_TYPES, USAGE } from './usage.ts'

/** Exit status of wrong usage. */
export const E_OPTERR = 3
export type ArpOption = 'a' | 'e' | 's' | 'd' | 'v' | 'n' | 'i' | 'D' | 'A' | 'H' | 'h' | 'V'

export const OPTIONS: OptionTable<ArpOption> = {
  a: ['-a', 'BSD style listing'],
  e: ['-e', 'Linux style listing'],
  s: ['-s, --set', 'set an entry: arp -s HOST HWADDR [temp] [pub] [dev IF]'],
  d: ['-d, --delete', 'delete an entry'],
  v: ['-v, --verbose', 'be verbose'],
  n: ['-n, --numeric', 'no names'],
  i: ['-i, --device=IF', 'only this device'],
  D: ['-D, --use-device', 'hardware address of a device instead of one written'],
  A: ['-A, -p, --protocol=FAMILY', 'address family: inet'],
  H: ['-H, -t, --hw-type=TYPE', 'hardware type: ether'],
  h: ['-h, --help', 'print help and exit'],
  V: ['-V, --version', 'print version and exit'],
}

/** Prints the usage and gives the exit status. */
export function wrongUsage(tool: Tool): number {
  tool.p.io.err(USAGE + HARDWARE_TYPES)
  return E_OPTERR
}

/** h_errno in words. Ref: net-tools lib/inet.c:INET_herror() */
export function lookupError(error: NameError): string {
  return error === 'Temporary failure in name resolution' ? 'Host name lookup failure' : 'Unknown host'
}
