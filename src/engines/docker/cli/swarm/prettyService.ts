// `docker service inspect --pretty`. Ref: docker/cli cli/command/service/formatter.go
import type { ServiceInspect } from '../../api/service.ts'
import { humanDuration } from '../../lib/humanize.ts'
import { parseTime } from '../lib/time.ts'

const UPDATE = [' Parallelism:\t1', ' On failure:\tpause', ' Monitoring Period: 5s', ' Max failure ratio: 0']

/** `networks`: names by id. */
export function prettyService(
  { ID, Spec, Endpoint, UpdateStatus }: ServiceInspect,
  networks: ReadonlyMap<string, string>,
  now: number,
): string {
  const { ContainerSpec, Networks = [] } = Spec.TaskTemplate
  const { Image, Args, Env, Dir, User, Init } = ContainerSpec
  const labels = Object.entries(Spec.Labels)
  const ago = (time: string): string => `${humanDuration(now - parseTime(time)).toLowerCase()} ago`
  const lines = [
    '',
    `ID:\t\t${ID}`,
    `Name:\t\t${Spec.Name}`,
    ...(labels.length > 0 ? ['Labels:', ...labels.map(([key, value]) => ` ${key}=${value}`)] : []),
    `Service Mode:\t${Spec.Mode.Global ? 'Global' : 'Replicated'}`,
    ...(Spec.Mode.Replicated ? [` Replicas:\t${Spec.Mode.Replicated.Replicas}`] : []),
    ...(UpdateStatus
      ? [
          'UpdateStatus:',
          ` State:\t\t${UpdateStatus.State}`,
          ` Started:\t${ago(UpdateStatus.StartedAt)}`,
          ...(UpdateStatus.CompletedAt ? [` Completed:\t${ago(UpdateStatus.CompletedAt)}`] : []),
          ` Message:\t${UpdateStatus.Message}`,
        ]
      : []),
    'Placement:',
    ...prettyPlacement(Spec.TaskTemplate.Placement),
    'UpdateConfig:',
    ...UPDATE,
    ' Update order:      stop-first',
    'RollbackConfig:',
    ...UPDATE,
    ' Rollback order:    stop-first',
    'ContainerSpec:',
    ` Image:\t\t${Image}`,
    ...(Args ? [` Args:\t\t${Args.join(' ')} `] : []),
    ...(Env ? [` Env:\t\t${Env.join(' ')} `] : []),
    ...(Dir === undefined ? [] : [` Dir:\t\t${Dir}`]),
    ...(User === undefined ? [] : [` User: ${User}`]),
    ...(Init === undefined ? [] : [` Init:\t\t${Init}`]),
    'Resources:',
    ...(Networks.length > 0
      ? [`Networks: ${Networks.map(({ Target }) => networks.get(Target) ?? Target).join(' ')} `]
      : []),
    `Endpoint Mode:\t${Endpoint.Spec.Mode ?? Spec.EndpointSpec.Mode}`,
    ...((Endpoint.Ports ?? []).length > 0 ? ['Ports:'] : []),
    ...(Endpoint.Ports ?? []).flatMap(({ PublishedPort, Protocol, TargetPort, PublishMode }) => [
      ` PublishedPort = ${PublishedPort}`,
      `  Protocol = ${Protocol}`,
      `  TargetPort = ${TargetPort}`,
      `  PublishMode = ${PublishMode} `,
    ]),
  ]
  return `${lines.join('\n')}\n\n`
}

function prettyPlacement({
  Constraints = [],
  Preferences = [],
  MaxReplicas = 0,
}: ServiceInspect['Spec']['TaskTemplate']['Placement']): string[] {
  const spread = Preferences.map(({ Spread }) => `spread=${Spread.SpreadDescriptor}`)
  return [
    ...(Constraints.length > 0 ? [` Constraints:\t[${Constraints.join(' ')}]`] : []),
    ...(spread.length > 0 ? [` Preferences:   [${spread.join(' ')}]`] : []),
    ...(MaxReplicas > 0 ? [` Max Replicas Per Node:   ${MaxReplicas}`] : []),
  ]
}
