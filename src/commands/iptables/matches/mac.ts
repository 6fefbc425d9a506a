// Ref: extensions/libxt_mac.c
import type { XtMac } from '../../../uapi/xt_match.ts'
import { formatMac, parseMac } from '../../../wire/mac.ts'
import { defineMatch } from '../extension.ts'

export const macMatch = defineMatch<XtMac>({
  name: 'mac',
  options: [{ name: 'mac-source', argument: true, mandatory: true, invert: true }],
  help: `mac match options:
[!] --mac-source XX:XX:XX:XX:XX:XX
				Match source MAC address
`,
  parse: (x) => {
    let data: XtMac = { name: 'mac', source: 0, invert: false }
    return {
      option: ({ value, invert }) => {
        const source = parseMac(value)
        if (source === null) return x.problem('Invalid MAC address specified.')
        data = { name: 'mac', source, invert }
      },
      finish: () => data,
    }
  },
  print: ({ source, invert }) => ` MAC${invert ? ' !' : ''} ${formatMac(source)}`,
  save: ({ source, invert }) => `${invert ? ' !' : ''} --mac-source ${formatMac(source)}`,
  translate: ({ source, invert }) => `ether saddr ${invert ? '!= ' : ''}${formatMac(source)}`,
})
