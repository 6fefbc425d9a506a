// A connection that docker-proxy took: what became of the one it made in turn.
import { formatInet, isLoopback, parseInet, type Inet } from '../../wire/inet.ts'
import type { NetnsView } from '../view.ts'
import type { Finding } from './cause.ts'
import { PROXY } from './causes/dockerports.ts'
import { Scene } from './scene.ts'

const TAKEN = {
  en: 'docker-proxy takes it on {door} and itself connects to {inner}. ',
  ko: '{door}에서 docker-proxy가 받아 {inner}(으)로 직접 연결합니다. ',
}

export interface Proxied {
  readonly scene: Scene
  /** What was found behind it, with how it came there. */
  readonly told: (finding: Finding) => Finding
}

/** null: it was answered by another program, or by none. */
export function behindProxy(scene: Scene): Proxied | null {
  const { outcome, probe, fate, target } = scene
  if (probe.kind !== 'tcp' || fate.kind !== 'through' || probe.program === PROXY || target === null)
    return null
  const root = answering(scene, target)
  const to = root && proxyOf(scene, root)
  if (!root || !to || !goesOn(scene, root, to)) return null
  const inode = Number(root.id.split('/')[1])
  const host = formatInet(to.address)
  const inner = Scene.of(
    {
      ...outcome,
      probe: { ...probe, machine: root.machine, netns: inode, host, port: to.port, program: PROXY },
    },
    to.address,
  )
  if (!inner) return null
  const values = { door: `${scene.name(root)}:${probe.port}`, inner: `${host}:${to.port}` }
  return {
    scene: inner,
    told: (finding) => ({
      ...finding,
      words: { en: TAKEN.en + finding.words.en, ko: TAKEN.ko + finding.words.ko },
      values: { ...finding.values, ...values },
    }),
  }
}

/** The machine it came to. */
function answering(scene: Scene, target: Inet): NetnsView | null {
  if (isLoopback(target)) return scene.source.root ? scene.source : null
  return scene.holding(target).find(({ netns }) => netns.root)?.netns ?? null
}

interface Behind {
  readonly address: Inet
  readonly port: number
}

function proxyOf(scene: Scene, { machine }: NetnsView): Behind | null {
  for (const { argv, state } of scene.outcome.lab.machine(machine)?.machine.system.table.all() ?? []) {
    if (state === 'Z' || argv[0]?.endsWith(PROXY) !== true) continue
    const option = (name: string): string => argv[argv.indexOf(name) + 1] ?? ''
    const address = parseInet(option('-container-ip'))
    const mine = option('-proto') === 'tcp' && Number(option('-host-port')) === scene.probe.port
    if (mine && address !== null) return { address, port: Number(option('-container-port')) }
  }
  return null
}

function goesOn({ outcome }: Scene, root: NetnsView, { address, port }: Behind): boolean {
  return outcome.events.some((e) => {
    if (e.kind !== 'born' || e.packet.kind !== 'ipv4' || `${e.machine}/${e.netns}` !== root.id) return false
    const { dst, payload } = e.packet
    return dst === address && payload.kind === 'tcp' && payload.dport === port
  })
}
