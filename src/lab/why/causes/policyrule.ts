// A rule of policy routing sends it elsewhere than table main would, or nowhere (Ref: net/ipv4/fib_rules.c).
import type { TraceEvent } from '../../../sim/trace.ts'
import { formatInet, type Inet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend } from '../commands.ts'
import { trailsOf } from '../lookups.ts'
import { covers, readPrefix } from '../prefixes.ts'
import type { Scene } from '../scene.ts'

const REFUSES: Words = {
  en: 'A rule of {where} refuses it before its routes are asked: ip rule “{rule}”.',
  ko: '{where}의 정책 라우팅 규칙이 경로를 찾기 전에 거부합니다: ip rule “{rule}”.',
}
const ELSEWHERE: Words = {
  en: 'A rule of {where} has it looked up in another table than main: ip rule “{rule}”. There the way to {target} is “{route}”.',
  ko: '{where}의 정책 라우팅 규칙이 main이 아닌 테이블에서 찾게 합니다: ip rule “{rule}”. 거기서 {target}(으)로 가는 길은 “{route}”입니다.',
}

/** A line of `ip rule`, as far as it is looked at here. */
interface Rule {
  readonly pref: string
  readonly text: string
  /** null: it refuses. */
  readonly table: string | null
}

/** What `ip rule` shows where nobody has touched it. */
const OWN = /^(0|32766|32767):\s+from all lookup (local|main|default)$/

export const policyRule: Cause = {
  id: 'policy-rule',
  find(scene) {
    for (const { netns, src, dst } of lookups(scene)) {
      if (!byMain(netns, dst)) continue
      const rule = rulesOf(scene, netns).find(({ text }) => matches(text, src, dst))
      if (!rule) continue
      const { lab } = scene.outcome
      const route = rule.table === null ? '' : routeIn(scene, netns, rule.table, dst)
      // A table without a way hands on to the next rule.
      if (route === null) continue
      return {
        words: rule.table === null ? REFUSES : ELSEWHERE,
        values: { where: scene.name(netns), rule: rule.text, target: formatInet(dst), route },
        mends: [mend([ip(lab, netns, `rule del ${deletion(rule)}`)])],
        netns: netns.id,
        device: null,
      }
    }
    return null
  },
}

interface Lookup {
  readonly netns: NetnsView
  readonly src: Inet
  readonly dst: Inet
}

/** Where a way was looked for: at the sender, and wherever it came to. */
function lookups(scene: Scene): Lookup[] {
  const { source, target, fate } = scene
  if (target === null || fate.kind === 'through') return []
  const [own] = scene.holdersOf(source)
  const first = { netns: source, src: own?.address ?? 0, dst: target }
  const found = new Map([[`${source.id} ${target}`, first]])
  for (const { events, born } of trailsOf(fate)) {
    const { packet } = born
    // The way back to its source is looked for too (rp_filter), of who asks for a neighbour as well.
    const ends =
      packet.kind === 'ipv4'
        ? [
            { src: packet.src, dst: packet.dst },
            { src: packet.dst, dst: packet.src },
          ]
        : packet.kind === 'arp'
          ? [{ src: packet.tpa, dst: packet.spa }]
          : []
    for (const event of events) {
      const netns = asks(event) ? scene.netns(event) : null
      if (netns) for (const { src, dst } of ends) found.set(`${netns.id} ${dst}`, { netns, src, dst })
    }
  }
  return [...found.values()]
}

function asks({ kind }: TraceEvent): boolean {
  return kind === 'route' || kind === 'no-route'
}

function byMain({ routes }: NetnsView, dst: Inet): boolean {
  return routes.some(({ destination }) => {
    const prefix = readPrefix(destination)
    return prefix !== null && covers(prefix.address, prefix.length, dst)
  })
}

function rulesOf({ outcome: { lab } }: Scene, netns: NetnsView): Rule[] {
  const { machine, line } = ip(lab, netns, 'rule show')
  return lab
    .aside(machine, line)
    .output.split('\n')
    .filter((text) => text !== '' && !OWN.test(text))
    .map((text) => {
      const [, pref = '', rest = ''] = /^(\d+):\s+(.*)$/.exec(text) ?? []
      const refuses = /\b(unreachable|blackhole|prohibit)$/.test(rest)
      return { pref, text: rest, table: refuses ? null : (/lookup (\S+)/.exec(rest)?.[1] ?? '') }
    })
}

/** By its ends alone: marks and devices are not known here. */
function matches(text: string, src: Inet, dst: Inet): boolean {
  const fits = (selector: string, address: Inet): boolean => {
    const word = new RegExp(`\\b${selector} (\\S+)`).exec(text)?.[1] ?? 'all'
    const prefix = readPrefix(word === 'all' ? 'default' : word)
    return prefix !== null && covers(prefix.address, prefix.length, address)
  }
  return fits('from', src) && fits('to', dst) && !text.startsWith('not ') && !text.includes('fwmark')
}

/** The way to it in another table, as `ip route` writes it; null when that has none. */
function routeIn({ outcome: { lab } }: Scene, netns: NetnsView, table: string, dst: Inet): string | null {
  const { machine, line } = ip(lab, netns, `route show table ${table} match ${formatInet(dst)}`)
  const { output, status } = lab.aside(machine, line)
  const best = status === 0 ? output.trim().split('\n').at(-1) : ''
  return best === undefined || best === '' ? null : best.trim()
}

/** What of it tells it from the others. */
function deletion({ pref, text }: Rule): string {
  return `pref ${pref} ${text.replace(/ lookup /, ' table ')}`
}
