// A rule or a policy of iptables drops or rejects it, in whatever table and chain, bridged packets included.
import type { TraceEvent } from '../../../sim/trace.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import type { DeviceView } from '../../view.ts'
import { deviceAt } from '../lookups.ts'
import { asymmetric } from './asymmetric.ts'
import { clusterMaker } from './clusterrules.ts'
import { dockerMaker } from './dockerrules.ts'
import { matchOf, type Judgement, type Maker } from './judgement.ts'

export type Verdict = Extract<TraceEvent, { kind: 'rule' } | { kind: 'policy' }>

export const POLICY: Words = {
  en: '{where}’s {chain} chain drops {what}: policy DROP, no rule matched.',
  ko: '{where}의 {chain} 체인이 {what} 버립니다: 맞는 규칙이 없고 정책이 DROP입니다.',
}
export const RULE: Words = {
  en: '{where}’s {chain} chain drops {what}: rule {number} matches ({rule}).',
  ko: '{where}의 {chain} 체인이 {what} 버립니다: {number}번 규칙에 걸렸습니다({rule}).',
}
export const REJECT: Words = {
  en: '{where}’s {chain} chain rejects {what}: rule {number} matches ({rule}).',
  ko: '{where}의 {chain} 체인이 {what} 거부합니다: {number}번 규칙에 걸렸습니다({rule}).',
}
const BRIDGED: Words = {
  en: '; it only crosses a bridge, but net.bridge.bridge-nf-call-iptables is 1.',
  ko: ' 브리지만 지나는 패킷이지만 net.bridge.bridge-nf-call-iptables가 1이라 여기를 거칩니다.',
}

/** Opening a policy lets everything through; taking a rule out, all it stood against. */
export const PRICE_OF_POLICY = 2.5
export const PRICE_OF_DELETION = 1.2

export const firewall: Cause = {
  id: 'firewall',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped' || fate.event.reason !== 'NETFILTER_DROP') return null
    const { event, trail, packet } = fate
    const netns = scene.netns(event)
    const verdict = trail.events.findLast((e): e is Verdict => e.skb === event.skb && decides(e))
    if (!netns || !verdict) return null
    const rules = scene
      .inside(netns)
      .firewall.find((t) => t.name === verdict.table && t.family === verdict.family)
      ?.chains.find((c) => c.name === verdict.chain)
      ?.rules.map(({ text }) => text)
    const rule = verdict.kind === 'rule' ? (rules?.[verdict.number - 1] ?? null) : null
    const bridge = crossed(scene, trail.events, event)
    const { table, chain } = verdict
    const judged = { netns, table, chain, rule, rules: rules ?? [], packet, bridge: bridge?.name ?? null }
    const maker = verdict.kind === 'policy' || rule !== null ? makerOf(scene, judged, fate.reply) : null
    const base = verdict.kind === 'policy' ? POLICY : verdict.target?.startsWith('REJECT') ? REJECT : RULE
    const what = fate.reply ? { en: 'the reply', ko: '응답을' } : { en: 'it', ko: '패킷을' }
    const after = { en: maker ? ` ${maker.words.en}` : '', ko: maker ? ` ${maker.words.ko}` : '' }
    return {
      words: {
        en:
          (bridge
            ? base.en.replace('{what}', what.en).replace(/\.$/, BRIDGED.en)
            : base.en.replace('{what}', what.en)) + after.en,
        ko: base.ko.replace('{what}', what.ko) + (bridge ? BRIDGED.ko : '') + after.ko,
      },
      values: {
        ...maker?.values,
        where: scene.name(netns),
        chain: table === 'filter' ? chain : `${table} ${chain}`,
        number: verdict.kind === 'rule' ? verdict.number : 0,
        rule: rule ?? '',
      },
      // What others made they make again: a person's own rules stand elsewhere.
      mends: [...(maker?.mends ?? []), ...(maker && isTheirs(judged) ? [] : mends(scene, verdict, judged))],
      netns: netns.id,
      device: null,
    } satisfies Finding
  },
}

function isTheirs({ table, chain }: Judgement): boolean {
  return table === 'filter' && /^(DOCKER|KUBE)-/.test(chain)
}

function makerOf(scene: Scene, judged: Judgement, answer: boolean): Maker | null {
  return dockerMaker(scene, judged) ?? clusterMaker(scene, judged) ?? asymmetric(scene, judged, answer)
}

export function decides(event: TraceEvent): boolean {
  return event.kind === 'policy' ? event.verdict === 'DROP' : event.kind === 'rule' && event.miss === null
}

/** The bridge that it came to the hook in the middle of. */
function crossed(scene: Scene, events: readonly TraceEvent[], drop: TraceEvent): DeviceView | null {
  const last = events.findLast((e) => e.skb === drop.skb && e.kind === 'step')
  if (last?.kind !== 'step' || last.fn !== 'brForward') return null
  const port = deviceAt(scene, last)
  return port && (scene.device(port.master) ?? port)
}

function mends(scene: Scene, verdict: Verdict, { netns, table, chain, packet, bridge }: Judgement): Mend[] {
  const { lab } = scene.outcome
  const to = table === 'filter' ? 'iptables' : `iptables -t ${table}`
  const match = matchOf(packet)
  const place = verdict.kind === 'rule' ? `-I ${chain} ${verdict.number}` : `-A ${chain}`
  const found: Mend[] = []
  const tracked = `-m conntrack --ctstate RELATED,ESTABLISHED`
  const established = run(lab, netns, `${to} ${place} ${tracked} -j ACCEPT`)
  const narrow = run(lab, netns, `${to} ${place} ${match} -j ACCEPT`)
  found.push(mend([narrow]))
  if (table !== 'raw') {
    if (chain === 'FORWARD' || chain === 'INPUT') found.push(mend([established], 0.1))
    // Where answers come back through the same chain, a person lets in what belongs to what was let out.
    found.push(mend([narrow, established], chain === 'FORWARD' && verdict.kind === 'policy' ? 0 : 0.1))
  }
  if (bridge !== null)
    found.push(mend([run(lab, netns, 'sysctl -w net.bridge.bridge-nf-call-iptables=0')], 0.6))
  if (verdict.kind === 'rule')
    found.push(mend([run(lab, netns, `${to} -D ${chain} ${verdict.number}`)], PRICE_OF_DELETION))
  else found.push(mend([run(lab, netns, `${to} -P ${chain} ACCEPT`)], PRICE_OF_POLICY))
  return found
}
