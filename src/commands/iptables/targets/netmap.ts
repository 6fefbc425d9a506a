// Ref: extensions/libipt_NETMAP.c, libip6t_NETMAP.c
import type { XtNetmap } from '../../../uapi/xt_target.ts'
import { formatAddress, maskedBy, maskLong } from '../address.ts'
import { defineTarget } from '../extension.ts'

function networkText({ address, mask }: XtNetmap): string {
  return `${formatAddress(address)}/${maskLong(mask)}`
}

export const netmapTarget = defineTarget<XtNetmap>({
  name: 'NETMAP',
  options: [{ name: 'to', argument: true, mandatory: true }],
  help: `NETMAP target options:
  --to address[/mask]
				Network address to map to.

`,
  parse: (x) => {
    let data: XtNetmap = { name: 'NETMAP', address: x.ipv6 ? 0n : 0, mask: x.ipv6 ? 0n : 0 }
    return {
      option: (given) => {
        const { address, mask } = given.network()
        data = { name: 'NETMAP', address: maskedBy(address, mask), mask }
      },
      finish: () => data,
    }
  },
  print: (data) => ` to:${networkText(data)}`,
  save: (data) => ` --to ${networkText(data)}`,
})
