// Ref: extensions/libxt_tos.c
import type { XtTos } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { parseTos, tosName, twoDigits } from '../tosvalue.ts'

export const tosMatch = defineMatch<XtTos>({
  name: 'tos',
  options: [{ name: 'tos', argument: true, mandatory: true, invert: true }],
  help: `tos match options:
[!] --tos value[/mask]    Match Type of Service/Priority field value
[!] --tos symbol          Match TOS field (IPv4 only) by symbol
                          Accepted symbolic names for value are:
                          (0x10) 16 Minimize-Delay
                          (0x08)  8 Maximize-Throughput
                          (0x04)  4 Maximize-Reliability
                          (0x02)  2 Minimize-Cost
                          (0x00)  0 Normal-Service

`,
  parse: () => {
    let data: XtTos = { name: 'tos', value: 0, mask: 0, invert: false }
    return {
      option: (given) => {
        data = { name: 'tos', ...parseTos(given), invert: given.invert }
      },
      finish: () => data,
    }
  },
  print: (data, { numeric }) => {
    const name = numeric ? null : tosName(data)
    const value = name === null ? `${twoDigits(data.value)}/${twoDigits(data.mask)}` : ` ${name}`
    return ` tos match${data.invert ? '!' : ''}${value}`
  },
  save: ({ value, mask, invert }) => `${invert ? ' !' : ''} --tos ${twoDigits(value)}/${twoDigits(mask)}`,
})
