// `docker stack ls`, `services`, `ps`, `rm`: a stack is what bears its name as a label. Ref: docker/cli cli/command/stack
import type { Blocking } from '../../../../os/program.ts'
import type { ServiceInspect } from '../../api/service.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import type { NetworkInspect } from '../../libnetwork/types.ts'
import { exactArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { filterQuery } from '../lib/filters.ts'
import { LIST_FILTER, LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList } from '../lib/formatter.ts'
import { naturalOrder } from '../lib/order.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { printServices, printTasks, TASK_FLAGS } from './services.ts'

export const NAMESPACE = 'com.docker.stack.namespace'

const STACKS = {
  typeName: '*formatter.stackContext',
  headers: { Name: 'NAME', Services: 'SERVICES' },
  table: '{{.Name}}\\t{{.Services}}',
  quiet: '{{.Name}}',
}

function ofStack(stack: string): Readonly<Record<string, string>> {
  return { filters: JSON.stringify({ label: [`${NAMESPACE}=${stack}`] }) }
}

export function* stackServices(
  cli: DockerCli,
  stack: string,
): Blocking<readonly ServiceInspect[] | ApiFailure> {
  return yield* cli.api.get<ServiceInspect[]>('/services', ofStack(stack))
}

export function* stackNetworks(
  cli: DockerCli,
  stack: string,
): Blocking<readonly NetworkInspect[] | ApiFailure> {
  return yield* cli.api.get<NetworkInspect[]>('/networks', ofStack(stack))
}

export const stackLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List stacks',
  known: 'docker stack ls, docker stack list',
  args: NO_ARGS,
  flags: [LIST_FORMAT],
  *run(cli, flags) {
    const list = yield* cli.api.get<ServiceInspect[]>('/services')
    if (isFailure(list)) return cli.fail(list)
    const counts = new Map<string, number>()
    for (const { Spec } of list) {
      const name = Spec.Labels[NAMESPACE]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const rows = [...counts]
      .toSorted(([a], [b]) => naturalOrder(a, b))
      .map(([Name, count]) => ({ Name, Services: String(count) }))
    return printList(cli, STACKS, rows, { format: flags.string('format'), quiet: false })
  },
}

export const stackServicesSpec: CommandSpec = {
  use: '[OPTIONS] STACK',
  short: 'List the services in the stack',
  args: exactArgs(1),
  flags: [LIST_FILTER, LIST_FORMAT, { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' }],
  *run(cli, flags, [stack = '']) {
    const query = filterQuery(flags, [`label=${NAMESPACE}=${stack}`])
    const services = yield* cli.api.get<ServiceInspect[]>('/services', query)
    if (isFailure(services)) return cli.fail(services)
    if (services.length > 0) return yield* printServices(cli, flags, services)
    cli.err(`Nothing found in stack: ${stack}\n`)
    return 0
  },
}

export const stackPsSpec: CommandSpec = {
  use: '[OPTIONS] STACK',
  short: 'List the tasks in the stack',
  args: exactArgs(1),
  flags: TASK_FLAGS,
  *run(cli, flags, [stack = '']) {
    const services = yield* stackServices(cli, stack)
    if (isFailure(services)) return cli.fail(services)
    if (services.length === 0) return cli.fail(`nothing found in stack: ${stack}`)
    return yield* printTasks(cli, flags, { service: services.map(({ ID }) => ID) })
  },
}

export const stackRmSpec: CommandSpec = {
  use: '[OPTIONS] STACK [STACK...]',
  short: 'Remove one or more stacks',
  known: 'docker stack rm, docker stack remove, docker stack down',
  args: minArgs(1),
  flags: [
    {
      name: 'detach',
      short: 'd',
      type: 'bool',
      usage: 'Do not wait for stack removal (default true)',
    },
  ],
  *run(cli, flags, stacks) {
    if (!flags.bool('detach', true))
      return cli.fail('docker stack rm --detach=false is not supported in vethlab')
    const failures: string[] = []
    for (const stack of stacks) {
      const services = yield* stackServices(cli, stack)
      if (isFailure(services)) return cli.fail(services)
      const networks = yield* stackNetworks(cli, stack)
      if (isFailure(networks)) return cli.fail(networks)
      if (services.length + networks.length === 0) cli.err(`Nothing found in stack: ${stack}\n`)
      else if (!(yield* removeAll(cli, services, networks)))
        failures.push(`Failed to remove some resources from stack: ${stack}`)
    }
    return failures.length > 0 ? cli.fail(failures.join('\n')) : 0
  },
}

/** Whether all went. */
function* removeAll(
  cli: DockerCli,
  services: readonly ServiceInspect[],
  networks: readonly NetworkInspect[],
): Blocking<boolean> {
  let whole = true
  const remove = function* (what: string, name: string, path: string): Blocking<void> {
    cli.out(`Removing ${what} ${name}\n`)
    const removed = yield* cli.api.delete(path)
    if (!isFailure(removed)) return
    whole = false
    cli.err(`Failed to remove ${what} ${name}: ${removed.message}\n`)
  }
  for (const { ID, Spec } of services.toSorted((a, b) => naturalOrder(a.Spec.Name, b.Spec.Name)))
    yield* remove('service', Spec.Name, `/services/${ID}`)
  for (const { Id, Name } of networks) yield* remove('network', Name, `/networks/${Id}`)
  return whole
}
