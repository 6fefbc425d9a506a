// `docker service update`, `scale`. Ref: docker/cli cli/command/service/update.go, scale.go
import type { Blocking } from '../../../../os/program.ts'
import type { ServiceInspect, ServiceSpec } from '../../api/service.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs, minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { UPDATE_FLAGS } from './updateFlags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { waitOnService } from './progress.ts'
import { converge } from './serviceCreate.ts'

export const serviceUpdateSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE',
  short: 'Update a service',
  args: exactArgs(1),
  flags: UPDATE_FLAGS,
  *run(cli, flags, [name = '']) {
    const replicas = flags.has('replicas') ? flags.int('replicas') : null
    const failed = yield* rescale(cli, name, replicas)
    if (failed !== null) return cli.fail(failed)
    cli.out(`${name}\n`)
    return yield* converge(cli, flags, name)
  },
}

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

/** What was refused; `replicas` null: all stays. */
function* rescale(cli: DockerCli, name: string, replicas: number | null): Blocking<string | null> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
  if (isFailure(service)) return service.message
  const { Spec } = service
  if (replicas !== null && !Spec.Mode.Replicated)
    return 'scale can only be used with replicated or replicated-job mode'
  const spec: ServiceSpec =
    replicas === null ? Spec : { ...Spec, Mode: { Replicated: { Replicas: replicas } } }
  const query = { version: service.Version.Index }
  const updated = yield* cli.api.post(`/services/${service.ID}/update`, query, spec)
  return isFailure(updated) ? updated.message : null
}
