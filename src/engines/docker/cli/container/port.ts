// Ref: docker/cli cli/command/container/port.go
import type { ContainerInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { rangeArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const portSpec: CommandSpec = {
  use: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
  short: 'List port mappings or a specific mapping for the container',
  known: 'docker container port, docker port',
  args: rangeArgs(1, 2),
  flags: [],
  *run(cli, _flags, [name = '', port]) {
    const container = yield* cli.api.get<ContainerInspect>(`/containers/${name}/json`)
    if (isFailure(container)) return cli.fail(container)
    const ports = container.NetworkSettings.Ports
    const lines: string[] = []
    if (port !== undefined && port !== '') {
      const [number = '', proto = 'tcp'] = port.split('/')
      if (!/^\d+$/.test(number)) {
        return cli.fail(`Error: Invalid port: ${number}`)
      }
      const bindings = ports[`${number}/${proto}`]
      if (!bindings || bindings.length === 0)
        return cli.fail(`Error: No public port '${port}' published for ${name}`)
      for (const { HostIp, HostPort } of bindings) lines.push(joinHostPort(HostIp, HostPort))
    } else {
      for (const [from, bindings] of Object.entries(ports)) {
        for (const { HostIp, HostPort } of bindings ?? [])
          lines.push(`${from} -> ${joinHostPort(HostIp, HostPort)}`)
      }
    }
    const number = (line: string) => Number.parseInt(line, 10)
    lines.sort((a, b) => (port === undefined ? number(a) - number(b) : 0) || (a < b ? -1 : 1))
    cli.out(lines.map((line) => `${line}\n`).join(''))
    return 0
  },
}

function joinHostPort(host: string, port: string): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
