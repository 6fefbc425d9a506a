// The server answers the client directly, past the router that translated the request: both are on one link.
import { formatInet } from '../../../wire/inet.ts'
import type { Cause } from '../cause.ts'
import { mend, run } from '../commands.ts'
import { networkOf } from '../lookups.ts'

export const hairpin: Cause = {
  id: 'hairpin',
  find(scene) {
    const { fate, source, target, outcome } = scene
    if (fate.kind !== 'dropped' || !fate.reply || fate.event.reason !== 'NO_SOCKET' || target === null)
      return null
    const { src, payload } = fate.packet
    if (scene.netns(fate.event) !== source || src === target) return null
    if (payload.kind !== 'tcp' && payload.kind !== 'udp') return null
    const nat = outcome.events.findLast((e) => e.kind === 'nat' && e.manip === 'DNAT' && e.after.dst === src)
    const router = nat && scene.netns(nat)
    if (!router) return null
    const server = formatInet(src)
    const [client = 0] = scene.holdersOf(source).map(({ address }) => address)
    const line = `iptables -t nat -A POSTROUTING -s ${networkOf(scene, client)} -d ${server} -p ${payload.kind} --dport ${payload.sport} -j MASQUERADE`
    return {
      words: {
        en: 'DNAT in {router} sends it to {server}, which is on the same link as {where} and answers it directly: {where} asked {target} and drops an answer from {server}. MASQUERADE is missing for what {router} sends back into that link (hairpin NAT).',
        ko: '{router}의 DNAT가 {server}(으)로 보내는데, 같은 링크에 있는 그 서버가 {where}에 직접 답합니다: {where}은(는) {target}에 물었으므로 {server}의 답을 버립니다. {router}이(가) 같은 링크로 되돌려 보내는 것에 대한 MASQUERADE가 없습니다(헤어핀 NAT).',
      },
      values: { router: scene.name(router), server, where: scene.name(source), target: formatInet(target) },
      mends: [mend([run(outcome.lab, router, line)])],
      netns: router.id,
      device: null,
    }
  },
}
