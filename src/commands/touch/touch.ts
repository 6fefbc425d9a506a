import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { calendarTime, daysTo } from '../lib/calendar.ts'
import { parseDateText } from '../lib/dateText.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TouchOption = 'a' | 'c' | 'd' | 'f' | 'm' | 'r' | 't'

const OPTIONS: OptionTable<TouchOption> = {
  a: ['-a', 'change only the access time'],
  c: ['-c, --no-create', 'do not create any files'],
  d: ['-d, --date=STRING', 'parse STRING and use it instead of current time'],
  f: ['-f', '(ignored)'],
  m: ['-m', 'change only the modification time'],
  r: ['-r, --reference=FILE', "use this file's times instead of current time"],
  t: ['-t STAMP', 'use [[CC]YY]MMDDhhmm[.ss] instead of current time'],
}

export const touchCommand: Command = defineTool<TouchOption>({
  name: 'touch',
  path: '/usr/bin/touch',
  summary: 'update the modification time of files, creating those that are not there',
  usage: ['[OPTION]... FILE...'],
  options: OPTIONS,
  refused: ['-h, --no-dereference', '--time=WORD'],
  main: touch,
})

function touch(tool: Tool, args: Args<TouchOption>): number {
  const { fs } = tool.p
  if (args.operands.length === 0) return tool.usageError('missing file operand')
  const mtime = timeToSet(tool, args)
  if (mtime === null) return 1
  let status = 0
  for (const name of args.operands) {
    if (isErrno(fs.stat(name))) {
      if (args.has('c')) continue
      const file = fs.open(name, { write: true, create: true })
      if (isErrno(file)) {
        tool.complain(`cannot touch ${quote(name)}: ${file.text}`)
        status = 1
      } else file.close()
      if (mtime !== 'now') fs.touch(name, mtime)
      continue
    }
    const error =
      args.has('a') && !args.has('m') ? null : mtime === 'now' ? fs.touch(name) : fs.touch(name, mtime)
    if (error === null) continue
    tool.complain(`setting times of ${quote(name)}: ${error.text}`)
    status = 1
  }
  return status
}

/** What -d, -t or -r asks for; null after a complaint. */
function timeToSet(tool: Tool, args: Args<TouchOption>): Nanoseconds | 'now' | null {
  const { clock, fs } = tool.p
  const how = args.lastOf('d', 't', 'r')
  if (how === null) return 'now'
  const text = args.last(how) ?? ''
  if (how === 'r') {
    const stat = fs.stat(text)
    if (!isErrno(stat)) return stat.mtime
    tool.complain(`failed to get attributes of ${quote(text)}: ${stat.text}`)
    return null
  }
  const seconds = how === 'd' ? parseDateText(text, clock.epoch()) : stamp(text, clock.epoch())
  if (seconds !== null) return (seconds - clock.epoch()) * SECOND + clock.now()
  tool.complain(`invalid date format ${quoteWord(text)}`)
  return null
}

/** `[[CC]YY]MMDDhhmm[.ss]` */
function stamp(text: string, now: number): number | null {
  const match = /^(\d{2}|\d{4})?(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{2}))?$/.exec(text)
  if (!match) return null
  const [year, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const given = match[1] ?? ''
  const full =
    given === ''
      ? calendarTime(now).year
      : given.length === 4
        ? Number(year)
        : (year ?? 0) + ((year ?? 0) < 69 ? 2000 : 1900)
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null
  return daysTo(full, month, day) * 86_400 + hour * 3600 + minute * 60 + second
}
