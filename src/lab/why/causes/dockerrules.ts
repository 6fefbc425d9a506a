// Rules and policies that Docker made: for which container or network, and what a person would do about them.
// (Ref: moby daemon/libnetwork/drivers/bridge/internal/iptabler)
import type { Ipv4 } from '../../../wire/ipv4.ts'
import { parseInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import { nameOf, type Docker } from '../docker.ts'
import type { Scene } from '../scene.ts'
import { matchOf, type Judgement, type Maker } from './judgement.ts'

const DIRECT: Words = {
  en: 'Docker made this rule for container {container}: only its own network ({network}) may reach its address.',
  ko: 'Docker가 컨테이너 {container}을(를) 위해 만든 규칙입니다: 그 주소에는 같은 네트워크({network})에서만 닿을 수 있습니다.',
}
const LOOPBACK: Words = {
  en: 'Docker made this rule because port {port} is published on 127.0.0.1 only.',
  ko: '{port}번 포트가 127.0.0.1에만 게시되어 있어 Docker가 만든 규칙입니다.',
}
const ISOLATION: Words = {
  en: 'Docker made this rule to keep its networks apart: nothing passes from another one into {network}.',
  ko: 'Docker가 네트워크들을 서로 떼어 놓으려고 만든 규칙입니다: 다른 네트워크에서 {network}(으)로는 아무것도 지나지 못합니다.',
}
const INTERNAL: Words = {
  en: 'Docker made this rule for network {network}, which was made with --internal: nothing passes between it and the outside.',
  ko: '--internal로 만든 네트워크 {network}을(를) 위해 Docker가 만든 규칙입니다: 바깥과는 아무것도 오가지 못합니다.',
}
const NO_ICC: Words = {
  en: 'Docker made this rule for network {network}, where com.docker.network.bridge.enable_icc is false: its containers may not talk to each other.',
  ko: 'com.docker.network.bridge.enable_icc가 false인 네트워크 {network}을(를) 위해 Docker가 만든 규칙입니다: 그 안의 컨테이너끼리 통신하지 못합니다.',
}
const UNPUBLISHED: Words = {
  en: 'Docker made this rule for network {network}: from outside only published ports are let in.',
  ko: 'Docker가 네트워크 {network}을(를) 위해 만든 규칙입니다: 바깥에서는 게시한 포트로만 들어올 수 있습니다.',
}
const POLICY: Words = {
  en: 'Docker sets this policy when it starts.',
  ko: 'Docker가 시작할 때 정하는 정책입니다.',
}
const FLUSHED: Words = {
  en: 'Docker set this policy, and the rules by which it lets its containers’ packets through are gone from FORWARD, as after iptables -F.',
  ko: 'Docker가 정한 정책인데, 컨테이너의 패킷을 통과시키던 Docker의 규칙이 FORWARD에서 사라졌습니다. iptables -F를 실행하면 이렇게 됩니다.',
}

export function dockerMaker(scene: Scene, judged: Judgement): Maker | null {
  const docker = scene.docker(judged.netns.machine)
  if (!docker || !judged.netns.root) return null
  const said = saidOf(docker, judged)
  if (!said) return null
  const { words, values = {}, mends = [] } = said
  return {
    words,
    values,
    mends: [...mends, ...connected(scene, docker, judged.packet), ...allowed(scene, judged)],
  }
}

interface Said {
  readonly words: Words
  readonly values?: Readonly<Record<string, string>>
  readonly mends?: readonly Mend[]
}

function saidOf(docker: Docker, { netns, chain, table, rule, rules }: Judgement): Said | null {
  if (rule === null) return chain === 'FORWARD' ? policySaid(docker, netns, rules) : null
  const bridge = /(?:^| )-[io] (\S+)/.exec(rule)?.[1] ?? ''
  const network = docker.ofBridge(bridge)?.Name
  if (table === 'raw' && chain === 'PREROUTING') {
    const port = /^-d 127\.0\.0\.1\/32 ! -i lo .*--dport (\d+)/.exec(rule)?.[1]
    if (port !== undefined) return { words: LOOPBACK, values: { port } }
    const address = parseInet(/^-d ([\d.]+)\/32 ! -i \S+ -j DROP/.exec(rule)?.[1] ?? '')
    const at = address === null ? null : docker.at(address)
    return at && { words: DIRECT, values: { container: nameOf(at.container), network: at.network } }
  }
  if (network === undefined) return null
  const values = { network }
  if (chain === 'DOCKER-ISOLATION-STAGE-2') return { words: ISOLATION, values }
  if (chain === 'DOCKER-ISOLATION-STAGE-1') return { words: INTERNAL, values }
  if (chain === 'DOCKER-FORWARD' && /^-i \S+ -o \S+ -j DROP/.test(rule)) return { words: NO_ICC, values }
  return chain === 'DOCKER' ? { words: UNPUBLISHED, values } : null
}

function policySaid(docker: Docker, netns: NetnsView, rules: readonly string[]): Said {
  if (rules.some((text) => text.includes('-j DOCKER-FORWARD'))) return { words: POLICY }
  return { words: FLUSHED, mends: [restarted(docker, netns)] }
}

/** The daemon writes its rules anew, and stops the containers that no policy starts again. */
function restarted({ containers, machine }: Docker, netns: NetnsView): Mend {
  const stopped = containers
    .filter(
      ({ State, HostConfig }) => State.Running && /^(no|on-failure)?$/.test(HostConfig.RestartPolicy.Name),
    )
    .map(nameOf)
  const restart = { machine: netns.machine, line: 'systemctl restart docker' }
  const start = { machine, line: `docker start ${stopped.join(' ')}` }
  return mend(stopped.length > 0 ? [restart, start] : [restart], -0.5)
}

/** Containers reach each other in a network they share. */
function connected(scene: Scene, docker: Docker, { src, dst }: Ipv4): Mend[] {
  const [from, to] = [docker.at(src), docker.at(dst)]
  if (!from || !to || from.network === to.network || docker.in(scene.source.id) !== from.container) return []
  return [
    mend([
      { machine: docker.machine, line: `docker network connect ${to.network} ${nameOf(from.container)}` },
    ]),
  ]
}

/** Docker leaves DOCKER-USER to the person, and asks it first. */
function allowed(scene: Scene, { netns, table, packet, bridge, rules, chain }: Judgement): Mend[] {
  if (table !== 'filter') return []
  const reached = chain !== 'FORWARD' || rules.some((text) => text.includes('-j DOCKER-USER'))
  if (!reached) return []
  const line = (words: string): Mend['commands'][number] =>
    run(scene.outcome.lab, netns, `iptables -I DOCKER-USER ${words} -j ACCEPT`)
  const whole = bridge === null ? [] : [mend([line(`-i ${bridge} -o ${bridge}`)], 0.2)]
  const back = line('-m conntrack --ctstate RELATED,ESTABLISHED')
  return [...whole, mend([line(matchOf(packet))]), mend([line(matchOf(packet)), back])]
}
