// A namespace in between does not forward.
import type { Cause } from '../cause.ts'
import { mend, run } from '../commands.ts'

export const ipForward: Cause = {
  id: 'ip-forward',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped') return null
    const why = fate.trail.events.findLast((e) => e.kind === 'no-route' && e.skb === fate.event.skb)
    const netns = scene.netns(fate.event)
    if (why?.kind !== 'no-route' || why.why !== 'forwarding-off' || !netns) return null
    const { lab } = scene.outcome
    const { deviceName } = fate.event
    const own = scene.sysctl(netns, `net/ipv4/conf/${deviceName}/forwarding`)
    const all = scene.sysctl(netns, 'net/ipv4/ip_forward')
    const where = scene.name(netns)
    const ofDevice = all === '1' && own === '0'
    return {
      words: {
        en: ofDevice
          ? '{where} does not forward what comes in by {device}: net.ipv4.conf.{device}.forwarding is 0.'
          : '{where} does not forward: {what} is for another host, and net.ipv4.ip_forward is 0 there.',
        ko: ofDevice
          ? '{where}이(가) {device}(으)로 들어온 것을 전달하지 않습니다: net.ipv4.conf.{device}.forwarding이 0입니다.'
          : '{where}이(가) 패킷을 전달하지 않습니다: 다른 호스트로 갈 패킷인데 그곳의 net.ipv4.ip_forward가 0입니다.',
      },
      values: { where, device: deviceName ?? '', what: fate.reply ? 'the reply' : 'the packet' },
      mends: [
        ofDevice
          ? mend([run(lab, netns, `sysctl -w net.ipv4.conf.${deviceName}.forwarding=1`)])
          : mend([run(lab, netns, 'sysctl -w net.ipv4.ip_forward=1')]),
      ],
      netns: netns.id,
      device: null,
    }
  },
}
