// Whose a namespace is: Docker's containers, from what its daemon keeps on disk and from the proxies that hold their ports;
// and the daemon's own, for networks of a swarm.
import type { Net } from '../kernel/kernel.ts'
import { isErrno } from '../uapi/errno.ts'
import { formatMac } from '../wire/mac.ts'
import { readJson } from './jsonfiles.ts'
import { namedNets, type MachineNode } from './nodes.ts'
import type { ContainerView, DockerView, PublishedPort } from './view.ts'

const TASKS = '/run/containerd/io.containerd.runtime.v2.task/k8s.io'
const DIRECTORY = '/var/lib/docker/containers'

const IMAGES = '/var/lib/docker/image/overlay2/repositories.json'
const NAMESPACES = '/var/run/docker/netns'
const NETWORKS = '/var/lib/docker/network/files/local-kv.db'

/** What is read of a network. */
interface Named {
  readonly id: string
  readonly name: string
}

/** What is read of a config.v2.json. */
interface Kept {
  readonly name: string
  readonly running: boolean
  readonly record: { readonly config: { readonly Image: string } }
  readonly endpoints: readonly (readonly [
    network: string,
    settings: { readonly MacAddress: string; readonly IPAddress: string },
  ])[]
}

/** The containers that run, by their namespaces: one is known by the MAC addresses its endpoints were given. */
export function containersOf(node: MachineNode): ReadonlyMap<Net, ContainerView> {
  const { fs } = node.machine.init
  const found = swarmNamespaces(node)
  const ids = fs.readdir(DIRECTORY)
  addPods(node, found)
  if (isErrno(ids) || ids.length === 0) return found
  const byMac = new Map<string, Net>()
  for (const net of node.kernel.nets) {
    if (net === node.kernel.initNet || !net.alive) continue
    for (const dev of net.devices.values()) byMac.set(formatMac(dev.mac), net)
  }
  const proxies = proxiesOf(node)
  for (const id of ids) {
    const kept = readJson<Kept>(node, `${DIRECTORY}/${id}/config.v2.json`)
    if (!kept?.running) continue
    const settings = kept.endpoints.map(([, s]) => s)
    const net = settings.map((s) => byMac.get(s.MacAddress)).find((n) => n !== undefined)
    if (!net) continue
    const ports = proxies.filter((p) => settings.some((s) => s.IPAddress === p.address))
    found.set(net, {
      kind: 'container',
      name: kept.name,
      image: kept.record.config.Image,
      ports: ports.map(({ host, container, protocol }) => ({ host, container, protocol })),
    })
  }
  return found
}

/** Hidden ones of overlay networks, and those by which a node balances load, known by the names of their files. */
function swarmNamespaces(node: MachineNode): Map<Net, ContainerView> {
  const { fs, net } = node.machine.init
  const found = new Map<Net, ContainerView>()
  const files = fs.readdir(NAMESPACES)
  if (isErrno(files)) return found
  const networks = readJson<readonly Named[]>(node, NETWORKS) ?? []
  for (const file of files) {
    const [, kind = '', start = ''] = /^(1-|lb_|ingress_sbox$)(.*)$/.exec(file) ?? []
    if (kind === '') continue
    const ref = net.openNetns(`${NAMESPACES}/${file}`)
    const inside = isErrno(ref) ? undefined : [...node.kernel.nets].find(({ inode }) => inode === ref.inode)
    const network = networks.find(({ id }) => start !== '' && id.startsWith(start))?.name ?? start
    const name = kind === '1-' ? `overlay ${network}` : kind === 'lb_' ? `lb-${network}` : 'ingress-sbox'
    if (inside) found.set(inside, { kind: 'container', name, image: '', ports: [] })
  }
  return found
}

/** What is read of a bundle's config.json. */
interface Bundle {
  readonly linux: { readonly namespaces: readonly { readonly path?: string }[] }
  readonly annotations: Readonly<Record<string, string>>
}

/** Pods: their namespaces have names, and all that run in one say which it is. */
function addPods(node: MachineNode, found: Map<Net, ContainerView>): void {
  const { fs } = node.machine.init
  const ids = fs.readdir(TASKS)
  if (isErrno(ids)) return
  const nets = new Map([...namedNets(node)].map(([name, net]) => [`/run/netns/${name}`, net]))
  for (const id of ids) {
    const bundle = readJson<Bundle>(node, `${TASKS}/${id}/config.json`)
    const net = nets.get(bundle?.linux.namespaces[0]?.path ?? '')
    if (!bundle || !net) continue
    const said = (name: string): string => bundle.annotations[`io.kubernetes.cri.${name}`] ?? ''
    const before = found.get(net)
    const space = said('sandbox-namespace') === 'default' ? '' : `${said('sandbox-namespace')}/`
    const images = [before?.image ?? '', said('image-name')].filter((image) => image !== '')
    found.set(net, { kind: 'pod', name: space + said('sandbox-name'), image: images.join(' + '), ports: [] })
  }
}

interface Image {
  readonly tags: readonly string[]
}

/** null when no daemon runs. */
export function dockerOf(node: MachineNode): DockerView | null {
  const { machine } = node
  const runs = [...machine.system.table.all()].some(
    ({ argv, state }) => state !== 'Z' && /(^|\/)dockerd$/.test(argv[0] ?? ''),
  )
  if (!runs) return null
  const images = readJson<readonly Image[]>(node, IMAGES) ?? []
  const networks = readJson<readonly Named[]>(node, NETWORKS) ?? []
  const ids = machine.init.fs.readdir(DIRECTORY)
  const kept = (isErrno(ids) ? [] : ids).map((id) =>
    readJson<Kept>(node, `${DIRECTORY}/${id}/config.v2.json`),
  )
  return {
    images: images.flatMap(({ tags }) => tags.map((tag) => tag.replace(/:latest$/, ''))).sort(),
    networks: networks.map(({ name }) => name).sort(),
    stopped: kept.flatMap((c) => (c && !c.running ? [c.name] : [])),
  }
}

/** docker-proxy says in its arguments which port it holds, and for whom. */
function proxiesOf({ machine }: MachineNode): readonly (PublishedPort & { readonly address: string })[] {
  const ports = new Map<string, PublishedPort & { readonly address: string }>()
  for (const { argv, state } of machine.system.table.all()) {
    if (state === 'Z' || !argv[0]?.endsWith('docker-proxy')) continue
    const option = (name: string): string => argv[argv.indexOf(name) + 1] ?? ''
    const port = {
      host: Number(option('-host-port')),
      container: Number(option('-container-port')),
      protocol: option('-proto'),
      address: option('-container-ip'),
    }
    // One for each family, of the same port.
    ports.set(`${port.host} ${port.protocol} ${port.address}`, port)
  }
  return [...ports.values()].sort((a, b) => a.host - b.host)
}
