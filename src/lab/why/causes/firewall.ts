// A rule or a policy of iptables drops or rejects it, in whatever table and chain, bridged packets included.
import type { TraceEvent } from '../../../sim/trace.ts'
import { formatInet } from '../../../wire/inet.ts'
import type { Ipv4 } from '../../../wire/ipv4.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import type { NetnsView } from '../../view.ts'

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
      ?.chains.find((c) => c.name === verdict.chain)?.rules
    const rule = verdict.kind === 'rule' ? rules?.[verdict.number - 1] : null
    const bridged = isBridged(scene, fate.trail.events, event)
    const base = verdict.kind === 'policy' ? POLICY : verdict.target?.startsWith('REJECT') ? REJECT : RULE
    const table = verdict.table === 'filter' ? '' : `${verdict.table} `
    const what = fate.reply ? { en: 'the reply', ko: '응답을' } : { en: 'it', ko: '패킷을' }
    return {
      words: {
        en: bridged
          ? base.en.replace('{what}', what.en).replace(/\.$/, BRIDGED.en)
          : base.en.replace('{what}', what.en),
        ko: base.ko.replace('{what}', what.ko) + (bridged ? BRIDGED.ko : ''),
      },
      values: {
        where: scene.name(netns),
        chain: `${table}${verdict.chain}`,
        number: verdict.kind === 'rule' ? verdict.number : 0,
        rule: rule?.text ?? '',
      },
      mends: mends(scene, netns, verdict, packet, bridged),
      netns: netns.id,
      device: null,
    } satisfies Finding
  },
}

export function decides(event: TraceEvent): boolean {
  return event.kind === 'policy' ? event.verdict === 'DROP' : event.kind === 'rule' && event.miss === null
}

/** It came to the hook from a bridge's port. */
function isBridged(scene: Scene, events: readonly TraceEvent[], drop: TraceEvent): boolean {
  const netns = scene.netns(drop)
  const steps = events.filter((e) => e.skb === drop.skb && e.kind === 'step')
  const last = steps.at(-1)
  return netns !== null && last?.kind === 'step' && last.fn.startsWith('br')
}

function mends(scene: Scene, netns: NetnsView, verdict: Verdict, packet: Ipv4, bridged: boolean): Mend[] {
  const { lab } = scene.outcome
  const { table, chain } = verdict
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
  if (bridged) found.push(mend([run(lab, netns, 'sysctl -w net.bridge.bridge-nf-call-iptables=0')], 0.6))
  if (verdict.kind === 'rule')
    found.push(mend([run(lab, netns, `${to} -D ${chain} ${verdict.number}`)], PRICE_OF_DELETION))
  else found.push(mend([run(lab, netns, `${to} -P ${chain} ACCEPT`)], PRICE_OF_POLICY))
  return found
}

/** The narrowest match: ends, protocol and the port that is asked for. */
function matchOf({ src, dst, payload }: Ipv4): string {
  const ends = `-s ${formatInet(src)} -d ${formatInet(dst)}`
  if (payload.kind === 'icmp') return `${ends} -p icmp`
  if (payload.kind !== 'tcp' && payload.kind !== 'udp') return ends
  const { sport, dport } = payload
  return dport > sport && sport < 1024
    ? `${ends} -p ${payload.kind} --sport ${sport}`
    : `${ends} -p ${payload.kind} --dport ${dport}`
}
