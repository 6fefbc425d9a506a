// Whose a namespace is: Docker's containers, from what its daemon keeps on disk and from the proxies that hold their ports;
// and the daemon's own, for networks of a swarm.
import type { Net } from '../kernel/kernel.ts'
import { isErrno } from '../uapi/errno.ts'
import { annotated, bundlesOf, CONTAINERS, dockerInits } from './containerinits.ts'
import { readJson } from './jsonfiles.ts'
import { namedNets, type MachineNode } from './nodes.ts'
import type { ContainerView, DockerView, PublishedPort } from './view.ts'

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
  readonly endpoints: readonly (readonly [network: string, settings: { readonly IPAddress: string }])[]
}

/** The containers that run, by their namespaces: that of the first process of each, unless it is the machine's own. */
export function containersOf(node: MachineNode): ReadonlyMap<Net, ContainerView> {
  const found = swarmNamespaces(node)
  addPods(node, found)
  const inits = dockerInits(node)
  if (inits.size === 0) return found
  const proxies = proxiesOf(node)
  for (const [id, { netns }] of inits) {
    const kept = readJson<Kept>(node, `${CONTAINERS}/${id}/config.v2.json`)
    if (!kept || netns === node.kernel.initNet) continue
    const { name, endpoints, record } = kept
    const image = record.config.Image
    const first = found.get(netns)
    if (first) {
      found.set(netns, { ...first, sharing: [...first.sharing, { name, image }] })
      continue
    }
    const ports = proxies.filter((p) => endpoints.some(([, s]) => s.IPAddress === p.address))
    found.set(netns, {
      kind: 'container',
      name,
      image,
      ports: ports.map(({ host, container, protocol }) => ({ host, container, protocol })),
      sharing: [],
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
    if (inside) found.set(inside, { kind: 'container', name, image: '', ports: [], sharing: [] })
  }
  return found
}

/** Pods: their namespaces have names, and all that run in one say which it is. */
function addPods(node: MachineNode, found: Map<Net, ContainerView>): void {
  const bundles = bundlesOf(node)
  if (bundles.size === 0) return
  const nets = new Map([...namedNets(node)].map(([name, net]) => [`/run/netns/${name}`, net]))
  for (const bundle of bundles.values()) {
    const net = nets.get(bundle.linux.namespaces[0]?.path ?? '')
    if (!net) continue
    const namespace = annotated(bundle, 'sandbox-namespace')
    const name = `${namespace === 'default' ? '' : `${namespace}/`}${annotated(bundle, 'sandbox-name')}`
    const images = [found.get(net)?.image ?? '', annotated(bundle, 'image-name')].filter(
      (image) => image !== '',
    )
    found.set(net, { kind: 'pod', name, image: images.join(' + '), ports: [], sharing: [] })
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
  const ids = machine.init.fs.readdir(CONTAINERS)
  const kept = (isErrno(ids) ? [] : ids).map((id) =>
    readJson<Kept>(node, `${CONTAINERS}/${id}/config.v2.json`),
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
