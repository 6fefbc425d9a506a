// A name that does not become an address: no resolver, one that is silent, one that does not know it.
import type { NetnsView } from '../../view.ts'
import type { Cause } from '../cause.ts'
import { mend, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { formatInet } from '../../../wire/inet.ts'

export const noResolver: Cause = {
  id: 'no-resolver',
  find(scene) {
    const { probe, source, target } = scene
    if (probe.kind !== 'name' || target !== null) return null
    return {
      words: {
        en: '{where} has no resolver: /etc/resolv.conf names no nameserver, so the name {name} gets no address.',
        ko: '{where}에 리졸버가 없습니다: /etc/resolv.conf에 nameserver가 없어 {name}의 주소를 알 수 없습니다.',
      },
      values: { where: scene.name(source), name: probe.host },
      mends: [...resolvers(scene), ...hostsLines(scene)],
      netns: source.id,
      device: null,
    }
  },
}

export const unknownName: Cause = {
  id: 'unknown-name',
  find(scene) {
    const { probe, source, target, outcome, fate } = scene
    if (probe.kind !== 'name' || fate.kind !== 'through' || target === null) return null
    const status = /status: (\w+)/.exec(outcome.output)?.[1] ?? 'NOERROR'
    return {
      words: {
        en: 'The resolver {address} answers {where}, but does not know {name} ({status}).',
        ko: '리졸버 {address}이(가) {where}에 답했지만 {name}을(를) 모릅니다({statusKo}).',
      },
      values: {
        address: formatInet(target),
        where: scene.name(source),
        name: probe.host,
        status: status === 'NOERROR' ? 'no such record' : status,
        statusKo: status === 'NOERROR' ? '그런 레코드 없음' : status,
      },
      mends: [...hostsLines(scene), ...resolvers(scene)],
      netns: source.id,
      device: null,
    }
  },
}

/** Nothing comes back from the resolver; what its packet died of is said first, if that is known. */
export const silentResolver: Cause = {
  id: 'resolver-silent',
  find(scene) {
    const { probe, source, target, fate } = scene
    if (probe.kind !== 'name' || target === null || fate.kind === 'through') return null
    return {
      words: {
        en: 'no answer comes from there to {where}.',
        ko: '{where}(으)로 답이 오지 않습니다.',
      },
      values: { where: scene.name(source) },
      mends: resolvers(scene),
      netns: source.id,
      device: null,
    }
  },
}

/** Where the files of a namespace are written. */
function etcOf(netns: NetnsView): { readonly folder: string; readonly made: boolean } {
  return netns.name === null
    ? { folder: '/etc', made: true }
    : { folder: `/etc/netns/${netns.name}`, made: false }
}

function resolvers(scene: Scene): Mend[] {
  const { source } = scene
  const servers = scene.namespaces.flatMap((netns) =>
    scene.listeners(netns, 'udp').some((l) => l.port === 53)
      ? scene.holders.filter(
          (h) =>
            h.netns === netns &&
            h.address !== scene.target &&
            (h.device.kind !== 'loopback' || h.length === 32),
        )
      : [],
  )
  const { folder, made } = etcOf(source)
  return servers.slice(0, 3).map(({ address }, n) => {
    const line = `echo nameserver ${formatInet(address)} >${folder}/resolv.conf`
    const written = { machine: source.machine, line: made ? line : `mkdir -p ${folder} && ${line}` }
    return { ...mend([written], n * 0.1), choice: 'resolver' }
  })
}

/** The name of a machine or a namespace of the lab can stand in /etc/hosts. */
function hostsLines(scene: Scene): Mend[] {
  const { probe, source } = scene
  // A container's files are its own.
  if (!source.root && source.name === null) return []
  const meant = scene.namespaces.find((n) => (n.name ?? n.machine) === probe.host)
  const [own] = meant ? scene.holdersOf(meant) : []
  if (!own) return []
  const { folder, made } = etcOf(source)
  const line = `echo ${formatInet(own.address)} ${probe.host} >>${folder}/hosts`
  return [mend([{ machine: source.machine, line: made ? line : `mkdir -p ${folder} && ${line}` }], 0.2)]
}
