// Names of containers: Docker's resolver knows those that run on a network of one's own that a person made.
import type { ContainerInspect } from '../../../engines/docker/api/container.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, type Command, type Mend } from '../commands.ts'
import { endpointsOf, isUserDefined, nameOf, statusWords, type Docker } from '../docker.ts'
import { recreated } from '../recreate.ts'

const STOPPED: Words = {
  en: 'Container {name} does not run ({status}), and Docker’s resolver knows running containers only: {where} gets no address for it.',
  ko: '컨테이너 {name}이(가) 실행 중이 아닙니다({status}). Docker의 리졸버는 실행 중인 컨테이너만 알므로 {where}이(가) 그 주소를 얻지 못합니다.',
}
const DEFAULT_BRIDGE: Words = {
  en: '{where} and {name} are on the default network, bridge, where Docker’s resolver does not serve: there containers do not know each other by name, only on networks one makes oneself.',
  ko: '{where}와(과) {name}은(는) 기본 네트워크 bridge에 있는데 거기서는 Docker의 리졸버가 동작하지 않습니다: 컨테이너 이름은 직접 만든 네트워크에서만 통합니다.',
}
const ELSEWHERE: Words = {
  en: '{name} is on {theirs} and {where} on {ours}: Docker’s resolver knows only the containers of one’s own networks.',
  ko: '{name}은(는) {theirs}에, {where}은(는) {ours}에 있습니다: Docker의 리졸버는 같은 네트워크의 컨테이너만 압니다.',
}
const ON_HOST: Words = {
  en: '{where} is no container: the names of containers are known inside Docker’s networks only, not on {where}.',
  ko: '{where}은(는) 컨테이너가 아닙니다: 컨테이너 이름은 Docker 네트워크 안에서만 통하고 {where}에서는 통하지 않습니다.',
}

const HOST_INTERNAL: Words = {
  en: 'host.docker.internal is a name that Docker Desktop gives; Docker on Linux knows it in containers only that were started with --add-host host.docker.internal:host-gateway, and {container} was not.',
  ko: 'host.docker.internal은 Docker Desktop이 주는 이름입니다. 리눅스의 Docker에서는 --add-host host.docker.internal:host-gateway로 시작한 컨테이너만 아는데 {container}은(는) 그렇지 않습니다.',
}
const DEAD_RESOLVER: Words = {
  en: 'Container {container} was started with --dns {server}, and no answer comes from there.',
  ko: '컨테이너 {container}은(는) --dns {server}(으)로 시작되었는데 거기서 답이 오지 않습니다.',
}

/** The machine, by a name that somebody has to give it. */
export const hostInternal: Cause = {
  id: 'host-docker-internal',
  find(scene) {
    const { probe, source, fate, outcome } = scene
    const docker = scene.docker(source.machine)
    const own = docker?.in(source.id)
    if (probe.kind !== 'name' || probe.host !== HOST_NAME || !docker || !own) return null
    if (fate.kind === 'through' && fate.answered) return null
    const hosts = [...(own.HostConfig.ExtraHosts ?? []), `${HOST_NAME}:host-gateway`]
    return {
      words: HOST_INTERNAL,
      values: { container: nameOf(own) },
      mends: [recreated(outcome.lab, docker, own, { hosts })],
      netns: source.id,
      device: null,
      sure: true,
    }
  },
}

const HOST_NAME = 'host.docker.internal'

export const dockerResolver: Cause = {
  id: 'docker-dns',
  find(scene) {
    const { probe, source, fate, outcome } = scene
    const docker = scene.docker(source.machine)
    const own = docker?.in(source.id)
    if (probe.kind !== 'name' || !docker || !own || fate.kind === 'through') return null
    const { Dns } = own.HostConfig
    if (Dns.length === 0) return null
    return {
      words: DEAD_RESOLVER,
      values: { container: nameOf(own), server: Dns.join(', ') },
      mends: [recreated(outcome.lab, docker, own, { dns: [] })],
      netns: source.id,
      device: null,
    }
  },
}

export const dockerName: Cause = {
  id: 'docker-name',
  find(scene) {
    const { probe, source, fate } = scene
    const docker = scene.docker(source.machine)
    if (probe.kind !== 'name' || !docker || (fate.kind === 'through' && fate.answered)) return null
    const meant = docker.containers.find((one) => isCalled(one, probe.host))
    const own = docker.in(source.id)
    if (!meant || (!own && !source.root)) return null
    const line = (words: string): Command => ({ machine: docker.machine, line: words })
    const where = scene.name(source)
    const name = nameOf(meant)
    const at = { netns: source.id, device: null, sure: true }
    if (!meant.State.Running) {
      const values = { name, where, status: statusWords(meant) }
      return { words: STOPPED, values, mends: [mend([line(`docker start ${name}`)])], ...at }
    }
    if (!own) {
      const address = endpointsOf(meant)[0]?.[1].IPAddress ?? ''
      const mends = address === '' ? [] : [mend([line(`echo ${address} ${probe.host} >>/etc/hosts`)])]
      return { words: ON_HOST, values: { where }, mends, ...at }
    }
    const [ours, theirs] = [networksOf(own), networksOf(meant)]
    if (ours.some((network) => isUserDefined(network) && theirs.includes(network))) return null
    const shared = ours.some((network) => theirs.includes(network))
    const values = { name, where, ours: ours.join(', '), theirs: theirs.join(', ') }
    return {
      words: shared ? DEFAULT_BRIDGE : ELSEWHERE,
      values,
      mends: introduced(docker, own, meant),
      ...at,
    }
  },
}

function isCalled(container: ContainerInspect, name: string): boolean {
  return (
    nameOf(container) === name ||
    container.Config.Labels?.['com.docker.compose.service'] === name ||
    endpointsOf(container).some(([, { Aliases }]) => Aliases?.includes(name) === true)
  )
}

function networksOf(container: ContainerInspect): readonly string[] {
  return endpointsOf(container).map(([network]) => network)
}

/** A network that both are on: one of the two, or one that is made for them. */
function introduced(docker: Docker, own: ContainerInspect, other: ContainerInspect): Mend[] {
  const line = (words: string): Command => ({ machine: docker.machine, line: words })
  const join = (network: string, one: ContainerInspect): Command =>
    line(`docker network connect ${network} ${nameOf(one)}`)
  const theirs = networksOf(other).find(isUserDefined)
  if (theirs !== undefined) return [mend([join(theirs, own)])]
  const ours = networksOf(own).find(isUserDefined)
  if (ours !== undefined) return [mend([join(ours, other)])]
  const fresh = ['mynet', 'app-net', 'names-net'].find((name) => docker.network(name) === null) ?? 'mynet'
  return [mend([line(`docker network create ${fresh}`), join(fresh, own), join(fresh, other)])]
}
