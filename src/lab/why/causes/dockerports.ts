// A port that a container should answer on: published wrongly, not at all, by one that does not run, or to where nothing
// in it listens.
import type { ContainerInspect } from '../../../engines/docker/api/container.ts'
import { formatInet, isLoopback } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { mend } from '../commands.ts'
import { nameOf, publishedBy, statusWords, type Docker } from '../docker.ts'
import { portText, recreated } from '../recreate.ts'
import type { Scene } from '../scene.ts'

const STOPPED: Words = {
  en: 'Container {container}, which publishes port {port} of {where}, does not run ({status}): nothing listens there.',
  ko: '{where}의 {port}번 포트를 게시하는 컨테이너 {container}이(가) 실행 중이 아닙니다({status}): 거기서 듣는 것이 없습니다.',
}
const BOUND: Words = {
  en: 'Container {container} publishes port {port} of {where} on {hostIp} only (-p {published}): on {address} nothing listens.',
  ko: '컨테이너 {container}이(가) {where}의 {port}번 포트를 {hostIp}에만 게시합니다(-p {published}): {address}에서는 듣는 것이 없습니다.',
}
const OTHER: Words = {
  en: 'Port {port} of {where} is published by no container: {container} publishes its port {inside} as {published}.',
  ko: '{where}의 {port}번 포트를 게시하는 컨테이너가 없습니다: {container}은(는) 자신의 {inside}번 포트를 {published}번으로 게시합니다.',
}
const UNPUBLISHED: Words = {
  en: 'Port {port} of {where} is published by no container: {container} listens on its own port {inside}, but was started without -p.',
  ko: '{where}의 {port}번 포트를 게시하는 컨테이너가 없습니다: {container}은(는) 자신의 {inside}번 포트에서 듣지만 -p 없이 시작되었습니다.',
}
const WRONG_INSIDE: Words = {
  en: 'Port {port} of {where} leads to port {inside} of container {container} (-p {published}), where nothing listens; {container} listens on {right}.',
  ko: '{where}의 {port}번 포트는 컨테이너 {container}의 {inside}번 포트로 가는데(-p {published}) 거기서 듣는 것이 없습니다. {container}은(는) {right}번에서 듣습니다.',
}
const NOTHING_INSIDE: Words = {
  en: 'Port {port} of {where} leads to port {inside} of container {container} (-p {published}), where nothing listens.',
  ko: '{where}의 {port}번 포트는 컨테이너 {container}의 {inside}번 포트로 가는데(-p {published}) 거기서 듣는 것이 없습니다.',
}
const LOOPBACK_INSIDE: Words = {
  en: 'What runs in container {container} listens on 127.0.0.1:{inside} only, which is the container’s own: from outside it nobody gets there.',
  ko: '컨테이너 {container} 안의 프로그램이 127.0.0.1:{inside}에서만 듣습니다. 이 주소는 컨테이너 자신의 것이라 밖에서는 닿지 못합니다.',
}
const HOSTS_PORT: Words = {
  en: 'Nothing in container {container} listens on port {port}: that is where {where} publishes it. Between containers it is {container}:{right}.',
  ko: '컨테이너 {container}에서 {port}번 포트를 듣는 것이 없습니다: {port}번은 {where}에 게시된 포트입니다. 컨테이너끼리는 {container}:{right}(으)로 접속합니다.',
}
const LOCALHOST: Words = {
  en: 'localhost in container {container} is the container itself, where nothing listens on {protocol} port {port}; {other} does, and is reached by its own name or address.',
  ko: '컨테이너 {container} 안의 localhost는 그 컨테이너 자신이며 거기서 {protocol} {port}번 포트를 듣는 것이 없습니다. 듣는 것은 {other}이고, 그 이름이나 주소로 접속합니다.',
}
const LOCALHOST_PUBLISHED: Words = {
  en: 'localhost in container {container} is the container itself, not {where}, where port {port} is published: {other} is reached from here by its own name or address, on its port {inside}.',
  ko: '컨테이너 {container} 안의 localhost는 {port}번 포트를 게시한 {where}이(가) 아니라 그 컨테이너 자신입니다: {other}에는 여기서 그 이름이나 주소와 {inside}번 포트로 접속합니다.',
}
const NOTHING: Words = {
  en: 'Nothing in container {container} listens on {protocol} port {port}.',
  ko: '컨테이너 {container}에서 {protocol} {port}번 포트를 듣는 것이 없습니다.',
}
const NOT_THERE: Words = {
  en: 'Nothing in container {container} listens on {protocol} port {port}; it listens on {right}.',
  ko: '컨테이너 {container}에서 {protocol} {port}번 포트를 듣는 것이 없습니다. {right}번에서 듣습니다.',
}

export const dockerPort: Cause = {
  id: 'docker-port',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped' || fate.reply || fate.event.reason !== 'NO_SOCKET') return null
    const { payload } = fate.packet
    const netns = scene.netns(fate.event)
    const docker = netns && scene.docker(netns.machine)
    if (!docker || (payload.kind !== 'tcp' && payload.kind !== 'udp')) return null
    const asked = { protocol: payload.kind, port: payload.dport, address: formatInet(fate.packet.dst) }
    const container = docker.in(netns.id)
    if (container) return inContainer(scene, docker, netns, container, asked)
    return netns.root ? onMachine(scene, docker, netns, asked) : null
  },
}

interface Asked {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
  readonly address: string
}

