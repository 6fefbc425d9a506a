// Why a probe fails: the sentence, and the smallest commands that let it through, each tried on a copy of the lab. Read
// probe.ts, experiment.ts, fate.ts and scene.ts first.
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import { isMapped, parseInet6 } from '../../wire/inet6.ts'
import type { Copier } from '../journal.ts'
import type { Lab } from '../lab.ts'
import type { Story } from '../story.ts'
import { storyOf } from '../story.ts'
import type { DeviceId, NetnsId } from '../view.ts'
import { sentenceOf, type Finding, type Sentence } from './cause.ts'
import { CAUSES } from './causes.ts'
import { CAUSES6 } from './causes/ipv6.ts'
import type { Command } from './commands.ts'
import { Docker, nameOf } from './docker.ts'
import { experiment, inside } from './experiment.ts'
import type { Fate } from './fate.ts'
import { withParticles } from './particles.ts'
import { nameProbe, wantsIpv6, type Probe } from './probe.ts'
import { behindProxy } from './proxied.ts'
import { Scene } from './scene.ts'
import { search, type Trial, type Watcher } from './search.ts'
import { fate6Of } from './trail6.ts'

export interface Answer {
  readonly probe: Probe
  /** It got through. */
  readonly reached: boolean
  /** Name of the cause; null when there is none. */
  readonly cause: string | null
  readonly sentence: Sentence
  /** The smallest list of commands after which it got through; null when none was found. */
  readonly mend: readonly Command[] | null
  readonly netns: NetnsId
  readonly device: DeviceId | null
  /** Of the packet that died; null when none was sent. */
  readonly story: Story | null
}

const REACHED: Sentence = {
  en: 'It gets through: nothing is wrong now.',
  ko: '통신이 됩니다: 지금은 문제가 없습니다.',
}
const GONE: Sentence = {
  en: 'The namespace it ran in is gone.',
  ko: '실행했던 네임스페이스가 없어졌습니다.',
}

const UNWATCHED: Watcher = { trying: () => {}, tired: () => false }

/** null: what keeps it from getting through is none of what is known here. */
export function explain(copy: Copier, probe: Probe, watcher: Watcher = UNWATCHED): Answer | null {
  const lab = copy()
  const scene = attempt(lab, probe)
  if (!scene && isThere(lab, probe)) return null
  const at = { probe, netns: `${probe.machine}/${probe.netns}`, device: null }
  if (!scene) return { ...at, reached: false, cause: null, sentence: GONE, mend: null, story: null }
  if (passes(scene)) {
    return { ...at, reached: true, cause: null, sentence: REACHED, mend: [], story: storyOfScene(scene) }
  }
  const findings = diagnose(scene)
  const story = storyOfScene(scene)
  // Where it ends otherwise when it is only asked again, no mend can be judged.
  const again = attempt(lab, probe)
  const failed = again && endOf(again) === endOf(scene) ? lab : null
  const container = scene.docker(scene.source.machine)?.in(scene.source.id)
  const trial = (on: Lab): Trial | null => {
    const next = attempt(on, container ? within(on, probe, nameOf(container)) : probe)
    return next && { passes: passes(next), findings: () => diagnose(next) }
  }
  const found = search(copy, failed, findings, trial, watcher)
  const told = found?.finding ?? findings[0]
  if (!told) return null
  const { netns, device } = told.finding
  return {
    probe,
    reached: false,
    cause: told.cause,
    sentence: aboutNames(scene, told, sentenceOf(told.finding)),
    mend: found?.commands ?? null,
    netns,
    device,
    story,
  }
}

export interface Diagnosis {
  readonly cause: string
  readonly finding: Finding
}

/** What may be the cause, the likeliest first; the last, which fits everything, only when nothing else does. */
export function diagnose(scene: Scene): Diagnosis[] {
  const proxied = behindProxy(scene)
  if (proxied)
    return diagnose(proxied.scene).map((told) => ({ ...told, finding: proxied.told(told.finding) }))
  const found: Diagnosis[] = []
  for (const { id, find } of scene.target6 === null ? CAUSES : CAUSES6) {
    if (id === 'other' && found.length > 0) break
    const finding = find(scene)
    if (finding) found.push({ cause: id, finding })
    if (finding?.sure) break
  }
  return found
}

