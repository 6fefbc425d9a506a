// Services and stacks, as far as lists of none go. Outside of a swarm the daemon says so.
import { isFailure } from '../../http/client.ts'
import { NO_ARGS } from '../lib/args.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'

const SERVICES = {
  typeName: '*service.serviceContext',
  headers: { ID: 'ID', Name: 'NAME', Mode: 'MODE', Replicas: 'REPLICAS', Image: 'IMAGE', Ports: 'PORTS' },
  table: '{{.ID}}\\t{{.Name}}\\t{{.Mode}}\\t{{.Replicas}}\\t{{.Image}}\\t{{.Ports}}',
  quiet: '{{.ID}}',
}

const STACKS = {
  typeName: '*formatter.stackContext',
  headers: { Name: 'NAME', Services: 'SERVICES' },
  table: '{{.Name}}\\t{{.Services}}',
  quiet: '{{.Name}}',
}

export const serviceLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List services',
  known: 'docker service ls, docker service list',
  args: NO_ARGS,
  flags: [
    { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
    LIST_FORMAT,
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' },
  ],
  *run(cli, flags) {
    const list = yield* cli.api.get('/services')
    if (isFailure(list)) return cli.fail(list)
    return printList(cli, SERVICES, [], { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}

export const stackLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List stacks',
  known: 'docker stack ls, docker stack list',
  args: NO_ARGS,
  flags: [LIST_FORMAT],
  *run(cli, flags) {
    const list = yield* cli.api.get('/services')
    if (isFailure(list)) return cli.fail(list)
    return printList(cli, STACKS, [], { format: flags.string('format'), quiet: false })
  },
}
