// `docker service create`. Ref: docker/cli cli/command/service/create.go, opts.go
import type { Blocking } from '../../../../os/program.ts'
import type { ServicePort, ServiceSpec } from '../../api/service.ts'
import { placementOf } from './placement.ts'
import { portOf } from './servicePorts.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { CREATE_FLAGS } from './createFlags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { waitOnService } from './progress.ts'

export const serviceCreateSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create a new service',
  args: minArgs(1),
  optionsFirst: true,
  flags: CREATE_FLAGS,
  *run(cli, flags, [image = '', ...args]) {
    const spec = specOf(flags, withTag(image), args)
    if (typeof spec === 'string') return cli.fail(spec)
    const made = yield* cli.api.post<{ ID: string }>('/services/create', {}, spec)
    if (isFailure(made)) return cli.fail(made)
    if (!flags.bool('no-resolve-image')) cli.err(unresolved(spec.TaskTemplate.ContainerSpec.Image))
    cli.out(`${made.ID}\n`)
    return yield* converge(cli, flags, made.ID)
  },
}

/** Unless it is left to itself. */
export function* converge(cli: DockerCli, flags: ParsedFlags, id: string): Blocking<number> {
  return flags.bool('detach') || flags.bool('quiet') ? 0 : yield* waitOnService(cli, id)
}

/** Offline no registry tells a digest. */
export function unresolved(image: string): string {
  return (
    `image ${image} could not be accessed on a registry to record\n` +
    `its digest. Each node will access ${image} independently,\n` +
    'possibly leading to different nodes running different\nversions of the image.\n\n'
  )
}

export function withTag(image: string): string {
  return /[:@][^/]*$/.test(image) ? image : `${image}:latest`
}

/** What is wrong with the options, or the specification. */
function specOf(flags: ParsedFlags, image: string, args: readonly string[]): ServiceSpec | string {
  const mode = flags.string('mode', 'replicated')
  if (mode !== 'replicated' && mode !== 'global') {
    if (/^(?:replicated|global)-job$/.test(mode))
      return `docker service create --mode ${mode} is not supported in vethlab`
    return `Unknown mode: ${mode}, only replicated and global supported`
  }
  if (mode === 'global' && flags.has('replicas'))
    return 'replicas can only be used with replicated or replicated-job mode'
  const ports: ServicePort[] = []
  for (const text of flags.list('publish')) {
    const port = portOf(text)
    if (typeof port === 'string') return port
    ports.push(port)
  }
  const networks = flags.list('network').map((Target) => ({ Target: Target.replace(/^name=/, '') }))
  const list = (name: string) => flags.list(name)
  const condition = flags.string('restart-condition')
  return {
    Name: flags.string('name'),
    Labels: flags.map('label'),
    TaskTemplate: {
      ContainerSpec: {
        Image: image,
        ...(list('container-label').length > 0 ? { Labels: flags.map('container-label') } : {}),
        ...(flags.has('entrypoint') ? { Command: flags.string('entrypoint').split(' ') } : {}),
        ...(args.length > 0 ? { Args: args } : {}),
        ...(flags.has('hostname') ? { Hostname: flags.string('hostname') } : {}),
        ...(list('env').length > 0 ? { Env: list('env') } : {}),
        ...(flags.has('workdir') ? { Dir: flags.string('workdir') } : {}),
        ...(flags.has('user') ? { User: flags.string('user') } : {}),
        Init: false,
        ...(flags.bool('tty') ? { TTY: true } : {}),
        DNSConfig: {},
        Isolation: 'default',
      },
      Resources: { Limits: {}, Reservations: {} },
      ...(condition === ''
        ? {}
        : { RestartPolicy: { Condition: condition, Delay: 5_000_000_000, MaxAttempts: 0 } }),
      Placement: placementOf(flags),
      ...(networks.length > 0 ? { Networks: networks } : {}),
      ForceUpdate: 0,
      Runtime: 'container',
    },
    Mode: mode === 'global' ? { Global: {} } : { Replicated: { Replicas: flags.int('replicas', 1) } },
    EndpointSpec: {
      Mode: flags.string('endpoint-mode', 'vip'),
      ...(ports.length > 0 ? { Ports: ports } : {}),
    },
  }
}
