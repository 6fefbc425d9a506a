// Ref: docker/cli cli/command/context
import { DOCKER_SOCKET } from '../../http/client.ts'
import { NO_ARGS } from '../lib/args.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.clientContextContext',
  headers: {
    Name: 'NAME',
    Description: 'DESCRIPTION',
    DockerEndpoint: 'DOCKER ENDPOINT',
    // A star beside the name has no heading.
    Current: '',
    Error: 'ERROR',
  },
  table: '{{.Name}}{{if .Current}} *{{end}}\\t{{.Description}}\\t{{.DockerEndpoint}}\\t{{.Error}}',
  quiet: '{{.Name}}',
}

export const contextLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List contexts',
  known: 'docker context ls, docker context list',
  args: NO_ARGS,
  flags: [LIST_FORMAT, { name: 'quiet', short: 'q', type: 'bool', usage: 'Only show context names' }],
  *run(cli, flags) {
    const row = {
      Name: 'default',
      Description: 'Current DOCKER_HOST based configuration',
      DockerEndpoint: `unix://${DOCKER_SOCKET}`,
      Current: true,
      Error: '',
    }
    return printList(cli, FORMAT, [row], { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}

export const contextShowSpec: CommandSpec = {
  use: '',
  short: 'Print the name of the current context',
  args: NO_ARGS,
  flags: [],
  *run(cli) {
    cli.out('default\n')
    return 0
  },
}
