// A flow that connection tracking has known for long: its first translation stays, whatever rules say by now
// (Ref: net/netfilter/nf_nat_core.c:nf_nat_inet_fn(), which asks the nat table of new connections only).
import { formatInet } from '../../../wire/inet.ts'
import type { TraceEvent, TraceFlow } from '../../../sim/trace.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, run } from '../commands.ts'

const STALE: Words = {
  en: 'Connection tracking in {where} has known the flow {flow} since before: it keeps the translation it was given then ({to}), and no rule of nat is asked again until the entry is gone.',
  ko: '{where}의 연결 추적이 플로우 {flow}을(를) 전부터 알고 있습니다: 그때 정한 변환({to})을 그대로 쓰며, 그 항목이 사라질 때까지 nat 규칙을 다시 보지 않습니다.',
}

type Tracked = Extract<TraceEvent, { kind: 'conntrack' }>

const IPPROTO_TCP = 6

export const staleFlow: Cause = {
  id: 'stale-conntrack',
  find(scene) {
    const { fate } = scene
    if (fate.kind === 'through' || fate.kind === 'unsent' || fate.reply) return null
    const { events } = fate.trail
    const known = events.find((e): e is Tracked => e.kind === 'conntrack' && isKnown(e, events))
    const netns = known && scene.netns(known)
    const { flow } = known ?? {}
    if (!netns || !flow || flow.protocol === IPPROTO_TCP) return null
    const { firewall, flows } = scene.inside(netns)
    const text = `${endOf(flow.src, flow.sport)} > ${endOf(flow.dst, flow.dport)}`
    const entry = flows.find(({ original }) => original === text)
    if (
      !entry ||
      !firewall.some(({ name, chains }) => name === 'nat' && chains.some((c) => c.rules.length > 0))
    )
      return null
    const nat = events.find((e) => e.kind === 'nat' && scene.netns(e) === netns)
    return {
      words: STALE,
      values: {
        where: scene.name(netns),
        flow: text,
        to: nat?.kind === 'nat' ? endOf(nat.after.dst, nat.after.dport) : endOf(flow.dst, flow.dport),
      },
      mends: [mend([run(scene.outcome.lab, netns, `conntrack -D ${entry.filter}`)], -0.5)],
      netns: netns.id,
      device: null,
    }
  },
}

/** No chain of nat was asked where it was tracked. */
function isKnown({ machine, netns, flow }: Tracked, events: readonly TraceEvent[]): boolean {
  const asked = events.some(
    (e) =>
      (e.kind === 'rule' || e.kind === 'policy') &&
      e.table === 'nat' &&
      e.machine === machine &&
      e.netns === netns,
  )
  return flow !== null && !asked
}

function endOf(address: TraceFlow['src'], port: number): string {
  return typeof address === 'number' ? `${formatInet(address)}:${port}` : `${address}:${port}`
}
