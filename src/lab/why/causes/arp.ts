// ARP goes wrong though the neighbour is there: it must not answer, a wrong entry stands, an address is there twice.
import { formatInet, inetMask, type Inet } from '../../../wire/inet.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run, type Mend } from '../commands.ts'
import { deviceAt, freeAddress, gatewaysOf, networkOf, ownersOf, trailsOf } from '../lookups.ts'
import { covers } from '../prefixes.ts'
import type { Holder, Scene } from '../scene.ts'

export const arpIgnored: Cause = {
  id: 'arp-ignored',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved' || !fate.arp) return null
    const event = fate.arp.request.events.find((e) => e.kind === 'consume' && /arp_ignore/.test(e.by))
    const netns = event && scene.netns(event)
    const device = event && deviceAt(scene, event)
    if (!netns || !device) return null
    const { lab } = scene.outcome
    const settings = ['all', device.name].flatMap((of) =>
      ['arp_ignore', 'arp_filter']
        .filter((key) => (scene.sysctl(netns, `net/ipv4/conf/${of}/${key}`) ?? '0') !== '0')
        .map((key) => `net.ipv4.conf.${of}.${key}`),
    )
    return {
      words: {
        en: '{where} has {address} but may not answer ARP for it on {device}: {setting} is set.',
        ko: '{where}에 {address}이(가) 있지만 {device}에서 ARP에 답하지 않습니다: {setting}이(가) 켜져 있습니다.',
      },
      values: {
        where: scene.name(netns),
        address: formatInet(fate.address),
        device: device.name,
        setting: settings[0] ?? 'arp_ignore',
      },
      mends: [mend(settings.map((key) => run(lab, netns, `sysctl -w ${key}=0`)))],
      netns: netns.id,
      device: device.id,
    }
  },
}

/** A neighbour is taken to be on the link that is not: the mask is too wide. */
export const wideMask: Cause = {
  id: 'wrong-mask',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved' || fate.address !== fate.packet.dst) return null
    const near = deviceAt(scene, fate.event)
    const netns = near && scene.netnsOf(near)
    const mine = scene.holders.find((h) => h.device === near && covers(h.address, h.length, fate.address))
    if (!near || !netns || !mine) return null
    const owner = ownersOf(scene, fate.address).find((h) => h.netns !== netns)
    if (!owner || scene.links.segment(near).includes(owner.device) || owner.length <= mine.length) return null
    const { lab } = scene.outcome
    const text = formatInet(mine.address)
    const narrower = { ...mine, length: owner.length }
    const fixed = [
      ip(lab, netns, `addr del ${text}/${mine.length} dev ${near.name}`),
      ip(lab, netns, `addr add ${text}/${owner.length} dev ${near.name}`),
    ]
    return {
      words: {
        en: 'The mask of {device} in {where} is wrong: with {address}/{length} it takes {target} for a neighbour, which is on another link.',
        ko: '{where}의 {device} 넷마스크가 틀렸습니다: {address}/{length} 때문에 다른 링크에 있는 {target}을(를) 이웃으로 여깁니다.',
      },
      values: {
        device: near.name,
        where: scene.name(netns),
        address: text,
        length: mine.length,
        target: formatInet(fate.address),
      },
      mends: gatewaysOf(scene, netns, fate.address)
        .filter((gateway) => covers(narrower.address, narrower.length, gateway.address))
        .flatMap((gateway) => {
          const via = `via ${formatInet(gateway.address)}`
          const route = ip(lab, netns, `route add ${networkOf(scene, fate.address)} ${via}`)
          return [
            mend(fixed, -0.5),
            mend([...fixed, ip(lab, netns, `route add default ${via}`)], -1.5),
            mend([route], 0.8),
          ]
        }),
      netns: netns.id,
      device: near.id,
    }
  },
}

