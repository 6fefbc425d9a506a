// Ref: extensions/libxt_recent.c
import type { XtRecent } from '../../../uapi/xt_match.ts'
import { formatAddress, hostMask, strictAddress } from '../address.ts'
import { defineMatch } from '../extension.ts'

const OPS = ['set', 'rcheck', 'update', 'remove'] as const
const SHOWN = { set: 'SET', rcheck: 'CHECK', update: 'UPDATE', remove: 'REMOVE' } as const
/** XT_RECENT_NAME_LEN */
const NAME_SIZE = 200

export const recentMatch = defineMatch<XtRecent>({
  name: 'recent',
  options: [
    ...OPS.map((name) => ({
      name,
      argument: false,
      invert: true,
      excludes: OPS.filter((other) => other !== name),
    })),
    { name: 'seconds', argument: true },
    { name: 'reap', argument: false, also: ['seconds'] },
    { name: 'hitcount', argument: true },
    { name: 'rttl', argument: false, excludes: ['set', 'remove'] },
    { name: 'name', argument: true },
    { name: 'rsource', argument: false },
    { name: 'rdest', argument: false },
    { name: 'mask', argument: true },
  ],
  help: `recent match options:
[!] --set                       Add source address to list, always matches.
[!] --rcheck                    Match if source address in list.
[!] --update                    Match if source address in list, also update last-seen time.
[!] --remove                    Match if source address in list, also removes that address from list.
    --seconds seconds           For check and update commands above.
                                Specifies that the match will only occur if source address last seen within
                                the last 'seconds' seconds.
    --reap                      Purge entries older then 'seconds'.
                                Can only be used in conjunction with the seconds option.
    --hitcount hits             For check and update commands above.
                                Specifies that the match will only occur if source address seen hits times.
                                May be used in conjunction with the seconds option.
    --rttl                      For check and update commands above.
                                Specifies that the match will only occur if the source address and the TTL
                                match between this packet and the one which was set.
                                Useful if you have problems with people spoofing their source address in order
                                to DoS you via this module.
    --name name                 Name of the recent list to be used.  DEFAULT used if none given.
    --rsource                   Match/Save the source address of each packet in the recent list table (default).
    --rdest                     Match/Save the destination address of each packet in the recent list table.
    --mask netmask              Netmask that will be applied to this recent list.
xt_recent by: Stephen Frost <sfrost@snowman.net>.
`,
  parse: (x) => {
    let op: XtRecent['op'] | null = null
    let invert = false
    let list = 'DEFAULT'
    let seconds: number | null = null
    let hitcount: number | null = null
    let side: XtRecent['side'] = 'source'
    let mask = hostMask(x)
    return {
      option: (given) => {
        const { id } = given
        const named = OPS.find((name) => name === id)
        if (named) {
          op = named
          invert = given.invert
        } else if (id === 'seconds') seconds = given.uint(0xffffffff, 1)
        else if (id === 'hitcount') hitcount = given.uint() || null
        else if (id === 'name') list = given.octets(NAME_SIZE)
        else if (id === 'rsource') side = 'source'
        else if (id === 'rdest') side = 'dest'
        else if (id === 'mask') mask = strictAddress(x, given.value) ?? given.host()
      },
      finish: (given) => {
        if (op === null) {
          return x.problem("recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'")
        }
        const flags = { reap: given.has('reap'), rttl: given.has('rttl') }
        return { name: 'recent', op, list, seconds, hitcount, ...flags, mask, side, invert }
      },
    }
  },
  print: (data) =>
    [
      data.invert ? ' !' : '',
      ` recent: ${SHOWN[data.op]}`,
      data.seconds === null ? '' : ` seconds: ${data.seconds}`,
      data.reap ? ' reap' : '',
      data.hitcount === null ? '' : ` hit_count: ${data.hitcount}`,
      data.rttl ? ' TTL-Match' : '',
      ` name: ${data.list} side: ${data.side} mask: ${formatAddress(data.mask)}`,
    ].join(''),
  save: (data) =>
    [
      data.invert ? ' !' : '',
      ` --${data.op}`,
      data.seconds === null ? '' : ` --seconds ${data.seconds}`,
      data.reap ? ' --reap' : '',
      data.hitcount === null ? '' : ` --hitcount ${data.hitcount}`,
      data.rttl ? ' --rttl' : '',
      ` --name ${data.list} --mask ${formatAddress(data.mask)} --r${data.side}`,
    ].join(''),
})
