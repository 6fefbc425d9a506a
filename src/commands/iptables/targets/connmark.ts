// Ref: extensions/libxt_CONNMARK.c
import type { XtConnmarkTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { setMark, SET_MARK_OPTIONS, setMarkWords } from '../markvalue.ts'
import { hex } from '../numbers.ts'

const ALL = 0xffffffff
const MODES = [...SET_MARK_OPTIONS.map(({ name }) => name), 'save-mark', 'restore-mark']

function moveWords({ mode, ctmask, nfmask }: XtConnmarkTarget): string {
  if (nfmask === ALL && ctmask === ALL) return mode
  if (nfmask === ctmask) return `${mode} mask ${hex(nfmask)}`
  return mode === 'save'
    ? `save nfmask ${hex(nfmask)} ctmask ~${hex(ctmask)}`
    : `restore ctmask ${hex(ctmask)} nfmask ~${hex(nfmask)}`
}

function translate({ mode, ctmark, ctmask, nfmask }: XtConnmarkTarget): string | null {
  if (mode === 'set') {
    if (ctmask === ALL) return `ct mark set ${hex(ctmark)}`
    if (ctmark === 0) return `ct mark set ct mark and ${hex(~ctmask >>> 0)}`
    if (ctmark === ctmask) return `ct mark set ct mark or ${hex(ctmark)}`
    if (ctmask === 0) return `ct mark set ct mark xor ${hex(ctmark)}`
    return `ct mark set ct mark xor ${hex(ctmark)} and ${hex(~ctmask >>> 0)}`
  }
  if (nfmask !== ctmask) return null
  const mask = nfmask === ALL ? '' : ` and ${hex(nfmask)}`
  return mode === 'save' ? `ct mark set mark${mask}` : `meta mark set ct mark${mask}`
}

export const connmarkTarget = defineTarget<XtConnmarkTarget>({
  name: 'CONNMARK',
  options: [
    ...SET_MARK_OPTIONS.map((option) => ({
      ...option,
      excludes: MODES.filter((other) => other !== option.name),
    })),
    ...['save-mark', 'restore-mark'].map((name) => ({
      name,
      argument: false,
      excludes: MODES.filter((other) => other !== name),
    })),
    { name: 'ctmask', argument: true, excludes: ['mask'] },
    { name: 'nfmask', argument: true, excludes: ['mask'] },
    { name: 'mask', argument: true, excludes: ['ctmask', 'nfmask'] },
    { name: 'left-shift-mark', argument: true, absent: true },
    { name: 'right-shift-mark', argument: true, absent: true },
  ],
  help: `CONNMARK target options:
  --set-xmark value[/ctmask]    Zero mask bits and XOR ctmark with value
  --save-mark [--ctmask mask] [--nfmask mask]
                                Copy ctmark to nfmark using masks
  --restore-mark [--ctmask mask] [--nfmask mask]
                                Copy nfmark to ctmark using masks
  --set-mark value[/mask]       Set conntrack mark value
  --save-mark [--mask mask]     Save the packet nfmark in the connection
  --restore-mark [--mask mask]  Restore saved nfmark value
  --and-mark value              Binary AND the ctmark with bits
  --or-mark value               Binary OR  the ctmark with bits
  --xor-mark value              Binary XOR the ctmark with bits
  --left-shift-mark value       Left shift the ctmark with bits
  --right-shift-mark value      Right shift the ctmark with bits
`,
  parse: (x) => {
    let value = { mark: 0, mask: 0 }
    let ctmask = ALL
    let nfmask = ALL
    return {
      option: (given) => {
        const { id } = given
        if (id === 'ctmask' || id === 'mask') ctmask = given.uint()
        if (id === 'nfmask' || id === 'mask') nfmask = given.id === 'mask' ? ctmask : given.uint()
        if (SET_MARK_OPTIONS.some(({ name }) => name === id)) value = setMark(given)
      },
      finish: (given) => {
        const mode = given.has('save-mark') ? 'save' : given.has('restore-mark') ? 'restore' : 'set'
        if (!MODES.some((name) => given.has(name))) x.problem('CONNMARK target: No operation specified')
        if (mode !== 'set') return { name: 'CONNMARK', mode, ctmark: 0, ctmask, nfmask }
        // A mask of its own replaces that of --set-mark.
        const mask = given.has('mask') ? ctmask : value.mask
        return { name: 'CONNMARK', mode, ctmark: value.mark, ctmask: mask, nfmask: ALL }
      },
    }
  },
  print: (data) => {
    const words =
      data.mode === 'set' ? setMarkWords({ mark: data.ctmark, mask: data.ctmask }) : moveWords(data)
    return ` CONNMARK ${words}`
  },
  save: ({ mode, ctmark, ctmask, nfmask }) =>
    mode === 'set'
      ? ` --set-xmark ${hex(ctmark)}/${hex(ctmask)}`
      : ` --${mode}-mark --nfmask ${hex(nfmask)} --ctmask ${hex(ctmask)}`,
  translate,
})
