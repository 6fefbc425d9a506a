// Nothing leaves the sender: lo is down, its link is down, it has no address, no cable, or no route.
import { formatInet, inetMask, isLoopback, type Inet } from '../../../wire/inet.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { freeAddress, ownersOf } from '../lookups.ts'
import { connections } from '../plug.ts'
import { covers, prefixText } from '../prefixes.ts'
import type { Scene } from '../scene.ts'
import { refusingRoute, routesTo } from './noroute.ts'

export const loDown: Cause = {
  id: 'lo-down',
  find(scene) {
    const { source, target, fate } = scene
    const lo = source.devices.find((d) => d.kind === 'loopback')
    if (!lo || lo.up || target === null || fate.kind === 'through') return null
    const own = isLoopback(target) || ownersOf(scene, target).some((h) => h.netns === source)
    if (!own) return null
    return simple(scene, lo, LO_DOWN, { address: formatInet(target) }, [
      mend([ip(scene.outcome.lab, source, 'link set lo up')]),
    ])
  },
}

const LO_DOWN: Words = {
  en: 'lo in {where} is down, and what {where} sends to itself ({address}) goes through lo.',
  ko: '{where}의 lo가 내려가 있습니다. {where}이(가) 자신({address})에게 보내는 것은 lo를 지납니다.',
}

export const ownLinkDown: Cause = {
  id: 'link-down',
  find(scene) {
    const { source, target, fate } = scene
    if (target === null || (fate.kind !== 'unsent' && !diedHere(scene))) return null
    const down = source.devices.filter((d) => !d.up && d.kind !== 'loopback')
    const first =
      down.find((d) => holdsNetworkOf(scene, d, target)) ??
      (scene.route(source, target) ? undefined : down[0])
    if (!first) return null
    return simple(scene, first, LINK_DOWN, {}, [
      mend([ip(scene.outcome.lab, source, `link set ${first.name} up`)]),
      ...addressed(scene, first).map(({ commands }) =>
        mend([ip(scene.outcome.lab, source, `link set ${first.name} up`), ...commands]),
      ),
    ])
  },
}

const LINK_DOWN: Words = {
  en: '{device} in {where} is down, so nothing leaves {where} by it.',
  ko: '{where}의 {device}이(가) 내려가 있어 그리로는 아무것도 나가지 못합니다.',
}

export const notConnected: Cause = {
  id: 'not-connected',
  find(scene) {
    const { source, fate } = scene
    if (fate.kind !== 'unsent' || source.devices.some((d) => d.kind !== 'loopback')) return null
    return {
      words: {
        en: '{where} has no interface but lo: nothing connects it to anything.',
        ko: '{where}에는 lo 말고 인터페이스가 없습니다: 어디에도 연결되어 있지 않습니다.',
      },
      values: { where: scene.name(source) },
      mends: scene.target === null ? [] : connections(scene, source, scene.target),
      netns: source.id,
      device: null,
    }
  },
}

export const noAddress: Cause = {
  id: 'no-address',
  find(scene) {
    const { source, fate } = scene
    if (fate.kind !== 'unsent' || scene.holdersOf(source).length > 0) return null
    const device = source.devices.find((d) => d.kind !== 'loopback' && d.master === null && d.up)
    if (!device) return null
    return simple(scene, device, NO_ADDRESS, {}, addressed(scene, device))
  },
}

const NO_ADDRESS: Words = {
  en: '{device} in {where} has no IPv4 address, so {where} has neither a source nor a route for it.',
  ko: '{where}의 {device}에 IPv4 주소가 없어, {where}에는 출발지 주소도 경로도 없습니다.',
}

/** The mask of an address leaves out a neighbour: at the sender, or at the one who is to answer. */
export const narrowMask: Cause = {
  id: 'wrong-mask',
  find(scene) {
    const { source, fate, target } = scene
    if (target === null || fate.kind === 'through') return null
    const senders = scene.holdersOf(source)
    const owners = ownersOf(scene, target).filter((h) => h.netns !== source)
    for (const sender of senders) {
      for (const owner of owners) {
        if (!scene.links.segment(sender.device).includes(owner.device)) continue
        const [wrong, right] =
          sender.length > owner.length ? [sender, owner] : owner.length > sender.length ? [owner, sender] : []
        if (!wrong || !right || covers(wrong.address, wrong.length, right.address)) continue
        if (!covers(right.address, right.length, wrong.address)) continue
        const { lab } = scene.outcome
        const address = formatInet(wrong.address)
        const { name } = wrong.device
        const add = ip(lab, wrong.netns, `addr add ${address}/${right.length} dev ${name}`)
        return simple(
          scene,
          wrong.device,
          NARROW,
          { address: `${address}/${wrong.length}`, target: formatInet(right.address), length: right.length },
          [mend([add]), mend([ip(lab, wrong.netns, `addr del ${address}/${wrong.length} dev ${name}`), add])],
        )
      }
    }
    return null
  },
}

