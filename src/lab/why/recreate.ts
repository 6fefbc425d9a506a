// A container made again as it was, but for what cannot be changed while it is there: the ports it publishes, its command.
import type { ContainerInspect } from '../../engines/docker/api/container.ts'
import type { Lab } from '../lab.ts'
import { word } from '../shellquote.ts'
import { mend, type Command, type Mend } from './commands.ts'
import { endpointsOf, nameOf, publishedBy, type Docker, type Published } from './docker.ts'

interface Changes {
  readonly ports?: readonly Published[]
  readonly command?: readonly string[]
  /** As `--add-host` takes it. */
  readonly hosts?: readonly string[]
  /** Resolvers; none: those of the machine. */
  readonly dns?: readonly string[]
}

interface ImageConfig {
  readonly Cmd: readonly string[] | null
  readonly Env: readonly string[] | null
}

export function recreated(
  lab: Lab,
  { machine }: Docker,
  container: ContainerInspect,
  changes: Changes,
  price = 0,
): Mend {
  const { Config, HostConfig } = container
  const name = nameOf(container)
  const image = imageConfig(lab, machine, Config.Image)
  const [first = HostConfig.NetworkMode, ...others] = endpointsOf(container).map(([network]) => network)
  const { RestartPolicy, Binds, CapAdd, Privileged } = HostConfig
  const { dns = HostConfig.Dns, hosts = HostConfig.ExtraHosts ?? [] } = changes
  const ports = changes.ports ?? publishedBy(container)
  const own = Config.Cmd ?? []
  const asImage = !changes.command && own.join('\0') === (image?.Cmd ?? []).join('\0')
  const words = [
    ...['docker', 'run', '-d', '--name', name],
    ...(first === 'bridge' || first === 'default' ? [] : ['--network', first]),
    ...(RestartPolicy.Name === 'no' || RestartPolicy.Name === '' ? [] : ['--restart', RestartPolicy.Name]),
    ...(Privileged ? ['--privileged'] : []),
    ...(CapAdd ?? []).flatMap((cap) => ['--cap-add', cap]),
    ...dns.flatMap((server) => ['--dns', server]),
    ...hosts.flatMap((host) => ['--add-host', host]),
    ...(Config.Env ?? []).flatMap((pair) => (image?.Env?.includes(pair) ? [] : ['-e', pair])),
    ...(Binds ?? []).flatMap((bind) => ['-v', bind]),
    ...ports.flatMap((port) => ['-p', portText(port)]),
    Config.Image,
    ...(asImage ? [] : (changes.command ?? own)),
  ]
  const commands: Command[] = [
    { machine, line: `docker rm -f ${name}` },
    { machine, line: words.map(word).join(' ') },
    ...others.map((network) => ({ machine, line: `docker network connect ${network} ${name}` })),
  ]
  return mend(commands, price)
}

/** As it is given to `-p`. */
export function portText({ hostIp, hostPort, port, protocol }: Published): string {
  const ip = hostIp === '' || hostIp === '0.0.0.0' ? '' : `${hostIp}:`
  return `${ip}${hostPort}:${port}${protocol === 'tcp' ? '' : `/${protocol}`}`
}

function imageConfig(lab: Lab, machine: string, image: string): ImageConfig | null {
  const { output, status } = lab.aside(machine, `docker image inspect -f '{{json .Config}}' ${word(image)}`)
  return status === 0 ? (JSON.parse(output) as ImageConfig) : null
}
