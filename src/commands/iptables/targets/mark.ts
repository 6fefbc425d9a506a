// Ref: extensions/libxt_MARK.c: every way to set a mark is one formula, mark = (mark & ~mask) ^ value
import type { XtMarkTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { setMark, SET_MARK_OPTIONS, setMarkWords } from '../markvalue.ts'
import { hex } from '../numbers.ts'

const ALL = 0xffffffff

export const markTarget = defineTarget<XtMarkTarget>({
  name: 'MARK',
  options: SET_MARK_OPTIONS,
  help: `MARK target options:
  --set-xmark value[/mask]  Clear bits in mask and XOR value into nfmark
  --set-mark value[/mask]   Clear bits in mask and OR value into nfmark
  --and-mark bits           Binary AND the nfmark with bits
  --or-mark bits            Binary OR the nfmark with bits
  --xor-mark bits           Binary XOR the nfmark with bits
`,
  parse: (x) => {
    let data: XtMarkTarget = { name: 'MARK', mark: 0, mask: 0 }
    return {
      option: (given) => {
        data = { name: 'MARK', ...setMark(given) }
      },
      finish: (given) => {
        if (given.size === 0) {
          x.problem('MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required')
        }
        return data
      },
    }
  },
  print: (data) => ` MARK ${setMarkWords(data)}`,
  save: ({ mark, mask }) => ` --set-xmark ${hex(mark)}/${hex(mask)}`,
  translate: ({ mark, mask }) => {
    if (mask === ALL) return `meta mark set ${hex(mark)}`
    if (mark === 0) return `meta mark set mark and ${hex(~mask >>> 0)}`
    if (mark === mask) return `meta mark set mark or ${hex(mark)}`
    if (mask === 0) return `meta mark set mark xor ${hex(mark)}`
    return `meta mark set mark and ${hex(~mask >>> 0)} xor ${hex(mark)}`
  },
})
