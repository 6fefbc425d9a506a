// What each kind of box shows besides its frame. Nodes carry an id and select their slice.
import type { NodeProps } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { Anchor } from './Anchor.tsx'
import { BoxFrame } from './BoxFrame.tsx'
import { useCanvas, useDevice, useFar, useNetns, useSelected } from './canvasContext.ts'
import { OWN_GAP } from './metrics.ts'
import type { BoxNode } from './drawing.ts'
import { InterfacePort } from './InterfacePort.tsx'
import styles from './nodes.module.css'

export const MachineNode = memo(function MachineNode({ data }: NodeProps<BoxNode>): ReactNode {
  const { store } = useCanvas()
  const title = useStore(store.api, (s) => s.machines.get(data.ref)?.name ?? '')
  const kind = useStore(store.api, (s) => s.machines.get(data.ref)?.kind ?? 'machine')
  const forwards = useStore(
    store.api,
    (s) => s.machines.get(data.ref)?.namespaces.some((n) => n.root && n.forwarding) ?? false,
  )
  const selected = useSelected('machine', data.ref)
  return (
    <BoxFrame
      kind={kind}
      title={title}
      selected={selected}
      seats={data.seats}
      forwards={kind === 'machine' && forwards}
    />
  )
})

export const NamespaceNode = memo(function NamespaceNode({ data }: NodeProps<BoxNode>): ReactNode {
  const netns = useNetns(data.ref)
  const selected = useSelected('netns', data.ref)
  if (!netns) return null
  return (
    <BoxFrame
      kind="netns"
      title={netns.name ?? 'unnamed'}
      selected={selected}
      seats={data.seats}
      forwards={netns.forwarding}
    />
  )
})

/** A switch with its ports; the interface its own machine has on it stands apart, behind a line. */
export const BridgeNode = memo(function BridgeNode({ data }: NodeProps<BoxNode>): ReactNode {
  const device = useDevice(data.ref)
  const selected = useSelected('device', data.ref)
  if (!device) return null
  const [own] = data.seats
  return (
    <BoxFrame kind="bridge" title={device.name} selected={selected} seats={data.seats}>
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