const NARROW: Words = {
  en: 'The mask of {device} in {where} is wrong: {address} leaves out {target}, which is on the same link with /{length}.',
  ko: '{where}의 {device} 넷마스크가 틀렸습니다: 같은 링크에 /{length}로 있는 {target}이(가) {address}에 들지 않습니다.',
}

export const noRouteHere: Cause = {
  id: 'no-route',
  find(scene) {
    const { source, target, fate } = scene
    if (fate.kind !== 'unsent' || target === null || scene.route(source, target)) return null
    const refusing = refusingRoute(scene, source, target)
    if (refusing) return refusing
    const [owner] = ownersOf(scene, target)
    return {
      words: {
        en: '{where} has no route to {network}: nothing leaves it.',
        ko: '{where}에 {network}(으)로 가는 경로가 없어 아무것도 나가지 못합니다.',
      },
      values: {
        where: scene.name(source),
        network: owner && owner.length < 31 ? prefixText(target, owner.length) : formatInet(target),
      },
      mends: [
        ...routesTo(scene, source, target),
        ...secondAddress(scene, target),
        ...linkRoutes(scene, target),
      ],
      netns: source.id,
      device: null,
    }
  },
}

/** On the target's link, but in another network: an address of that network besides. */
function secondAddress(scene: Scene, target: Inet): Mend[] {
  const { source } = scene
  return scene
    .holdersOf(source)
    .flatMap((mine) =>
      ownersOf(scene, target).flatMap((owner) =>
        scene.links.segment(mine.device).includes(owner.device)
          ? addressed(scene, mine.device).map((m) => mend(m.commands, 0.5))
          : [],
      ),
    )
}

/** The same, without another address: each has a route to the other's network by its own device. */
function linkRoutes(scene: Scene, target: Inet): Mend[] {
  const { lab } = scene.outcome
  return scene.holdersOf(scene.source).flatMap((mine) =>
    ownersOf(scene, target)
      .filter((owner) => scene.links.segment(mine.device).includes(owner.device))
      .map((owner) =>
        mend(
          [
            ip(lab, mine.netns, `route add ${prefixText(target, owner.length)} dev ${mine.device.name}`),
            ip(
              lab,
              owner.netns,
              `route add ${prefixText(mine.address, mine.length)} dev ${owner.device.name}`,
            ),
          ],
          0.5,
        ),
      ),
  )
}

/** An address of the target's network for a device on its link. */
function addressed(scene: Scene, device: DeviceView): Mend[] {
  const { source, target } = scene
  if (target === null || device.addresses.some((a) => a.family === 4)) return []
  const near = scene.links.segment(device)
  const owner =
    ownersOf(scene, target).find((h) => near.includes(h.device)) ??
    scene.holders.find((h) => near.includes(h.device) && h.device.id !== device.id)
  const [address, length] = owner ? [owner.address, owner.length] : [target, 24]
  const free = freeAddress(scene, address, length)
  if (free === null) return []
  const text = `${formatInet(free)}/${length}`
  return [mend([ip(scene.outcome.lab, source, `addr add ${text} dev ${device.name}`)])]
}

function holdsNetworkOf(scene: Scene, device: DeviceView, target: Inet): boolean {
  return scene.holders.some(
    (h) => h.device === device && (h.address & inetMask(h.length)) === (target & inetMask(h.length)),
  )
}

/** It died where it was sent, for want of a device. */
function diedHere(scene: Scene): boolean {
  const { fate, source } = scene
  if (fate.kind === 'through' || fate.kind === 'unsent' || fate.reply) return false
  return scene.netns(fate.event) === source
}

function simple(
  scene: Scene,
  device: DeviceView,
  words: Words,
  values: Finding['values'],
  mends: readonly Mend[],
): Finding {
  const netns = scene.netnsOf(device)
  return {
    words,
    values: { where: scene.name(netns), device: device.name, ...values },
    mends,
    netns: device.netns,
    device: device.id,
  }
}
