// Variables that tell a container of those it is linked to on the default bridge. (Ref: moby daemon/links/links.go:ToEnv())
import type { ContainerNetworking } from './controller.ts'

/** `envOf`: the variables of a container, as `NAME=value`. */
export function linkVariables(
  c: ContainerNetworking,
  envOf: (id: string) => readonly string[],
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  for (const { container, alias } of c.links) {
    const address = container.endpoints.get('bridge')?.IPAddress ?? ''
    if (address === '') continue
    const prefix = alias.toUpperCase().replaceAll('-', '_')
    const ports = container.exposedPorts.map(portOf).toSorted((a, b) => a.port - b.port)
    for (const [i, { port, protocol }] of ports.entries()) {
      const url = `${protocol}://${address}:${port}`
      const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`
      if (i === 0) variables.set(`${prefix}_PORT`, url)
      variables.set(name, url)
      variables.set(`${name}_ADDR`, address)
      variables.set(`${name}_PORT`, String(port))
      variables.set(`${name}_PROTO`, protocol)
    }
    variables.set(`${prefix}_NAME`, `/${c.name}/${alias}`)
    for (const pair of envOf(container.id)) {
      const [name = '', ...value] = pair.split('=')
      if (name !== 'HOME' && name !== 'PATH') variables.set(`${prefix}_ENV_${name}`, value.join('='))
    }
  }
  return variables
}

function portOf(exposed: string): { readonly port: number; readonly protocol: string } {
  const [port = '', protocol = 'tcp'] = exposed.split('/')
  return { port: Number(port), protocol }
}
