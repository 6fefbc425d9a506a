// Ref: extensions/libxt_NAT.c: DNAT, SNAT, MASQUERADE and REDIRECT
import type { NatRange, XtNat } from '../../../uapi/xt_target.ts'
import { defineTarget, type RuleSoFar, type TargetExtension } from '../extension.ts'
import { formatNatRange, parseNatPorts, parseNatRange } from '../natrange.ts'
import type { ExtensionOption } from '../option.ts'
import type { Xtables } from '../xtables.ts'

const NO_RANGE: NatRange = {
  addresses: null,
  ports: null,
  random: false,
  randomFully: false,
  persistent: false,
}

/** TCP, UDP, SCTP, DCCP, ICMP. */
const WITH_PORTS = new Set([6, 17, 132, 33, 1])

function checkProtocol(x: Xtables, rule: RuleSoFar): void {
  if (!WITH_PORTS.has(rule.protocol)) x.problem('Need TCP, UDP, SCTP or DCCP with port specification')
}

interface Flavour {
  readonly name: XtNat['name']
  /** Takes addresses, and has to be given them. */
  readonly to: 'to-destination' | 'to-source' | null
  /** Before the ports that `-L` shows. */
  readonly label: string
  readonly flags: readonly ('random' | 'random-fully' | 'persistent')[]
  readonly nft: string
  readonly help: string
}

function flagWords(range: NatRange, prefix: string): string {
  return [
    range.random ? `${prefix}random` : '',
    range.randomFully ? `${prefix}random-fully` : '',
    range.persistent ? `${prefix}persistent` : '',
  ].join('')
}

function translate({ nft, to }: Flavour, range: NatRange): string | null {
  if (range.basePort !== undefined) return null
  const text = formatNatRange(range)
  const flags = [
    range.random ? ['random'] : [],
    range.randomFully ? ['fully-random'] : [],
    range.persistent ? ['persistent'] : [],
  ].flat()
  const ending = flags.length === 0 ? '' : ` ${flags.join(',')}`
  if (to !== null) return `${nft} to ${text}${ending}`
  return `${nft}${range.ports === null ? '' : ` to ${text}`}${ending}`
}

function define(flavour: Flavour): TargetExtension {
  const { name, to, label, flags } = flavour
  const id = to ?? 'to-ports'
  const options: readonly ExtensionOption[] = [
    { name: id, argument: true, mandatory: to !== null },
    ...flags.map((flag) => ({ name: flag, argument: false })),
  ]
  return defineTarget<XtNat>({
    name,
    options,
    help: flavour.help,
    parse: (x) => {
      let range = NO_RANGE
      return {
        option: (given, _before, rule) => {
          if (given.id !== id) return
          range =
            to === null
              ? { ...NO_RANGE, ports: parseNatPorts(x, given.value) }
              : parseNatRange(x, given.value, name === 'DNAT', () => checkProtocol(x, rule))
          if (to === null) checkProtocol(x, rule)
        },
        finish: (given) => ({
          name,
          range: {
            ...range,
            random: given.has('random'),
            randomFully: given.has('random-fully'),
            persistent: given.has('persistent'),
          },
        }),
      }
    },
    print: ({ range }) => {
      const text = formatNatRange(range)
      const shown = to === null ? (range.ports === null ? '' : ` ${label} ${text.slice(1)}`) : ` to:${text}`
      return `${shown}${flagWords(range, ' ')}`
    },
    save: ({ range }) => {
      const text = formatNatRange(range)
      const value = to === null ? text.slice(1) : text
      const shown = value === '' ? '' : ` --${id} ${value}`
      return `${shown}${flagWords(range, ' --')}`
    },
    translate: ({ range }) => translate(flavour, range),
  })
}

export const natTargets: readonly TargetExtension[] = [
  define({
    name: 'DNAT',
    to: 'to-destination',
    label: '',
    flags: ['random', 'persistent'],
    nft: 'dnat',
    help: `DNAT target options:
 --to-destination [<ipaddr>[-<ipaddr>]][:port[-port[/port]]]
				Address to map destination to.
[--random] [--persistent]
`,
  }),
  define({
    name: 'SNAT',
    to: 'to-source',
    label: '',
    flags: ['random', 'random-fully', 'persistent'],
    nft: 'snat',
    help: `SNAT target options:
 --to-source [<ipaddr>[-<ipaddr>]][:port[-port]]
				Address to map source to.
[--random] [--random-fully] [--persistent]
`,
  }),
  define({
    name: 'MASQUERADE',
    to: null,
    label: 'masq ports:',
    flags: ['random', 'random-fully'],
    nft: 'masquerade',
    help: `MASQUERADE target options:
 --to-ports <port>[-<port>]
				Port (range) to map to.
 --random
				Randomize source port.
 --random-fully
				Fully randomize source port.
`,
  }),
  define({
    name: 'REDIRECT',
    to: null,
    label: 'redir ports',
    flags: ['random'],
    nft: 'redirect',
    help: `REDIRECT target options:
 --to-ports <port>[-<port>]
				Port (range) to map to.
 [--random]
`,
  }),
]
