// What of a view is drawn: counters, tables and MAC addresses change with every packet and move nothing.
import { useRef } from 'react'
import { useStore } from 'zustand'
import type { DeviceView, LabStore, LabStoreState, NetnsView } from '../../store/lab.ts'
import type { View } from './gestures/gesture.ts'

/** The view, the same object for as long as the same is to be drawn. */
export function useDrawnView(store: LabStore): View {
  const last = useRef<View | null>(null)
  const select = (state: LabStoreState): View => {
    if (!last.current || !sameView(last.current, state)) {
      const { order, machines, namespaces, devices } = state
      last.current = { order, machines, namespaces, devices }
    }
    return last.current
  }
  return useStore(store.api, select)
}

function sameView(a: View, b: View): boolean {
  if (a.machines === b.machines) return true
  if (a.devices.size !== b.devices.size || a.namespaces.size !== b.namespaces.size) return false
  if (a.order.length !== b.order.length || a.order.some((id, i) => b.order[i] !== id)) return false
  for (const [id, netns] of b.namespaces) if (!sameNetns(a.namespaces.get(id), netns)) return false
  for (const [id, device] of b.devices) if (!sameDevice(a.devices.get(id), device)) return false
  return true
}

export function sameNetns(a: NetnsView | undefined, b: NetnsView): boolean {
  return (
    a === b ||
    (a?.id === b.id &&
      a.name === b.name &&
      a.forwarding === b.forwarding &&
      a.container?.name === b.container?.name &&
      a.container?.ports.length === b.container?.ports.length &&
      a.container?.sharing.length === b.container?.sharing.length &&
      a.processes.join() === b.processes.join() &&
      a.devices.length === b.devices.length)
  )
}

export function sameDevice(a: DeviceView | undefined, b: DeviceView): boolean {
  if (!a || a === b) return a === b
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.netns === b.netns &&
    a.kind === b.kind &&
    a.up === b.up &&
    a.operstate === b.operstate &&
    a.master === b.master &&
    a.portState === b.portState &&
    a.peer === b.peer &&
    a.parent === b.parent &&
    a.note === b.note &&
    a.tunnel?.remotes.join() === b.tunnel?.remotes.join() &&
    a.addresses.length === b.addresses.length &&
    a.addresses.every((address, i) => address.text === b.addresses[i]?.text)
  )
}
