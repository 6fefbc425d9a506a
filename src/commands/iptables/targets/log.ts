// Ref: extensions/libxt_LOG.c
import type { XtLog } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'
import { quoted } from '../quote.ts'
import type { Xtables } from '../xtables.ts'

/** Names of syslog levels (RFC 5424 §6.2.1) as they are read; two of them are written otherwise. */
const LEVELS = ['panic', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug']
const SHOWN = ['emerg', 'alert', 'crit', 'err', 'warn', 'notice', 'info', 'debug']
const EMERGENCY = 'emerg'
const DEFAULT_LEVEL = 4
/** Room of a prefix, its end included. */
const PREFIX_SIZE = 30

function parseLevel(x: Xtables, text: string): number {
  const number = parseUnsigned(text, 7)
  if (number !== null) return number
  if (text.toLowerCase() === EMERGENCY) return 0
  const level = LEVELS.indexOf(text.toLowerCase())
  return level < 0 ? x.problem(`log level "${text}" unknown\n`) : level
}

/** In the order of their bits (XT_LOG_*). */
function flags(data: XtLog): readonly (readonly [bit: number, name: string, nft: string])[] {
  return [
    ...(data.tcpSequence ? ([[1, 'tcp-sequence', 'tcp sequence']] as const) : []),
    ...(data.tcpOptions ? ([[2, 'tcp-options', 'tcp options']] as const) : []),
    ...(data.ipOptions ? ([[4, 'ip-options', 'ip options']] as const) : []),
    ...(data.uid ? ([[8, 'uid', 'skuid']] as const) : []),
    ...(data.macDecode ? ([[32, 'macdecode', 'ether']] as const) : []),
  ]
}

function translate(data: XtLog): string {
  const prefix = data.prefix === '' ? '' : ` prefix "${data.prefix}"`
  const level = data.level === DEFAULT_LEVEL ? '' : ` level ${SHOWN[data.level]}`
  const set = flags(data)
  if (set.length === 0) return `log${prefix}${level}`
  if (set.length === 5) return `log${prefix}${level} flags all`
  const both = data.tcpSequence && data.tcpOptions
  const names = set.map(([, , nft]) => nft).filter((name) => !(both && name === 'tcp options'))
  const text = names.map((name) => (both && name === 'tcp sequence' ? 'tcp sequence,options' : name))
  return `log${prefix}${level}${text.map((name) => ` flags ${name}`).join('')}`
}

export const logTarget = defineTarget<XtLog>({
  name: 'LOG',
  options: [
    { name: 'log-level', argument: true },
    { name: 'log-prefix', argument: true },
    { name: 'log-tcp-sequence', argument: false },
    { name: 'log-tcp-options', argument: false },
    { name: 'log-ip-options', argument: false },
    { name: 'log-uid', argument: false },
    { name: 'log-macdecode', argument: false },
  ],
  help: `LOG target options:
 --log-level level		Level of logging (numeric or see syslog.conf)
 --log-prefix prefix		Prefix log messages with this prefix.
 --log-tcp-sequence		Log TCP sequence numbers.
 --log-tcp-options		Log TCP options.
 --log-ip-options		Log IP options.
 --log-uid			Log UID owning the local socket.
 --log-macdecode		Decode MAC addresses and protocol.
`,
  parse: (x) => {
    let level = DEFAULT_LEVEL
    let prefix = ''
    return {
      option: (given) => {
        if (given.id === 'log-level') level = parseLevel(x, given.value)
        if (given.id !== 'log-prefix') return
        if (given.value === '') x.problem('Argument must have a minimum length of 1 characters\n')
        prefix = given.octets(PREFIX_SIZE)
        if (prefix.includes('\n')) x.problem('Newlines not allowed in --log-prefix')
      },
      finish: (given) => ({
        name: 'LOG',
        level,
        prefix,
        tcpSequence: given.has('log-tcp-sequence'),
        tcpOptions: given.has('log-tcp-options'),
        ipOptions: given.has('log-ip-options'),
        uid: given.has('log-uid'),
        macDecode: given.has('log-macdecode'),
      }),
    }
  },
  print: (data, { numeric }) => {
    const set = flags(data)
    const prefix = data.prefix === '' ? '' : ` prefix "${data.prefix}"`
    if (numeric) {
      const bits = set.reduce((sum, [bit]) => sum + bit, 0)
      return ` LOG flags ${bits} level ${data.level}${prefix}`
    }
    return ` LOG level ${SHOWN[data.level]}${set.map(([, name]) => ` ${name}`).join('')}${prefix}`
  },
  save: (data) => {
    const prefix = data.prefix === '' ? '' : ` --log-prefix ${quoted(data.prefix)}`
    const level = data.level === DEFAULT_LEVEL ? '' : ` --log-level ${data.level}`
    return `${prefix}${level}${flags(data)
      .map(([, name]) => ` --log-${name}`)
      .join('')}`
  },
  translate,
})
