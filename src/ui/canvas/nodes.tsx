// What each kind of box shows besides its frame. Nodes carry an id and select their slice.
import type { NodeProps } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { MachineView } from '../../store/lab.ts'
import { later } from '../parts/later.tsx'
import { Anchor } from './Anchor.tsx'
import { BoxFrame } from './BoxFrame.tsx'
import { useCanvas, useDevice, useFar, useNetns, useSelected } from './canvasContext.ts'
import { OWN_GAP } from './metrics.ts'
import type { BoxNode, Seat } from './drawing.ts'
import { InterfacePort } from './InterfacePort.tsx'
import { useNearRect } from './nearRect.ts'
import styles from './nodes.module.css'
import { netnsTitle } from './naming.ts'
import { overlaps } from './space.ts'

const Doors = later(async () => (await import('./Doors.tsx')).Doors)

/** A box with more interfaces than this draws those near the view. */
const MOST_SEATS = 80

function useSeatsInView(seats: readonly Seat[], x: number, y: number): readonly Seat[] {
  const near = useNearRect(seats.length > MOST_SEATS)
  return useMemo(
    () => (near ? seats.filter((s) => overlaps({ x: x + s.x, y: y + s.y, w: s.w, h: s.h }, near)) : seats),
    [near, seats, x, y],
  )
}

export const MachineNode = memo(function MachineNode({
  data,
  positionAbsoluteX,
  positionAbsoluteY,
  width,
}: NodeProps<BoxNode>): ReactNode {
  const { store } = useCanvas()
  const doors = useStore(store.api, (s) => hasDoors(s.machines.get(data.ref)))
  const title = useStore(store.api, (s) => s.machines.get(data.ref)?.name ?? '')
  const kind = useStore(store.api, (s) => s.machines.get(data.ref)?.kind ?? 'machine')
  const forwards = useStore(
    store.api,
    (s) => s.machines.get(data.ref)?.namespaces.some((n) => n.root && n.forwarding) ?? false,
  )
  const selected = useSelected('machine', data.ref)
  const seats = useSeatsInView(data.seats, positionAbsoluteX, positionAbsoluteY)
  return (
    <BoxFrame
      kind={kind}
      title={title}
      selected={selected}
      seats={seats}
      forwards={kind === 'machine' && forwards}
    >
      <MachineProcesses machine={data.ref} />
      {doors ? <Doors machine={data.ref} width={width ?? 0} /> : null}
    </BoxFrame>
  )
})

/** What runs in a box, by both its numbers. The description of the box says it too. */
function ProcessLines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.length === 0 ? null : (
    <div className={styles.processes} aria-hidden>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}

/** Of containers that have no network of their own. */
function MachineProcesses({ machine }: { readonly machine: string }): ReactNode {
  const { store } = useCanvas()
  const lines = useStore(
    store.api,
    (s) =>
      s.machines
        .get(machine)
        ?.namespaces.find((n) => n.root)
        ?.processes.join('\n') ?? '',
  )
  return <ProcessLines lines={lines === '' ? [] : lines.split('\n')} />
}

/** Something leads from a port of the machine. */
function hasDoors(machine: MachineView | undefined): boolean {
  return (machine?.namespaces ?? []).some((n) => (n.root && n.doors.length > 0) || n.container?.ports.length)
}

export const NamespaceNode = memo(function NamespaceNode({ data }: NodeProps<BoxNode>): ReactNode {
  const netns = useNetns(data.ref)
  const selected = useSelected('netns', data.ref)
  if (!netns) return null
  return (
    <BoxFrame
      kind="netns"
      title={netnsTitle(netns)}
      selected={selected}
      seats={data.seats}
      forwards={netns.forwarding}
    >
      <ProcessLines lines={netns.processes} />
    </BoxFrame>
  )
})

/** A switch with its ports; the interface its own machine has on it stands apart, behind a line. */
export const BridgeNode = memo(function BridgeNode({
  data,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<BoxNode>): ReactNode {
  const device = useDevice(data.ref)
  const selected = useSelected('device', data.ref)
  const seats = useSeatsInView(data.seats, positionAbsoluteX, positionAbsoluteY)
  if (!device) return null
  const [own] = data.seats
  return (
    <BoxFrame kind="bridge" title={device.name} selected={selected} seats={seats}>
      {own ? <span className={styles.divider} style={{ left: own.x + own.w + OWN_GAP / 2 - 1 }} /> : null}
    </BoxFrame>
  )
})

/** An interface of a machine's own namespace: a box of its own, without a border. */
export const InterfaceNode = memo(function InterfaceNode({ data }: NodeProps<BoxNode>): ReactNode {
  const [seat] = data.seats
  const far = useFar()
  return (
    <>
      <Anchor />
      {far ? <div className={styles.farInterface} /> : null}
      {seat && !far ? <InterfacePort seat={seat} /> : null}
    </>
  )
})
