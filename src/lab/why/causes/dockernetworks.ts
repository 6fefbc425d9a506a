// What keeps a container from others: it has no network, only an internal one, it is paused, or it does not run.
import { formatInet } from '../../../wire/inet.ts'
import type { Cause, Words } from '../cause.ts'
import { mend } from '../commands.ts'
import { endpointsOf, nameOf, statusWords, type Docker } from '../docker.ts'
import type { Scene } from '../scene.ts'

const NONE: Words = {
  en: 'Container {container} was started with --network none: it has no interface but lo.',
  ko: '컨테이너 {container}은(는) --network none으로 시작되어 lo 말고 인터페이스가 없습니다.',
}
const INTERNAL: Words = {
  en: 'Container {container} is on {network} only, which was made with --internal: Docker gives it no default route, so it has none to {target}.',
  ko: '컨테이너 {container}은(는) --internal로 만든 {network}에만 있습니다: Docker가 기본 경로를 주지 않아 {target}(으)로 가는 경로가 없습니다.',
}
const NO_SUCH_ADDRESS: Words = {
  en: 'No running container of network {network} has {address}: {container} is not running ({status}), and a stopped container has no address.',
  ko: '네트워크 {network}에서 실행 중인 컨테이너 가운데 {address}을(를) 가진 것이 없습니다: {container}이(가) 실행 중이 아니며({status}) 멈춘 컨테이너에는 주소가 없습니다.',
}
const ELSEWHERE: Words = {
  en: '{address} is container {container} in network {network} of {machine}, which {machine} alone knows: {where} reaches it by a port that {machine} publishes (-p).',
  ko: '{address}은(는) {machine}만 아는 네트워크 {network}의 컨테이너 {container}입니다: {where}에서는 {machine}이(가) 게시한 포트(-p)로 접속합니다.',
}
const OVERLAPS: Words = {
  en: 'Network {network} of Docker is {subnet}, and {address}, which {owner} has, lies in it: {where} takes it for a neighbour on that network and asks for it there (overlapping subnets).',
  ko: 'Docker 네트워크 {network}의 대역 {subnet}에 {owner}의 주소 {address}도 들어 있습니다: {where}은(는) 이를 그 네트워크의 이웃으로 여기고 거기서 찾습니다(서브넷 겹침).',
}
const PAUSED: Words = {
  en: 'Container {container} is paused: the kernel takes the connection, but no process of the container runs to answer.',
  ko: '컨테이너 {container}이(가) 일시 정지(pause)되어 있습니다: 연결은 커널이 받지만 답할 프로세스가 돌지 않습니다.',
}

export const noNetwork: Cause = {
  id: 'docker-none',
  find(scene) {
    const { source, fate } = scene
    const docker = scene.docker(source.machine)
    const container = docker?.in(source.id)
    if (!docker || !container || fate.kind === 'through') return null
    if (container.HostConfig.NetworkMode !== 'none' || source.devices.some((d) => d.kind !== 'loopback'))
      return null
    const name = nameOf(container)
    const line = (words: string): { machine: string; line: string } => ({
      machine: docker.machine,
      line: words,
    })
    return {
      words: NONE,
      values: { container: name },
      mends: [
        mend([
          line(`docker network disconnect none ${name}`),
          line(`docker network connect ${networkFor(scene, docker)} ${name}`),
        ]),
      ],
      netns: source.id,
      device: null,
      sure: true,
    }
  },
}

export const internalNetwork: Cause = {
  id: 'docker-internal',
  find(scene) {
    const { source, fate, target } = scene
    const docker = scene.docker(source.machine)
    const container = docker?.in(source.id)
    if (!docker || !container || fate.kind !== 'unsent' || target === null || scene.route(source, target))
      return null
    const networks = endpointsOf(container).map(([network]) => network)
    if (networks.length === 0 || !networks.every((network) => docker.network(network)?.Internal)) return null
    const name = nameOf(container)
    const line = `docker network connect ${networkFor(scene, docker)} ${name}`
    return {
      words: INTERNAL,
      values: { container: name, network: networks.join(', '), target: formatInet(target) },
      mends: [mend([{ machine: docker.machine, line }])],
      netns: source.id,
      device: null,
      sure: true,
    }
  },
}

