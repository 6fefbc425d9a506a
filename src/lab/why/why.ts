// Why a probe fails: the sentence, and the smallest commands that let it through, each tried on a copy of the lab. Read
// probe.ts, experiment.ts, fate.ts and scene.ts first.
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import type { Copier } from '../journal.ts'
import type { Lab } from '../lab.ts'
import type { Story } from '../story.ts'
import { storyOf } from '../story.ts'
import type { DeviceId, NetnsId } from '../view.ts'
import { sentenceOf, type Finding, type Sentence } from './cause.ts'
import { CAUSES } from './causes.ts'
import type { Command } from './commands.ts'
import { experiment, inside } from './experiment.ts'
import { nameProbe, type Probe } from './probe.ts'
import { Scene } from './scene.ts'
import { search } from './search.ts'

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

export function explain(copy: Copier, probe: Probe): Answer {
  const scene = attempt(copy(), probe)
  const at = { probe, netns: `${probe.machine}/${probe.netns}`, device: null }
  if (!scene) return { ...at, reached: false, cause: null, sentence: GONE, mend: null, story: null }
  if (passes(scene)) {
    return { ...at, reached: true, cause: null, sentence: REACHED, mend: [], story: storyOfScene(scene) }
  }
  const findings = diagnose(scene)
  const found = search(copy, findings, (lab) => {
    const next = attempt(lab, probe)
    return next && { passes: passes(next), findings: () => diagnose(next) }
  })
  const told = found?.finding ?? findings[0]
  if (!told) return { ...at, reached: false, cause: null, sentence: GONE, mend: null, story: null }
  const { netns, device } = told.finding
  return {
    probe,
    reached: false,
    cause: told.cause,
    sentence: aboutNames(scene, told, sentenceOf(told.finding)),
    mend: found?.commands ?? null,
    netns,
    device,
    story: storyOfScene(scene),
  }
}

export interface Diagnosis {
  readonly cause: string
  readonly finding: Finding
}

/** What may be the cause, the likeliest first; the last, which fits everything, only when nothing else does. */
export function diagnose(scene: Scene): Diagnosis[] {
  const found: Diagnosis[] = []
  for (const { id, find } of CAUSES) {
    if (id === 'other' && found.length > 0) break
    const finding = find(scene)
    if (finding) found.push({ cause: id, finding })
  }
  return found
}

/** What keeps a resolver from being heard is said of it. */
function aboutNames({ probe, target, fate }: Scene, { cause }: Diagnosis, { en, ko }: Sentence): Sentence {
  if (probe.kind !== 'name' || target === null || fate.kind === 'through' || cause === 'unknown-name')
    return { en, ko }
  const resolver = formatInet(target)
  const lower = en.replace(/^(Nothing|Nobody|The|Port|Bridge)\b/, (word) => word.toLowerCase())
  return {
    en: `The resolver ${resolver} does not answer for ${probe.host}: ${lower}`,
    ko: `리졸버 ${resolver}이(가) ${probe.host}을(를) 답하지 않습니다: ${ko}`,
  }
}

/** Runs the probe on this copy; a name is resolved first, and when that fails it is that which is looked into. */
export function attempt(lab: Lab, probe: Probe): Scene | null {
  if (probe.kind === 'name') return resolution(lab, probe)
  const given = parseInet(probe.host)
  if (given !== null) return Scene.of(experiment(lab, probe), given)
  const { output, status } = lab.aside(probe.machine, inside(lab, probe, `getent ahostsv4 ${probe.host}`))
  const address = status === 0 ? parseInet(output.split(/\s/)[0] ?? '') : null
  return address === null ? resolution(lab, nameProbe(probe)) : Scene.of(experiment(lab, probe), address)
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

function storyOfScene({ fate, outcome: { packets, lab } }: Scene): Story | null {
  if (fate.kind === 'unsent') return null
  const skb = fate.kind === 'through' ? fate.skb : fate.trail.born.skb
  const story = skb === null ? null : packets.story(skb, lab.names, storyOf)
  // What a copy remembers is not of the lab.
  return story && { ...story, earlier: null }
}
