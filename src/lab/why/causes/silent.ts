// It was delivered, and no answer came.
import type { Cause } from '../cause.ts'
import { mend, run } from '../commands.ts'

export const echoIgnored: Cause = {
  id: 'echo-ignored',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'silent' || !/icmp_echo_ignore/.test(fate.event.by)) return null
    const netns = scene.netns(fate.event)
    if (!netns) return null
    const all = scene.sysctl(netns, 'net/ipv4/icmp_echo_ignore_all') === '1'
    const setting = `net.ipv4.icmp_echo_ignore_${all ? 'all' : 'broadcasts'}`
    return {
      words: {
        en: '{where} gets the echo request and must not answer: {setting} is 1.',
        ko: '{where}이(가) 에코 요청을 받지만 답하지 않습니다: {setting}이(가) 1입니다.',
      },
      values: { where: scene.name(netns), setting },
      mends: [mend([run(scene.outcome.lab, netns, `sysctl -w ${setting}=0`)])],
      netns: netns.id,
      device: null,
    }
  },
}

export const unanswered: Cause = {
  id: 'unanswered',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'silent') return null
    const netns = scene.netns(fate.event)
    if (!netns) return null
    return {
      words: {
        en: 'The packet reaches {by} in {where}, and no answer comes from there.',
        ko: '패킷이 {where}의 {by}에 닿지만 거기서 답이 오지 않습니다.',
      },
      values: { where: scene.name(netns), by: fate.event.by },
      mends: [],
      netns: netns.id,
      device: null,
    }
  },
}
