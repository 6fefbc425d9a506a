// An address of IPv6 that cannot be used: IPv6 is off, the address is not yet or never known to be unique, its prefix is
// wrong, a link-local one stands without its zone, lo is down.
import { formatInet6, isLinkLocal6 } from '../../../wire/inet6.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run, type Command } from '../commands.ts'
import { covers6, freeAddress6, globalsOf, holdersIn6, ownersOf6, type Holder6 } from '../holders6.ts'
import type { Scene } from '../scene.ts'
import { addressed, at, fateIn, within } from './told6.ts'

const DISABLED: Words = {
  en: 'IPv6 is off on {device} in {where}: net.ipv6.conf.{device}.disable_ipv6 is 1, so it has no IPv6 address at all.',
  ko: '{where}의 {device}에서 IPv6가 꺼져 있습니다: net.ipv6.conf.{device}.disable_ipv6가 1이라 IPv6 주소가 하나도 없습니다.',
}
const TENTATIVE: Words = {
  en: '{address} on {device} in {where} is still tentative: until duplicate address detection (DAD) is done, about a second, it may not be used.',
  ko: '{where}의 {device}에 있는 {address}이(가) 아직 tentative입니다: 중복 주소 검사(DAD)가 끝나는 약 1초 동안은 쓸 수 없습니다.',
}
const DAD_FAILED: Words = {
  en: 'Duplicate address detection failed for {address} on {device} in {where}: {other} has it already, so {where} may not use it.',
  ko: '{where}의 {device}에서 {address}의 중복 주소 검사(DAD)가 실패했습니다: {other}이(가) 이미 쓰고 있어 {where}은(는) 쓸 수 없습니다.',
}
const NARROW: Words = {
  en: 'The prefix of {device} in {where} is wrong: {address} leaves out {target}, which is on the same link with /{length}.',
  ko: '{where}의 {device} 프리픽스가 틀렸습니다: 같은 링크에 /{length}로 있는 {target}이(가) {address}에 들지 않습니다.',
}
const NO_ZONE: Words = {
  en: '{address} is link-local, and every link has fe80::/64: without a zone {where} does not know which one is meant. Write {address}%{device}.',
  ko: '{address}은(는) 링크 로컬 주소이고 모든 링크에 fe80::/64가 있습니다: 존(zone)이 없으면 {where}은(는) 어느 링크인지 모릅니다. {address}%{device}(으)로 씁니다.',
}
const LO_DOWN: Words = {
  en: 'lo in {where} is down, and what {where} sends to itself ({address}) goes through lo.',
  ko: '{where}의 lo가 내려가 있습니다. {where}이(가) 자신({address})에게 보내는 것은 lo를 지납니다.',
}

export const disabled6: Cause = {
  id: 'ipv6-disabled',
  find(scene) {
    const { source } = scene
    const fate = fateIn(scene)
    const device = source.devices.find((d) => d.kind !== 'loopback' && d.up && d.master === null)
    if (!device || !fate || fate.request || holdersIn6(source).some((h) => h.device === device)) return null
    const { lab } = scene.outcome
    const isOff = (of: string): boolean => scene.sysctl(source, `net/ipv6/conf/${of}/disable_ipv6`) === '1'
    if (!isOff(device.name)) return null
    const on = run(
      lab,
      source,
      `sysctl -w net.ipv6.conf.${isOff('all') ? 'all' : device.name}.disable_ipv6=0`,
    )
    return at(scene, device, DISABLED, {}, [
      mend([on]),
      ...addressed(scene, device).map(({ commands }) => mend([on, ...commands])),
    ])
  },
}

export const tentative6: Cause = {
  id: 'tentative',
  find(scene) {
    const { source, outcome } = scene
    const fate = fateIn(scene)
    // By the time one looks it may be over.
    if (!fate || fate.request || !/Cannot assign requested address/i.test(outcome.output)) return null
    const own = globalsOf(source).find((h) => !isFailed(scene, h))
    if (!own) return null
    const wait: Command = { machine: source.machine, line: 'sleep 2' }
    return at(scene, own.device, TENTATIVE, { address: formatInet6(own.address) }, [mend([wait])])
  },
}