/** A permanent entry leads the frame to nobody. */
export const wrongNeighbour: Cause = {
  id: 'wrong-neighbour',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'strayed') return null
    const asked = fate.trail.events.findLast((e) => e.kind === 'neighbour')
    const netns = asked && scene.netns(asked)
    if (asked?.kind !== 'neighbour' || !netns || typeof asked.address !== 'number') return null
    const address = formatInet(asked.address)
    const entry = netns.neighbours.find((n) => n.address === address && n.device === asked.deviceName)
    const [owner] = ownersOf(scene, asked.address)
    if (!entry?.mac || !owner || owner.device.mac === entry.mac) return null
    return {
      words: {
        en: '{where} sends it to {mac}, which its neighbour table has for {address}, but {address} is at {right}.',
        ko: '{where}이(가) 이웃 테이블에 {address}의 것으로 적힌 {mac}(으)로 보내지만, {address}의 MAC은 {right}입니다.',
      },
      values: { where: scene.name(netns), mac: entry.mac, address, right: owner.device.mac },
      mends: [mend([ip(scene.outcome.lab, netns, `neigh del ${address} dev ${entry.device}`)])],
      netns: netns.id,
      device: null,
    }
  },
}

const TWICE: Words = {
  en: '{address} is there twice, on {device} in {where} and on {other} in {elsewhere}, and whoever spoke last gets the packets.',
  ko: '{address}이(가) {where}의 {device}와(과) {elsewhere}의 {other}에 모두 있어, 마지막에 말한 쪽이 패킷을 받습니다.',
}

export const duplicateAddress: Cause = {
  id: 'duplicate-address',
  find(scene) {
    const { source, fate, target } = scene
    if (fate.kind === 'through' || target === null) return null
    const asked = trailsOf(fate)
      .map(({ born }) => born.packet)
      .find((packet) => packet.kind === 'ipv4')
    const addresses: Inet[] = [target, ...(asked ? [asked.src] : [])]
    for (const address of addresses) {
      const pair = twins(scene, address)
      if (!pair) continue
      const [first, second] = pair
      // The one that is not asked for, and was not there first, takes another.
      const wrong = second.netns === source ? first : second
      return {
        words: TWICE,
        values: {
          address: formatInet(address),
          device: first.device.name,
          where: scene.name(first.netns),
          other: second.device.name,
          elsewhere: scene.name(second.netns),
        },
        mends: [wrong, wrong === first ? second : first].flatMap((h, n) => renumber(scene, h, n * 0.3)),
        netns: wrong.netns.id,
        device: wrong.device.id,
      }
    }
    return null
  },
}

function twins(scene: Scene, address: Inet): readonly [Holder, Holder] | null {
  const all = scene.holding(address).filter((h) => h.device.kind !== 'loopback')
  for (const [i, first] of all.entries()) {
    const near = scene.links.segment(first.device)
    const second = all.slice(i + 1).find((h) => near.includes(h.device))
    if (second) return [first, second]
  }
  return null
}

/** Another address; and who has this one's MAC in mind asks anew. */
function renumber(scene: Scene, { netns, device, address, length }: Holder, price: number): Mend[] {
  const { lab } = scene.outcome
  const text = formatInet(address)
  const free = freeAddress(scene, (address & inetMask(length)) >>> 0, length)
  const moved = [
    ip(lab, netns, `addr del ${text}/${length} dev ${device.name}`),
    ...(free === null ? [] : [ip(lab, netns, `addr add ${formatInet(free)}/${length} dev ${device.name}`)]),
  ]
  const forgotten = scene.namespaces.flatMap((other) =>
    other.neighbours
      .filter((entry) => entry.address === text && entry.mac === device.mac)
      .map((entry) => ip(lab, other, `neigh del ${text} dev ${entry.device}`)),
  )
  const known = forgotten.length > 0 ? [mend([...moved, ...forgotten], price - forgotten.length + 0.1)] : []
  return [mend(moved, price), ...known]
}
