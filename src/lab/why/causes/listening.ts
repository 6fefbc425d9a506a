// The packet came to its host, and nothing took it: nobody listens, or only on 127.0.0.1, or DNAT should have sent it on.
import { formatInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import { ownersOf } from '../lookups.ts'
import type { Listener, Scene } from '../scene.ts'

const LOOPBACK_ONLY: Words = {
  en: '{program} in {where} listens on 127.0.0.1:{port} only: {protocol} to {address} finds nobody there.',
  ko: '{where}의 {programKo}이(가) 127.0.0.1:{port}에서만 듣습니다: {address}(으)로 온 {protocol}은(는) 받을 곳이 없습니다.',
}
const NOBODY: Words = {
  en: 'Nothing in {where} listens on {protocol} port {port}: the packet arrives and is refused.',
  ko: '{where}에서 {protocol} {port}번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
}
const NO_DNAT: Words = {
  en: 'Nothing in {where} listens on {protocol} port {port}, and no DNAT rule there sends it on to {server} ({to}), which does listen.',
  ko: '{where}에서 {protocol} {port}번 포트를 듣는 것이 없고, 듣고 있는 {server}({to})(으)로 보내는 DNAT 규칙도 없습니다.',
}
const BAD_DNAT: Words = {
  en: 'DNAT sends it to {wrong}, where nothing listens; {server} listens on {to}.',
  ko: 'DNAT가 {wrong}(으)로 보내지만 거기서는 듣는 것이 없습니다. {server}이(가) {to}에서 듣고 있습니다.',
}

export const listening: Cause = {
  id: 'nothing-listening',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped' || fate.reply || fate.event.reason !== 'NO_SOCKET') return null
    const { packet, event } = fate
    const { payload } = packet
    const netns = scene.netns(event)
    if (!netns || (payload.kind !== 'tcp' && payload.kind !== 'udp')) return null
    const protocol = payload.kind
    const port = payload.dport
    const values = { where: scene.name(netns), protocol, port, address: formatInet(packet.dst) }
    const here = scene.listeners(netns, protocol).filter((l) => l.port === port)
    const device = null
    if (here.some((l) => l.own)) {
      const server = serverOf(scene, netns, port, protocol)
      return {
        words: LOOPBACK_ONLY,
        values: {
          ...values,
          program: server?.program ?? 'a program',
          programKo: server?.program ?? '프로그램',
        },
        mends: server ? [rebound(scene, netns, server)] : [],
        netns: netns.id,
        device,
      }
    }
    const redirected = fate.trail.events.some((e) => e.kind === 'nat' && e.manip === 'DNAT')
    const elsewhere = serving(scene, redirected ? null : netns, netns.machine, protocol, port)
    const [server] = elsewhere
    if (server && (redirected || throughRouter(scene, netns))) {
      const to = `${formatInet(server.address)}:${server.port}`
      return {
        words: redirected ? BAD_DNAT : NO_DNAT,
        values: { ...values, server: scene.name(server.netns), to, wrong: `${values.address}:${port}` },
        mends: redirected
          ? corrected(scene, `${values.address}:${port}`, values.address, elsewhere)
          : elsewhere.flatMap((s) => forwarded(scene, netns, protocol, packet.dst, port, s)),
        netns: netns.id,
        device,
      }
    }
    return { words: NOBODY, values, mends: served(scene, netns, protocol, port), netns: netns.id, device }
  },
}

/** DNAT leads to an address that nobody has. */
export const deadDnat: Cause = {
  id: 'unreachable-dnat',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent' || fate.reply) return null
    const nat = fate.trail.events.findLast((e) => e.kind === 'nat' && e.manip === 'DNAT')
    const netns = nat && scene.netns(nat)
    if (nat?.kind !== 'nat' || !netns || typeof nat.after.dst !== 'number') return null
    if (ownersOf(scene, nat.after.dst).length > 0) return null
    const protocol = nat.after.protocol === 17 ? 'udp' : 'tcp'
    const address = formatInet(nat.after.dst)
    const elsewhere = serving(scene, netns, netns.machine, protocol, nat.after.dport)
    return {
      words: {
        en: 'DNAT in {where} sends it to {wrong}, an address that nobody has.',
        ko: '{where}의 DNAT가 {wrong}(으)로 보내지만 그 주소를 가진 것이 없습니다.',
      },
      values: { where: scene.name(netns), wrong: `${address}:${nat.after.dport}` },
      mends: corrected(scene, `${address}:${nat.after.dport}`, address, elsewhere),
      netns: netns.id,
      device: null,
    }
  },
}

