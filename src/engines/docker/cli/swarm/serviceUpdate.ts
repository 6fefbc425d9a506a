// `docker service update`, `scale`. Ref: docker/cli cli/command/service/update.go, scale.go
import type { Blocking } from '../../../../os/program.ts'
import type { ServiceInspect, ServiceSpec } from '../../api/service.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs, minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { UPDATE_FLAGS } from './updateFlags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { waitOnService } from './progress.ts'
import { converge, unresolved } from './serviceCreate.ts'
import { updatedSpec } from './updateSpec.ts'

export const serviceUpdateSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE',
  short: 'Update a service',
  args: exactArgs(1),
  flags: UPDATE_FLAGS,
  *run(cli, flags, [name = '']) {
    const others = [...flags.names].filter((flag) => !BESIDE_ROLLBACK.has(flag))
    if (flags.bool('rollback') && others.length > 0) {
      return cli.fail('other flags may not be combined with --rollback')
    }
    const failed = flags.bool('rollback') ? yield* rollBack(cli, name) : yield* change(cli, name, flags)
    if (failed !== null) return cli.fail(failed)
    cli.out(`${name}\n`)
    return yield* converge(cli, flags, name)
  },
}

export const serviceRollbackSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE',
  short: "Revert changes to a service's configuration",
  args: exactArgs(1),
  flags: [
    {
      name: 'detach',
      short: 'd',
      type: 'bool',
      usage: 'Exit immediately instead of waiting for the service to converge',
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress progress output' },
  ],
  *run(cli, flags, [name = '']) {
    const failed = yield* rollBack(cli, name)
    if (failed !== null) return cli.fail(failed)
    cli.out(`${name}\n`)
    return yield* converge(cli, flags, name)
  },
}

const BESIDE_ROLLBACK: ReadonlySet<string> = new Set(['rollback', 'detach', 'quiet'])

export const serviceScaleSpec: CommandSpec = {
  use: 'SERVICE=REPLICAS [SERVICE=REPLICAS...]',
  short: 'Scale one or multiple replicated services',
  args: minArgs(1),
  flags: [
    {
      name: 'detach',
      short: 'd',
      type: 'bool',
      usage: 'Exit immediately instead of waiting for the service to converge',
    },
  ],
  *run(cli, flags, args) {
    for (const arg of args) {
      const [, scale = ''] = /^[^=]+=(.*)$/.exec(arg) ?? []
      if (!arg.includes('=')) {
        return cli.fail(
          `invalid scale specifier '${arg}'.\nSee 'docker service scale --help'.\n\nUsage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services`,
        )
      }
      if (!/^\d+$/.test(scale))
        return cli.fail(
          `${arg.split('=')[0]}: invalid replicas value ${scale}: strconv.ParseUint: parsing ${JSON.stringify(scale)}: invalid syntax`,
        )
    }
    const scaled: string[] = []
    const errors: string[] = []
    for (const arg of args) {
      const [name = '', scale = ''] = arg.split('=')
      const failed = yield* rescale(cli, name, Number(scale))
      if (failed !== null) errors.push(`${name}: ${failed}`)
      else {
        cli.out(`${name} scaled to ${scale}\n`)
        scaled.push(name)
      }
    }
    if (!flags.bool('detach')) {
      for (const name of scaled) yield* waitOnService(cli, name)
    }
    return errors.length > 0 ? cli.fail(errors.join('\n')) : 0
  },
}

/** What was refused. */
function* rescale(cli: DockerCli, name: string, replicas: number): Blocking<string | null> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
  if (isFailure(service)) return service.message
  const { Spec } = service
  if (!Spec.Mode.Replicated) return 'scale can only be used with replicated or replicated-job mode'
  const spec: ServiceSpec = { ...Spec, Mode: { Replicated: { Replicas: replicas } } }
  const query = { version: service.Version.Index }
  const updated = yield* cli.api.post(`/services/${service.ID}/update`, query, spec)
  return isFailure(updated) ? updated.message : null
}

/** What was refused. */
function* change(cli: DockerCli, name: string, flags: ParsedFlags): Blocking<string | null> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
  if (isFailure(service)) return service.message
  const left = new Set<string>()
  for (const network of flags.list('network-rm')) {
    const known = yield* cli.api.get<{ readonly Id: string }>(`/networks/${network}`)
    if (isFailure(known)) return known.message
    left.add(known.Id)
  }
  const spec = updatedSpec(service.Spec, flags, left)
  if (typeof spec === 'string') return spec
  const updated = yield* cli.api.post(
    `/services/${service.ID}/update`,
    { version: service.Version.Index },
    spec,
  )
  if (isFailure(updated)) return updated.message
  if (flags.has('image') && !flags.bool('no-resolve-image')) {
    cli.err(unresolved(spec.TaskTemplate.ContainerSpec.Image))
  }
  return null
}

function* rollBack(cli: DockerCli, name: string): Blocking<string | null> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
  if (isFailure(service)) return service.message
  const query = { version: service.Version.Index, rollback: 'previous' }
  const updated = yield* cli.api.post(`/services/${service.ID}/update`, query, service.Spec)
  return isFailure(updated) ? updated.message : null
}
