// Ref: docker/cli cli/command/plugin/list.go
import { NO_ARGS } from '../lib/args.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'

const FORMAT: ListFormat = {
  typeName: '*plugin.pluginContext',
  headers: { ID: 'ID', Name: 'NAME', Description: 'DESCRIPTION', Enabled: 'ENABLED' },
  table: '{{.ID}}\\t{{.Name}}\\t{{.Description}}\\t{{.Enabled}}',
  quiet: '{{.ID}}',
}

/** None can be installed here. */
export const pluginLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List plugins',
  known: 'docker plugin ls, docker plugin list',
  args: NO_ARGS,
  flags: [
    { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "enabled=true")' },
    LIST_FORMAT,
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display plugin IDs' },
  ],
  *run(cli, flags) {
    return printList(cli, FORMAT, [], { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}