interface Serving extends Listener {
  /** Where it can be reached. */
  readonly address: number
}

/** Who else listens, on the same port, or on any; those of the same machine first. */
function serving(
  scene: Scene,
  but: NetnsView | null,
  machine: string,
  protocol: 'tcp' | 'udp',
  port: number,
): Serving[] {
  const found: Serving[] = []
  for (const other of scene.namespaces) {
    if (other === but || other.machine !== machine || other === scene.source) continue
    for (const listener of scene.listeners(other, protocol)) {
      const [own] = scene.holdersOf(other)
      if (listener.own || !own) continue
      found.push({ ...listener, address: listener.address === 0 ? own.address : listener.address })
    }
  }
  const rank = (s: Serving): number =>
    (s.port === port ? 2 : 0) + (String(port).endsWith(String(s.port)) ? 1 : 0)
  return found.sort((a, b) => rank(b) - rank(a)).slice(0, 3)
}

function throughRouter(scene: Scene, netns: NetnsView): boolean {
  return netns.forwarding || scene.holdersOf(netns).length > 1
}

function forwarded(
  scene: Scene,
  netns: NetnsView,
  protocol: string,
  dst: number,
  port: number,
  server: Serving,
): Mend[] {
  const chain = netns === scene.source ? 'OUTPUT' : 'PREROUTING'
  const to = `${formatInet(server.address)}:${server.port}`
  const line = `iptables -t nat -A ${chain} -d ${formatInet(dst)} -p ${protocol} --dport ${port} -j DNAT --to-destination ${to}`
  return [mend([run(scene.outcome.lab, netns, line)])]
}

/** The rule that led astray, with where it should lead. */
function corrected(scene: Scene, wrong: string, address: string, servers: readonly Serving[]): Mend[] {
  const { lab } = scene.outcome
  return scene.namespaces.flatMap((netns) =>
    scene
      .inside(netns)
      .firewall.filter((t) => t.name === 'nat' && t.family === 'ip')
      .flatMap((t) => t.chains)
      .flatMap((chain) =>
        chain.rules.flatMap(({ number, text }) => {
          const old = /--to-destination (\S+)/.exec(text)?.[1]
          if (old !== wrong && old !== address) return []
          return servers.map((s, n) => {
            const to = `${formatInet(s.address)}:${s.port}`
            const rule = text.replace(`--to-destination ${old}`, `--to-destination ${to}`)
            return mend([run(lab, netns, `iptables -t nat -R ${chain.name} ${number} ${rule}`)], n * 0.1)
          })
        }),
      ),
  )
}

interface Server {
  readonly pid: number
  readonly program: string
  readonly argv: readonly string[]
}

export function serverOf(
  scene: Scene,
  netns: NetnsView,
  port: number,
  protocol: 'tcp' | 'udp',
): Server | null {
  const node = scene.outcome.lab.machine(netns.machine)
  for (const task of node?.machine.system.table.all() ?? []) {
    if (task.pid === 1 || `${netns.machine}/${task.netns.inode}` !== netns.id || !task.sockets?.size) continue
    if (task.argv.some((word) => word.includes(String(port))) || protocol === 'udp')
      return { pid: task.pid, program: task.comm, argv: task.argv }
  }
  return null
}

/** The same program, started again to listen on every address. */
function rebound(scene: Scene, netns: NetnsView, { pid, argv }: Server): Mend {
  const words = argv.map((word) => word.replace('127.0.0.1', '0.0.0.0').replace(/^localhost$/, '0.0.0.0'))
  const { lab } = scene.outcome
  return mend([
    { machine: netns.machine, line: `kill ${pid}` },
    run(lab, netns, `${words.join(' ')} >/dev/null 2>&1 &`),
  ])
}

/** Where a web server is expected, whoever asks. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 8000, 8080, 8888])

/** A server for the port: what a person would start to try it out. */
export function served(
  { outcome: { lab }, probe }: Scene,
  netns: NetnsView,
  protocol: 'tcp' | 'udp',
  port: number,
  family: 4 | 6 = 4,
): Finding['mends'] {
  // nc answers no question for a name.
  if (probe.kind === 'name') return []
  const web = WEB_PORTS.has(port) || probe.program === 'curl' || probe.program === 'wget'
  const six = family === 6
  const server =
    protocol === 'udp'
      ? `nc ${six ? '-6 ' : ''}-u -k -l ${port}`
      : web
        ? `python3 -m http.server ${port}${six ? ' --bind ::' : ''}`
        : `nc ${six ? '-6 ' : ''}-lk -p ${port}`
  return [mend([run(lab, netns, `${server} >/dev/null 2>&1 &`)], 0.5)]
}
