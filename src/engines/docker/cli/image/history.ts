// Ref: docker/cli cli/command/image/history.go
import type { ImageHistory } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanDuration, humanSize } from '../../lib/humanize.ts'
import { truncateId } from '../../lib/ids.ts'
import { exactArgs } from '../lib/args.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { formatTime } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*image.historyContext',
  headers: {
    ID: 'IMAGE',
    CreatedSince: 'CREATED',
    CreatedAt: 'CREATED AT',
    CreatedBy: 'CREATED BY',
    Size: 'SIZE',
    Comment: 'COMMENT',
  },
  table: '{{.ID}}\\t{{.CreatedSince}}\\t{{.CreatedBy}}\\t{{.Size}}\\t{{.Comment}}',
  quiet: '{{.ID}}',
}

export const historySpec: CommandSpec = {
  use: '[OPTIONS] IMAGE',
  short: 'Show the history of an image',
  known: 'docker image history, docker history',
  args: exactArgs(1),
  flags: [
    LIST_FORMAT,
    {
      name: 'human',
      short: 'H',
      type: 'bool',
      usage: 'Print sizes and dates in human readable format (default true)',
    },
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
    {
      name: 'platform',
      type: 'string',
      usage: 'Show history for the given platform. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show image IDs' },
  ],
  *run(cli, flags, [name = '']) {
    const history = yield* cli.api.get<ImageHistory[]>(`/images/${name}/history`)
    if (isFailure(history)) return cli.fail(history)
    const human = flags.bool('human', true)
    const rows = history.map((entry) => ({
      ID: flags.bool('no-trunc') ? entry.Id : truncateId(entry.Id),
      CreatedSince: human ? `${humanDuration(cli.now() - entry.Created)} ago` : formatTime(entry.Created),
      CreatedAt: formatTime(entry.Created),
      CreatedBy: entry.CreatedBy,
      Size: human ? humanSize(entry.Size, 3) : String(entry.Size),
      Comment: entry.Comment,
    }))
    return printList(cli, FORMAT, rows, { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}
