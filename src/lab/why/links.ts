// Who shares a link with whom: devices joined by cables, bridges and switches, whatever their state.
import type { DeviceId, DeviceView, NetnsView } from '../view.ts'

export class Links {
  readonly #devices = new Map<DeviceId, DeviceView>()
  readonly #beside = new Map<DeviceId, DeviceView[]>()

  constructor(namespaces: readonly NetnsView[]) {
    for (const netns of namespaces) for (const device of netns.devices) this.#devices.set(device.id, device)
    for (const device of this.#devices.values()) {
      for (const id of [device.peer, device.master, device.kind === 'vxlan' ? null : device.parent]) {
        const other = id === null ? undefined : this.#devices.get(id)
        if (other) this.#join(device, other)
      }
      if (device.tunnel) this.#joinTunnels(device)
    }
  }

  #join(a: DeviceView, b: DeviceView): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = this.#beside.get(from.id)
      if (!list) this.#beside.set(from.id, [to])
      else if (!list.includes(to)) list.push(to)
    }
  }

  /** Ends of one overlay: the same number. */
  #joinTunnels(device: DeviceView): void {
    for (const other of this.#devices.values())
      if (other !== device && other.tunnel?.vni === device.tunnel?.vni) this.#join(device, other)
  }

  device(id: DeviceId): DeviceView | null {
    return this.#devices.get(id) ?? null
  }

  get all(): Iterable<DeviceView> {
    return this.#devices.values()
  }

  /** Every device of its link, itself first, the near ones before the far ones. */
  segment(device: DeviceView): readonly DeviceView[] {
    const seen = [device]
    for (let i = 0; i < seen.length; i++) {
      const at = seen[i]
      for (const next of (at && this.#beside.get(at.id)) ?? []) if (!seen.includes(next)) seen.push(next)
    }
    return seen
  }

  /** From one device to another, both included; empty when they share no link. */
  path(from: DeviceView, to: DeviceView): readonly DeviceView[] {
    const before = new Map<DeviceId, DeviceView | null>([[from.id, null]])
    const queue = [from]
    for (let i = 0; i < queue.length; i++) {
      const at = queue[i]
      if (!at) break
      if (at.id === to.id) {
        const way: DeviceView[] = []
        for (let d: DeviceView | null = at; d; d = before.get(d.id) ?? null) way.unshift(d)
        return way
      }
      for (const next of this.#beside.get(at.id) ?? []) {
        if (before.has(next.id)) continue
        before.set(next.id, at)
        queue.push(next)
      }
    }
    return []
  }
}
