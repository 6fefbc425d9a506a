// A port of a bridge is told not to let it pass: isolated from another, or without flooding
// (Ref: net/bridge/br_forward.c:should_deliver(), br_flood()).
import type { DeviceView, NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, run } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { stretches } from './farlink.ts'

const ISOLATED: Words = {
  en: 'Ports {device} and {other} of bridge {bridge} in {where} are isolated: an isolated port may talk to those only that are not.',
  ko: '{where}의 브리지 {bridge}의 포트 {device}와(과) {other}이(가) 격리(isolated)되어 있습니다: 격리된 포트끼리는 통신하지 못합니다.',
}
const NO_FLOOD: Words = {
  en: '{flag} is off at port {device} of bridge {bridge} in {where}: {what} is not sent out there.',
  ko: '{where}의 브리지 {bridge}의 포트 {device}에서 {flag}이(가) off입니다: {whatKo}이(가) 그리로 나가지 않습니다.',
}

/** What keeps a frame in that the bridge sends to every port. */
const FLOODS: readonly { readonly flag: string; readonly what: Words }[] = [
  { flag: 'bcast_flood', what: { en: 'broadcast, ARP among it,', ko: 'ARP를 비롯한 브로드캐스트' } },
  {
    flag: 'flood',
    what: {
      en: 'a frame for a MAC that the bridge has not learnt',
      ko: '브리지가 배우지 못한 MAC으로 가는 프레임',
    },
  },
]

export const portFlags: Cause = {
  id: 'port-flags',
  find(scene) {
    for (const { near, far } of stretches(scene)) {
      const way = far ? scene.links.path(near, far) : []
      const bridge = way.find((d) => d.kind === 'bridge')
      const netns = bridge && scene.netnsOf(bridge)
      if (!bridge || !netns) continue
      const ports = way.filter((d) => d.master === bridge.id)
      const flags = flagsOf(scene, netns)
      const has = (port: DeviceView, flag: string): boolean => flags.get(port.name)?.includes(flag) === true
      const at = { netns: netns.id, where: scene.name(netns), bridge: bridge.name }
      const set = (port: DeviceView, flag: string): ReturnType<typeof mend> =>
        mend([run(scene.outcome.lab, netns, `bridge link set dev ${port.name} ${flag}`)])
      const [first, second] = ports.filter((port) => has(port, 'isolated on'))
      if (first && second) {
        return {
          words: ISOLATED,
          values: { device: first.name, other: second.name, ...at },
          mends: [set(second, 'isolated off'), set(first, 'isolated off')],
          netns: netns.id,
          device: second.id,
        }
      }
      for (const { flag, what } of FLOODS) {
        const port = ports.find((one) => has(one, ` ${flag} off`))
        if (!port) continue
        return {
          words: NO_FLOOD,
          values: { flag, device: port.name, what: what.en, whatKo: what.ko, ...at },
          mends: [set(port, `${flag} on`)],
          netns: netns.id,
          device: port.id,
        }
      }
    }
    return null
  },
}

/** Of each port what `bridge -d link` says below it. */
function flagsOf({ outcome: { lab } }: Scene, netns: NetnsView): Map<string, string> {
  const { machine, line } = run(lab, netns, 'bridge -d link show')
  const { output } = lab.aside(machine, line)
  const ports = output.matchAll(/^\d+: ([^:@]+)(?:@\S+)?: .*\n((?:\s+.*\n)*)/gm)
  return new Map([...ports].map(([, name = '', flags = '']) => [name, flags]))
}
