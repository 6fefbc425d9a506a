// Ref: extensions/libxt_physdev.c
import type { XtInterface, XtPhysdev } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { interfaceText, parseInterface } from '../interface.ts'

/** In the order they are written. */
function conditions({ in: inside, out, isIn, isOut, isBridged }: XtPhysdev): string {
  const flag = (option: string, wanted: boolean | null): string =>
    wanted === null ? '' : `${wanted ? '' : ' !'} --${option}`
  const device = (option: string, name: XtInterface | null): string =>
    name === null ? '' : `${name.invert ? ' !' : ''} --${option} ${interfaceText(name)}`
  return [
    flag('physdev-is-in', isIn),
    device('physdev-in', inside),
    flag('physdev-is-out', isOut),
    device('physdev-out', out),
    flag('physdev-is-bridged', isBridged),
  ].join('')
}

export const physdevMatch = defineMatch<XtPhysdev>({
  name: 'physdev',
  options: [
    { name: 'physdev-in', argument: true, invert: true },
    { name: 'physdev-out', argument: true, invert: true },
    { name: 'physdev-is-bridged', argument: false, invert: true },
    { name: 'physdev-is-in', argument: false, invert: true },
    { name: 'physdev-is-out', argument: false, invert: true },
  ],
  help: `physdev match options:
 [!] --physdev-in inputname[+]		bridge port name ([+] for wildcard)
 [!] --physdev-out outputname[+]	bridge port name ([+] for wildcard)
 [!] --physdev-is-in			arrived on a bridge device
 [!] --physdev-is-out			will leave on a bridge device
 [!] --physdev-is-bridged		it's a bridged packet
`,
  parse: (x) => {
    let inside: XtInterface | null = null
    let out: XtInterface | null = null
    const flags = new Map<string, boolean>()
    return {
      option: ({ id, value, invert }) => {
        if (id === 'physdev-in') inside = parseInterface(x, value, invert)
        else if (id === 'physdev-out') out = parseInterface(x, value, invert)
        else flags.set(id, !invert)
      },
      finish: (given) => {
        if (given.size === 0) x.problem('PHYSDEV: no physdev option specified')
        return {
          name: 'physdev',
          in: inside,
          out,
          isIn: flags.get('physdev-is-in') ?? null,
          isOut: flags.get('physdev-is-out') ?? null,
          isBridged: flags.get('physdev-is-bridged') ?? null,
        }
      },
    }
  },
  print: (data) => ` PHYSDEV match${conditions(data)}`,
  save: conditions,
})
