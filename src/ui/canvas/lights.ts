// Cables that a run of packets went along stay lit until the next run begins.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Hop, LabStore, LabStoreState } from '../../store/lab.ts'
import { cableId } from './scene.ts'

export type Protocol = Hop['protocol']
export type Lights = StoreApi<{ readonly lit: ReadonlyMap<string, Protocol> }>

/** The lights of a store, and how to begin to follow it; that gives how to stop. */
export function followFlights(store: LabStore): {
  readonly lights: Lights
  readonly start: () => () => void
} {
  const lights: Lights = createStore(() => ({ lit: new Map() as ReadonlyMap<string, Protocol> }))
  let ended = false
  const follow = (state: LabStoreState, before: LabStoreState): void => {
    if (before.player.busy && !state.player.busy) ended = true
    if (state.flight === before.flight) return
    if (!state.flight) return lights.setState({ lit: new Map() })
    const lit = new Map(ended ? [] : lights.getState().lit)
    ended = false
    for (const hop of state.flight.hops) if (hop.to !== null) lit.set(cableId(hop.from, hop.to), hop.protocol)
    lights.setState({ lit })
  }
  return { lights, start: () => store.api.subscribe(follow) }
}
