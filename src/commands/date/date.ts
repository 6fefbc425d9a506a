import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import { parseDateText } from '../lib/dateText.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type DateOption = 'd' | 'I' | 'R' | 'r' | 'rfc' | 'u'

const OPTIONS: OptionTable<DateOption> = {
  d: [
    '-d, --date=STRING',
    'display time described by STRING: now, @SECONDS, YYYY-MM-DD [HH:MM[:SS]], 2 days ago, next month',
  ],
  I: [
    '-I, --iso-8601[=FMT]',
    "output date/time in ISO 8601 format; FMT 'date', 'hours', 'minutes', 'seconds' or 'ns'",
  ],
  R: ['-R, --rfc-email', 'output date and time in RFC 5322 format'],
  rfc: ['--rfc-3339=FMT', "output date/time in RFC 3339 format; FMT 'date', 'seconds' or 'ns'"],
  r: ['-r, --reference=FILE', 'display the last modification time of FILE'],
  u: ['-u, --utc, --universal', 'print Coordinated Universal Time (UTC), which every machine keeps'],
}

export const dateCommand: Command = defineTool<DateOption>({
  name: 'date',
  path: '/usr/bin/date',
  summary: "print the lab's date and time",
  usage: ['[OPTION]... [+FORMAT]'],
  options: OPTIONS,
  refused: ['-f, --file=DATEFILE', '-s, --set=STRING', '--debug', '--resolution'],
  main: date,
})

const ISO: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H%:z',
  minutes: '%Y-%m-%dT%H:%M%:z',
  seconds: '%Y-%m-%dT%H:%M:%S%:z',
  ns: '%Y-%m-%dT%H:%M:%S,%N%:z',
}
const RFC_3339: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  seconds: '%Y-%m-%d %H:%M:%S%:z',
  ns: '%Y-%m-%d %H:%M:%S.%N%:z',
}

function date(tool: Tool, args: Args<DateOption>): number {
  const [word, extra] = args.operands
  if (extra !== undefined) return tool.usageError(`extra operand ${quoteWord(extra)}`)
  if (word !== undefined && !word.startsWith('+')) {
    if (/^[0-9]{8}([0-9]{2}){0,2}(\.[0-9]{2})?$/.test(word)) return tool.unsupported('setting the clock')
    tool.complain(`invalid date ${quoteWord(word)}`)
    return 1
  }
  const at = moment(tool, args)
  if (at === null) return 1
  const format = word === undefined ? formatOf(args) : word.slice(1)
  if (format === null) return wrongFormat(tool, args)
  tool.out.print(`${strftime(format, at)}\n`)
  return 0
}

function formatOf(args: Args<DateOption>): string | null {
  const kind = args.lastOf('I', 'R', 'rfc')
  if (kind === 'I') return abbreviated(ISO, args.last('I') ?? 'date')
  if (kind === 'R') return '%a, %d %b %Y %H:%M:%S %z'
  if (kind === 'rfc') return abbreviated(RFC_3339, args.last('rfc') ?? '')
  return '%a %b %e %H:%M:%S %Z %Y'
}

function wrongFormat(tool: Tool, args: Args<DateOption>): number {
  const iso = args.lastOf('I', 'rfc') === 'I'
  const word = quoteWord(args.last(iso ? 'I' : 'rfc') ?? '')
  // In the order of the program's own table.
  const valid = iso ? ['hours', 'minutes', 'date', 'seconds', 'ns'] : ['date', 'seconds', 'ns']
  const list = valid.map((name) => `\n  - ${quoteWord(name)}`).join('')
  return tool.usageError(
    `invalid argument ${word} for ‘--${iso ? 'iso-8601' : 'rfc-3339'}’\nValid arguments are:${list}`,
  )
}

function abbreviated(formats: Readonly<Record<string, string>>, word: string): string | null {
  const [name, other] = Object.keys(formats).filter((key) => word !== '' && key.startsWith(word))
  return name === undefined || other !== undefined ? null : (formats[name] ?? null)
}

/** Seconds since 1970 that are to be shown; null after a complaint. */
function moment(tool: Tool, args: Args<DateOption>): number | null {
  const file = args.last('r')
  if (file !== null) {
    const stat = tool.p.fs.stat(file)
    if (!isErrno(stat)) return modifiedAt(tool.p, stat)
    tool.complain(`${quoteFile(file)}: ${stat.text}`)
    return null
  }
  const text = args.last('d')
  if (text === null) return tool.p.clock.epoch()
  const parsed = parseDateText(text, tool.p.clock.epoch())
  if (parsed === null) tool.complain(`invalid date ${quoteWord(text)}`)
  return parsed
}