/** What keeps a resolver from being heard is said of it. */
function aboutNames({ probe, target, fate }: Scene, { cause }: Diagnosis, { en, ko }: Sentence): Sentence {
  if (probe.kind !== 'name' || target === null || fate.kind === 'through' || cause === 'unknown-name')
    return { en, ko }
  const resolver = formatInet(target)
  const lower = en.replace(/^(Nothing|Nobody|No|The|Port|Bridge|Container|Network)\b/, (word) =>
    word.toLowerCase(),
  )
  return {
    en: `The resolver ${resolver} does not answer for ${probe.host}: ${lower}`,
    ko: withParticles(`리졸버 ${resolver}이(가) ${probe.host}을(를) 답하지 않습니다: ${ko}`),
  }
}

/** Runs the probe on this copy; a name is resolved first, and when that fails it is that which is looked into. */
export function attempt(lab: Lab, probe: Probe): Scene | null {
  if (probe.kind === 'name') return resolution(lab, probe)
  const given = parseInet(probe.host)
  if (given !== null) return Scene.of(experiment(lab, probe), given)
  const given6 = parseInet6(probe.host.replace(/%.*$/, ''))
  if (given6 !== null) return Scene.of(experiment(lab, probe), given6)
  if (wantsIpv6(probe)) {
    const address = parseInet6(firstOf(lab, probe, 'ahostsv6'))
    return address === null || isMapped(address) ? null : Scene.of(experiment(lab, probe), address)
  }
  const address = parseInet(firstOf(lab, probe, 'ahostsv4'))
  return address === null ? resolution(lab, nameProbe(probe)) : Scene.of(experiment(lab, probe), address)
}

/** What its name stands for; empty when that is not known. */
function firstOf(lab: Lab, probe: Probe, database: string): string {
  const { output, status } = lab.aside(probe.machine, inside(lab, probe, `getent ${database} ${probe.host}`))
  return (status === 0 ? output.split(/\s/)[0] : null) ?? ''
}

/** A container that was made again has another namespace. */
function within(lab: Lab, probe: Probe, container: string): Probe {
  if (isThere(lab, probe)) return probe
  const netns = Docker.of(lab, probe.machine)?.netnsOf(container)?.split('/')[1]
  return netns === undefined ? probe : { ...probe, netns: Number(netns) }
}

function isThere(lab: Lab, { machine, netns }: Probe): boolean {
  return [...(lab.nodes.get(machine)?.kernel.nets ?? [])].some((net) => net.inode === netns)
}

function resolution(lab: Lab, probe: Probe): Scene | null {
  return Scene.of(experiment(lab, probe), serverOf(lab, probe))
}

/** The resolver that is asked. */
function serverOf(lab: Lab, probe: Probe): Inet | null {
  const given = /@(\S+)/.exec(probe.command)?.[1]
  if (given !== undefined) return parseInet(given)
  const { output } = lab.aside(probe.machine, inside(lab, probe, 'cat /etc/resolv.conf'))
  const line = /^\s*nameserver\s+(\S+)/m.exec(output)?.[1]
  return line === undefined ? null : parseInet(line)
}

/** A name that is known only through /etc/hosts is no answer of a resolver. */
function passes({ fate, outcome: { status }, probe }: Scene): boolean {
  if (fate.kind !== 'through') return false
  return probe.kind === 'name' ? fate.answered : probe.kind === 'udp' || status === 0
}

/** How and where it ended. */
function endOf(scene: Scene): string {
  const { fate, target6, outcome } = scene
  const end = target6 === null ? ('event' in fate ? fate.event : null) : fate6Of(outcome, target6).death
  const died = end?.kind === 'drop' ? `${end.fn} ${end.reason}` : end?.kind
  return [passes(scene), fate.kind, end?.machine, end?.netns, end?.device, died].join(' ')
}

function storyOfScene({ fate, target6, outcome }: Scene): Story | null {
  const { packets, lab } = outcome
  const skb = target6 === null ? skbOf(fate) : fate6Of(outcome, target6).skb
  const story = skb === null ? null : packets.story(skb, lab.names, storyOf)
  // What a copy remembers is not of the lab.
  return story && { ...story, earlier: null }
}

/** The packet a probe was, before anything became of it. */
function skbOf(fate: Fate): number | null {
  if (fate.kind === 'unsent') return null
  return fate.kind === 'through' ? fate.skb : fate.trail.born.skb
}
