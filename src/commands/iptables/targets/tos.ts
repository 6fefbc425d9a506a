// Ref: extensions/libxt_TOS.c
import type { XtTosTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { parseTos, tosName, twoDigits } from '../tosvalue.ts'

const OPTIONS = ['set-tos', 'and-tos', 'or-tos', 'xor-tos']

export const tosTarget = defineTarget<XtTosTarget>({
  name: 'TOS',
  options: OPTIONS.map((name) => ({
    name,
    argument: true,
    excludes: OPTIONS.filter((other) => other !== name),
  })),
  help: `TOS target vlibxtables.so.12 options:
  --set-tos value[/mask]  Set Type of Service/Priority field to value
                          (Zero out bits in mask and XOR value into TOS)
  --set-tos symbol        Set TOS field (IPv4 only) by symbol
                          (this zeroes the 4-bit Precedence part!)
                          Accepted symbolic names for value are:
                            (0x10) 16 Minimize-Delay
                            (0x08)  8 Maximize-Throughput
                            (0x04)  4 Maximize-Reliability
                            (0x02)  2 Minimize-Cost
                            (0x00)  0 Normal-Service

  --and-tos bits          Binary AND the TOS value with bits
  --or-tos  bits          Binary OR the TOS value with bits
  --xor-tos bits          Binary XOR the TOS value with bits
`,
  parse: (x) => {
    let data: XtTosTarget = { name: 'TOS', value: 0, mask: 0 }
    return {
      option: (given) => {
        if (given.id === 'set-tos') {
          data = { name: 'TOS', ...parseTos(given) }
          return
        }
        const bits = given.uint(255)
        if (given.id === 'and-tos') data = { name: 'TOS', value: 0, mask: ~bits & 0xff }
        else data = { name: 'TOS', value: bits, mask: given.id === 'or-tos' ? bits : 0 }
      },
      finish: (given) => {
        if (given.size === 0) x.problem('TOS: An action is required')
        return data
      },
    }
  },
  print: (data, { numeric }) => {
    const { value, mask } = data
    const set = `${twoDigits(value)}/${twoDigits(mask)}`
    if (numeric) return ` TOS set ${set}`
    const name = tosName(data)
    if (name !== null) return `  TOS set${name}`
    if (value === 0) return ` TOS and ${twoDigits(~mask & 0xff)}`
    if (value === mask) return ` TOS or ${twoDigits(value)}`
    if (mask === 0) return ` TOS xor ${twoDigits(value)}`
    return ` TOS set ${set}`
  },
  save: ({ value, mask }) => ` --set-tos ${twoDigits(value)}/${twoDigits(mask)}`,
  translate: ({ value, mask }) => {
    const dscp = twoDigits(value >> 2)
    const keep = twoDigits((~mask & 0xff) >> 2)
    if (mask === 0xff || mask === 0x3f) return `ip6 dscp set ${dscp}`
    if (value === 0) return `ip6 dscp set ip6 dscp and ${keep}`
    if (value === mask) return `ip6 dscp set ip6 dscp or ${dscp}`
    if (mask === 0) return `ip6 dscp set ip6 dscp xor ${dscp}`
    return null
  },
})