function onMachine(scene: Scene, docker: Docker, netns: NetnsView, asked: Asked): Finding | null {
  const { lab } = scene.outcome
  const { port, protocol, address } = asked
  const where = scene.name(netns)
  for (const container of docker.containers) {
    const ports = publishedBy(container)
    const published = ports.find((p) => p.hostPort === port && p.protocol === protocol)
    if (!published) continue
    const name = nameOf(container)
    const values = { container: name, port, where, address }
    const start = { machine: docker.machine, line: `docker start ${name}` }
    if (container.State.Restarting)
      return at(netns, STOPPED, { ...values, status: statusWords(container) }, [])
    if (!container.State.Running)
      return at(netns, STOPPED, { ...values, status: statusWords(container) }, [mend([start])])
    if (published.hostIp === '' || published.hostIp === address) continue
    const open = ports.map((p) => (p === published ? { ...p, hostIp: '' } : p))
    const told = { ...values, hostIp: published.hostIp, published: portText(published) }
    return at(netns, BOUND, told, [recreated(lab, docker, container, { ports: open }, -0.5)])
  }
  const [server] = servers(scene, docker, asked)
  if (!server) return null
  const { container, inside } = server
  const ports = publishedBy(container)
  const other = ports.find((p) => p.port === inside && p.protocol === protocol)
  const wanted = [...ports, { protocol, hostIp: '', hostPort: port, port: inside }]
  return at(
    netns,
    other ? OTHER : UNPUBLISHED,
    { container: nameOf(container), port, where, inside, published: other?.hostPort ?? '' },
    [recreated(lab, docker, container, { ports: wanted }, -0.5)],
  )
}

/** Containers that listen, and on which of their ports; one that is like the one asked for before others. */
function servers(
  scene: Scene,
  docker: Docker,
  { port, protocol }: Asked,
): readonly { readonly container: ContainerInspect; readonly inside: number }[] {
  const rank = (inside: number): number =>
    (inside === port ? 2 : 0) + (String(port).endsWith(String(inside)) ? 1 : 0)
  return scene.namespaces
    .filter(({ machine }) => machine === docker.machine)
    .flatMap((netns) => {
      const container = docker.in(netns.id)
      return container ? openPorts(scene, netns, protocol).map((inside) => ({ container, inside })) : []
    })
    .sort((a, b) => rank(b.inside) - rank(a.inside))
}

/** The resolver that Docker puts into a container listens on 127.0.0.11 only. */
function openPorts(scene: Scene, netns: NetnsView, protocol: 'tcp' | 'udp'): readonly number[] {
  return scene
    .listeners(netns, protocol)
    .filter(({ own }) => !own)
    .map(({ port }) => port)
}

function inContainer(
  scene: Scene,
  docker: Docker,
  netns: NetnsView,
  container: ContainerInspect,
  { port: inside, protocol }: Asked,
): Finding {
  const { fate, probe } = scene
  const { lab } = scene.outcome
  const ports = publishedBy(container)
  const name = nameOf(container)
  const where = docker.machine
  const here = scene.listeners(netns, protocol).filter((l) => l.port === inside)
  if (here.some(({ own }) => own)) {
    const command = (container.Config.Cmd ?? []).map((text) =>
      text.replaceAll('127.0.0.1', '0.0.0.0').replaceAll('localhost', '0.0.0.0'),
    )
    const mends = [recreated(lab, docker, container, { command })]
    return at(netns, LOOPBACK_INSIDE, { container: name, inside }, mends)
  }
  const open = [...new Set(openPorts(scene, netns, protocol))]
  const right = open.join(', ')
  const published = ports.find((p) => p.port === inside && p.protocol === protocol)
  const translated =
    probe.program === PROXY || (fate.kind === 'dropped' && fate.trail.events.some((e) => e.kind === 'nat'))
  if (published && translated) {
    const values = {
      container: name,
      where,
      port: published.hostPort,
      inside,
      published: portText(published),
      right,
    }
    const better = open.map((port) => {
      const changed = ports.map((p) => (p === published ? { ...p, port } : p))
      return recreated(lab, docker, container, { ports: changed })
    })
    return at(netns, open.length > 0 ? WRONG_INSIDE : NOTHING_INSIDE, values, better)
  }
  const values = { container: name, where, port: inside, protocol, right }
  const itself = scene.target !== null && isLoopback(scene.target)
  const other = itself ? servers(scene, docker, { protocol, port: inside, address: '' })[0] : undefined
  if (other?.inside === inside) return at(netns, LOCALHOST, { ...values, other: nameOf(other.container) }, [])
  const elsewhere = itself ? publisherOf(docker, inside, protocol) : null
  if (elsewhere) return at(netns, LOCALHOST_PUBLISHED, { ...values, ...elsewhere }, [])
  if (right === '') return at(netns, NOTHING, values, [])
  const hosts = ports.find((p) => p.hostPort === inside && open.includes(p.port))
  if (hosts) return at(netns, HOSTS_PORT, { ...values, right: hosts.port }, [])
  return at(netns, NOT_THERE, values, [])
}

/** Whose port the machine publishes under that number. */
function publisherOf(
  docker: Docker,
  port: number,
  protocol: string,
): { readonly other: string; readonly inside: number } | null {
  for (const container of docker.containers) {
    const found = publishedBy(container).find((p) => p.hostPort === port && p.protocol === protocol)
    if (found) return { other: nameOf(container), inside: found.port }
  }
  return null
}

/** Who goes on from a port of the machine to that of a container. */
export const PROXY = 'docker-proxy'

function at(netns: NetnsView, words: Words, values: Finding['values'], mends: Finding['mends']): Finding {
  return { words, values, mends, netns: netns.id, device: null, sure: true }
}
