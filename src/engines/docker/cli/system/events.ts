// Ref: docker/cli cli/command/system/events.go
import { TemplateError } from '../../../lib/gotemplate/error.ts'
import { goJson } from '../../../lib/gotemplate/json.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import type { EventMessage } from '../../api/others.ts'
import { calendarTime } from '../../../../commands/lib/calendar.ts'
import { NO_ARGS } from '../lib/args.ts'
import { filterQuery } from '../lib/filters.ts'
import { typed } from '../lib/inspectFormat.ts'
import { execDockerTemplate, parseDockerTemplate } from '../lib/template.ts'
import { timesQuery } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

export const eventsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Get real time events from the server',
  known: 'docker system events, docker events',
  args: NO_ARGS,
  flags: [
    { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
    { name: 'format', type: 'string', usage: INSPECT_FORMAT.usage },
    { name: 'since', type: 'string', usage: 'Show all events created since timestamp' },
    { name: 'until', type: 'string', usage: 'Stream events until this timestamp' },
  ],
  *run(cli, flags) {
    const format = flags.string('format')
    let template
    try {
      template = format === '' || format === 'json' ? null : parseDockerTemplate(format)
    } catch (thrown) {
      if (!(thrown instanceof TemplateError)) throw thrown
      return cli.fail(`Error parsing format: ${thrown.message}`, 64)
    }
    const times = timesQuery(flags, cli.now(), () => '')
    if (typeof times === 'string') return cli.fail(times)
    const query = { ...times, ...filterQuery(flags) }
    let pending = ''
    const failed = yield* cli.api.pieces({ method: 'GET', path: '/events', query }, (data) => {
      pending += decodeUtf8(data)
      const lines = pending.split('\n')
      pending = lines.pop() ?? ''
      for (const line of lines) {
        if (line === '') continue
        const event = JSON.parse(line) as EventMessage
        if (template) cli.out(`${execDockerTemplate(template, typed(event as never))}\n`)
        else cli.out(format === 'json' ? `${goJson(event as never)}\n` : lineOf(event))
      }
    })
    return failed ? cli.fail(failed) : 0
  },
}

function lineOf({ Type, Action, Actor, time, timeNano }: EventMessage): string {
  const { year, month, day, hour, minute, second } = calendarTime(time)
  const two = (n: number) => String(n).padStart(2, '0')
  const nanos = String(Math.max(0, timeNano - time * 1e9))
    .padStart(9, '0')
    .slice(0, 9)
  const stamp = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${nanos}Z`
  const attributes = Object.entries(Actor.Attributes).sort(([a], [b]) => (a < b ? -1 : 1))
  const shown =
    attributes.length > 0 ? ` (${attributes.map(([key, value]) => `${key}=${value}`).join(', ')})` : ''
  return `${stamp} ${Type} ${Action} ${Actor.ID}${shown}\n`
}
