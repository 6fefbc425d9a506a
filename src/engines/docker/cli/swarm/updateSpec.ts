// What the options of `docker service update` make of a specification. Ref: docker/cli cli/command/service/update.go
import type { NetworkAttachment, ServicePort, ServiceSpec } from '../../api/service.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { placementAfter } from './placement.ts'
import { withTag } from './serviceCreate.ts'
import { portOf } from './servicePorts.ts'

type Container = ServiceSpec['TaskTemplate']['ContainerSpec']
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The new specification, or what is wrong with the options. */
export function updatedSpec(
  spec: ServiceSpec,
  flags: ParsedFlags,
  /** Ids of the networks that `--network-rm` names. */
  left: ReadonlySet<string>,
): ServiceSpec | string {
  if (flags.has('replicas') && !spec.Mode.Replicated) {
    return 'replicas can only be used with replicated or replicated-job mode'
  }
  const { TaskTemplate } = spec
  const condition = flags.string('restart-condition')
  const networks = networksAfter(TaskTemplate.Networks ?? [], left, flags)
  const task: Mutable<ServiceSpec['TaskTemplate']> = {
    ...TaskTemplate,
    ContainerSpec: containerAfter(TaskTemplate.ContainerSpec, flags),
    Placement: placementAfter(TaskTemplate.Placement, flags),
    ForceUpdate: TaskTemplate.ForceUpdate + (flags.bool('force') ? 1 : 0),
    ...(condition === ''
      ? {}
      : { RestartPolicy: { Condition: condition, Delay: 5_000_000_000, MaxAttempts: 0 } }),
  }
  if (networks.length > 0) task.Networks = networks
  else delete task.Networks
  const ports = portsAfter(spec.EndpointSpec.Ports ?? [], flags)
  return {
    ...spec,
    Labels: mapAfter(spec.Labels, flags, 'label'),
    TaskTemplate: task,
    Mode: flags.has('replicas') ? { Replicated: { Replicas: flags.int('replicas') } } : spec.Mode,
    EndpointSpec: {
      Mode: flags.string('endpoint-mode', spec.EndpointSpec.Mode),
      ...(ports.length > 0 ? { Ports: ports } : {}),
    },
  }
}

function containerAfter(before: Container, flags: ParsedFlags): Container {
  const container: Mutable<Container> = { ...before }
  if (flags.has('image')) container.Image = withTag(flags.string('image'))
  if (flags.has('args')) container.Args = flags.string('args').split(' ')
  if (flags.has('entrypoint')) container.Command = flags.string('entrypoint').split(' ')
  if (flags.has('hostname')) container.Hostname = flags.string('hostname')
  if (flags.bool('tty')) container.TTY = true
  else if (flags.has('tty')) delete container.TTY
  if (flags.has('user')) container.User = flags.string('user')
  if (flags.has('workdir')) container.Dir = flags.string('workdir')
  const nameOf = (pair: string): string => pair.replace(/=.*/s, '')
  const added = flags.list('env-add')
  const gone = new Set([...flags.list('env-rm'), ...added.map(nameOf)])
  const env = [...(before.Env ?? []).filter((pair) => !gone.has(nameOf(pair))), ...added]
  if (env.length > 0) container.Env = env
  else delete container.Env
  const labels = mapAfter(before.Labels ?? {}, flags, 'container-label')
  if (Object.keys(labels).length > 0) container.Labels = labels
  else delete container.Labels
  return container
}

function mapAfter(
  before: Readonly<Record<string, string>>,
  flags: ParsedFlags,
  what: string,
): Record<string, string> {
  const gone = new Set(flags.list(`${what}-rm`))
  const kept = Object.entries(before).filter(([key]) => !gone.has(key))
  return { ...Object.fromEntries(kept), ...flags.map(`${what}-add`) }
}

function networksAfter(
  before: readonly NetworkAttachment[],
  gone: ReadonlySet<string>,
  flags: ParsedFlags,
): readonly NetworkAttachment[] {
  const added = flags.list('network-add').map((text) => ({ Target: text.replace(/^name=/, '') }))
  return [...before.filter(({ Target }) => !gone.has(Target)), ...added]
}

/** `--publish-rm` names a port by what it leads to. */
function portsAfter(before: readonly ServicePort[], flags: ParsedFlags): readonly ServicePort[] {
  const portsOf = (flag: string): ServicePort[] =>
    flags.list(flag).flatMap((text) => {
      const port = portOf(text)
      return typeof port === 'string' ? [] : [port]
    })
  const gone = portsOf('publish-rm')
  const added = portsOf('publish-add')
  const same = (a: ServicePort, b: ServicePort): boolean =>
    a.TargetPort === b.TargetPort && a.Protocol === b.Protocol
  const kept = before.filter(
    (port) =>
      !gone.some((one) => same(one, port)) &&
      !added.some((one) => same(one, port) && one.PublishedPort === port.PublishedPort),
  )
  return [...kept, ...added].toSorted(
    (a, b) => a.TargetPort - b.TargetPort || (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0),
  )
}
