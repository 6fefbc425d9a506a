// Ref: extensions/libxt_iprange.c
import type { XtAddressRange, XtIprange } from '../../../uapi/xt_match.ts'
import { formatAddress, strictAddress } from '../address.ts'
import { defineMatch } from '../extension.ts'
import type { Given } from '../option.ts'

function parseRange(given: Given): XtAddressRange {
  const { x, value, invert } = given
  const dash = value.indexOf('-')
  const address = (text: string) =>
    strictAddress(x, text) ?? x.problem(`iprange: Bad value for "--${given.id}" option: "${text}"`)
  const min = address(dash < 0 ? value : value.slice(0, dash))
  const max = dash < 0 ? min : address(value.slice(dash + 1))
  if (min > max) {
    x.warn(`xt_iprange: range ${formatAddress(min)}-${formatAddress(max)} is reversed and will never match\n`)
  }
  return { min, max, invert }
}

function rangeText({ min, max }: XtAddressRange): string {
  return `${formatAddress(min)}-${formatAddress(max)}`
}

export const iprangeMatch = defineMatch<XtIprange>({
  name: 'iprange',
  options: [
    { name: 'src-range', argument: true, invert: true },
    { name: 'dst-range', argument: true, invert: true },
  ],
  help: `iprange match options:
[!] --src-range ip[-ip]    Match source IP in the specified range
[!] --dst-range ip[-ip]    Match destination IP in the specified range
`,
  parse: (x) => {
    let source: XtAddressRange | null = null
    let destination: XtAddressRange | null = null
    return {
      option: (given) => {
        if (given.id === 'src-range') source = parseRange(given)
        else destination = parseRange(given)
      },
      finish: () => {
        if (source === null && destination === null) {
          x.problem("iprange match: You must specify `--src-range' or `--dst-range'")
        }
        return { name: 'iprange', source, destination }
      },
    }
  },
  print: ({ source, destination }) => {
    const side = (label: string, range: XtAddressRange | null): string =>
      range === null ? '' : ` ${label} IP range${range.invert ? ' !' : ''} ${rangeText(range)}`
    return side('source', source) + side('destination', destination)
  },
  save: ({ source, destination }) => {
    const side = (option: string, range: XtAddressRange | null): string =>
      range === null ? '' : `${range.invert ? ' !' : ''} --${option} ${rangeText(range)}`
    return side('src-range', source) + side('dst-range', destination)
  },
  translate: ({ source, destination }, { x }) => {
    const side = (key: string, range: XtAddressRange | null): string[] =>
      range === null
        ? []
        : [`${x.ipv6 ? 'ip6' : 'ip'} ${key} ${range.invert ? '!= ' : ''}${rangeText(range)}`]
    return [...side('saddr', source), ...side('daddr', destination)].join(' ')
  },
})
