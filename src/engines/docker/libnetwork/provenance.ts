// For whom the daemon makes what it makes: itself, a network, a container.
import type { Maker } from '../../../sim/provenance.ts'
import type { MappedPort } from './bridge/endpointRules.ts'
import type { ContainerNetworking } from './controller.ts'
import { isPredefined, type Network } from './network.ts'
import { formatAddr } from './prefix.ts'

const by = 'Docker'

export const FOR_DAEMON: Maker = { provenance: { by, kind: 'engine', name: '', detail: '' } }

export function forNetwork({ name }: Network): Maker {
  return { provenance: { by, kind: 'network', name, detail: '' } }
}

/** By the name it has when that is asked: containers are renamed. */
export function forContainer(c: ContainerNetworking, network: Network): Maker {
  return containerMaker(c, isPredefined(network.name) ? '' : `--network ${network.name}`)
}

/** A service of a swarm, in one of its networks. */
export function forService(name: string, network: Network): Maker {
  return { provenance: { by, kind: 'service', name, detail: `--network ${network.name}` } }
}

export function forLinks(c: ContainerNetworking): Maker {
  return containerMaker(
    c,
    c.links.map(({ container, alias }) => `--link ${container.name}:${alias}`).join(' '),
  )
}

function containerMaker(c: ContainerNetworking, detail: string): Maker {
  return {
    provenance: {
      by,
      kind: 'container',
      get name() {
        return c.name
      },
      detail,
    },
  }
}

/** One of the ports it publishes. */
export function forPort(c: ContainerNetworking, port: MappedPort): Maker {
  const { hostAddress, hostPort, containerPort, protocol } = port
  const address = hostAddress.family === 6 ? `[${formatAddr(hostAddress)}]` : formatAddr(hostAddress)
  const at = hostAddress.value === 0n ? '' : `${address}:`
  return containerMaker(c, `-p ${at}${hostPort}:${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`)
}