/** Of the one who asks, or of the one who should answer. */
export const dadFailed6: Cause = {
  id: 'dad-failed',
  find(scene) {
    const { source, target6 } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null) return null
    const mine = globalsOf(source)
    const suspects = [...mine, ...(fate.death?.reason === 'NEIGH_FAILED' ? ownersOf6(scene, target6) : [])]
    const failed = suspects.find((h) => isFailed(scene, h))
    if (!failed || (failed.netns === source && mine.some((h) => !isFailed(scene, h)))) return null
    const { lab } = scene.outcome
    const { netns, device, address, length } = failed
    const other = ownersOf6(scene, address).find((h) => h.netns !== netns)
    const del = ip(lab, netns, `addr del ${formatInet6(address)}/${length} dev ${device.name}`)
    const free = netns === source ? freeAddress6(scene, failed) : address
    const add = (text: string): Command => ip(lab, netns, `addr add ${text}/${length} dev ${device.name}`)
    return at(
      scene,
      device,
      DAD_FAILED,
      { address: formatInet6(address), other: other ? scene.name(other.netns) : '?' },
      free === null ? [] : [mend([del, add(formatInet6(free))])],
    )
  },
}

/** As `ip -6 addr` marks it. */
function isFailed(scene: Scene, { netns, address }: Holder6): boolean {
  const { machine, line } = ip(scene.outcome.lab, netns, '-6 -o addr show')
  const { output } = scene.outcome.lab.aside(machine, line)
  return output
    .split('\n')
    .some((one) => one.includes(` ${formatInet6(address)}/`) && one.includes('dadfailed'))
}

/** The prefix of an address leaves out a neighbour. */
export const narrowPrefix6: Cause = {
  id: 'wrong-prefix',
  find(scene) {
    const { source, target6 } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null) return null
    for (const sender of globalsOf(source)) {
      for (const owner of ownersOf6(scene, target6)) {
        if (owner.netns === source || !scene.links.segment(sender.device).includes(owner.device)) continue
        const [wrong, right] =
          sender.length > owner.length ? [sender, owner] : owner.length > sender.length ? [owner, sender] : []
        if (!wrong || !right || covers6(wrong, right.address) || !covers6(right, wrong.address)) continue
        const { lab } = scene.outcome
        const text = formatInet6(wrong.address)
        const { name } = wrong.device
        const del = ip(lab, wrong.netns, `addr del ${text}/${wrong.length} dev ${name}`)
        const add = ip(lab, wrong.netns, `addr add ${text}/${right.length} dev ${name}`)
        const values = {
          address: `${text}/${wrong.length}`,
          target: formatInet6(right.address),
          length: right.length,
        }
        return at(scene, wrong.device, NARROW, values, [mend([del, add])])
      }
    }
    return null
  },
}

export const noZone6: Cause = {
  id: 'no-zone',
  find(scene) {
    const { source, target6, probe } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null || !isLinkLocal6(target6) || probe.host.includes('%')) return null
    const [owner] = ownersOf6(scene, target6)
    const near = owner
      ? source.devices.find((d) => d !== owner.device && scene.links.segment(d).includes(owner.device))
      : source.devices.find((d) => d.kind !== 'loopback')
    if (!near) return null
    return at(scene, near, NO_ZONE, { address: formatInet6(target6) }, [])
  },
}

export const loDown6: Cause = {
  id: 'lo-down',
  find(scene) {
    const { source, target6 } = scene
    const lo = source.devices.find((d) => d.kind === 'loopback')
    if (!lo || lo.up || target6 === null) return null
    if (target6 !== 1n && !holdersIn6(source).some((h) => h.address === target6)) return null
    const up = ip(scene.outcome.lab, source, 'link set lo up')
    return within(source, LO_DOWN, { where: scene.name(source), address: formatInet6(target6) }, [mend([up])])
  },
}