/** The one the target is on, else the one that leads out. */
function networkFor({ target }: Scene, docker: Docker): string {
  return (target === null ? null : docker.at(target)?.network) ?? 'bridge'
}

export const stoppedAddress: Cause = {
  id: 'docker-stopped',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved' || scene.holding(fate.address).length > 0) return null
    const docker = scene.docker(fate.event.machine)
    const network = docker?.around(fate.address)
    if (!docker || !network) return null
    const stopped = docker.containers.filter(
      (one) => !one.State.Running && endpointsOf(one).some(([name]) => name === network.Name),
    )
    const [first] = stopped
    if (!first) return null
    return {
      words: NO_SUCH_ADDRESS,
      values: {
        network: network.Name,
        address: formatInet(fate.address),
        container: nameOf(first),
        status: statusWords(first),
      },
      mends: stopped.map((one, n) =>
        mend([{ machine: docker.machine, line: `docker start ${nameOf(one)}` }], n * 0.1),
      ),
      netns: scene.netns(fate.event)?.id ?? scene.source.id,
      device: null,
    }
  },
}

/** Docker was told to take a subnet that somebody outside lives in. */
export const overlap: Cause = {
  id: 'docker-overlap',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved' || fate.address !== fate.packet.dst) return null
    const netns = scene.netns(fate.event)
    const docker = netns && scene.docker(netns.machine)
    const own = netns && docker?.in(netns.id)
    const network = docker?.around(fate.address)
    const owner = scene.holding(fate.address).find((h) => h.netns.machine !== netns?.machine)
    if (!docker || !own || !network || !owner) return null
    const fresh = [`${network.Name}2`, `${network.Name}-net`].find((name) => docker.network(name) === null)
    const line = (words: string): { machine: string; line: string } => ({
      machine: docker.machine,
      line: words,
    })
    const container = nameOf(own)
    return {
      words: OVERLAPS,
      values: {
        network: network.Name,
        subnet: network.IPAM.Config?.[0]?.Subnet ?? '',
        address: formatInet(fate.address),
        owner: scene.name(owner.netns),
        where: scene.name(netns),
      },
      mends:
        fresh === undefined
          ? []
          : [
              mend([
                line(`docker network create ${fresh}`),
                line(`docker network disconnect ${network.Name} ${container}`),
                line(`docker network connect ${fresh} ${container}`),
              ]),
            ],
      netns: netns.id,
      device: null,
      sure: true,
    }
  },
}

/** The address of a container, asked from another machine: it means something on its own machine only. */
export const containerElsewhere: Cause = {
  id: 'docker-elsewhere',
  find(scene) {
    const { fate, source, target } = scene
    if (target === null || (fate.kind !== 'dropped' && fate.kind !== 'unsent') || scene.probe.kind === 'name')
      return null
    for (const { name } of scene.view.machines) {
      const docker = name === source.machine ? null : scene.docker(name)
      const at = docker?.at(target)
      const network = at && docker?.network(at.network)
      // A rule of that machine says more.
      if (!at || network?.Driver !== 'bridge' || (fate.kind === 'dropped' && fate.event.machine === name))
        continue
      return {
        words: ELSEWHERE,
        values: {
          address: formatInet(target),
          container: nameOf(at.container),
          network: at.network,
          machine: name,
          where: scene.name(source),
        },
        mends: [],
        netns: source.id,
        device: null,
        sure: true,
      }
    }
    return null
  },
}

export const paused: Cause = {
  id: 'docker-paused',
  find(scene) {
    const { fate, probe, outcome } = scene
    if (probe.kind === 'ping' || (fate.kind !== 'through' && fate.kind !== 'silent')) return null
    for (const netns of scene.namespaces) {
      const docker = netns.container ? scene.docker(netns.machine) : null
      const container = docker?.in(netns.id)
      if (!docker || !container?.State.Paused) continue
      if (!outcome.events.some((e) => `${e.machine}/${e.netns}` === netns.id)) continue
      const name = nameOf(container)
      return {
        words: PAUSED,
        values: { container: name },
        mends: [mend([{ machine: docker.machine, line: `docker unpause ${name}` }])],
        netns: netns.id,
        device: null,
        sure: true,
      }
    }
    return null
  },
}
