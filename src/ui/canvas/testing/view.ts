import { createLabStore, type LabStoreState } from '../../../store/lab.ts'
import type { World } from './build.ts'
import { fakeLab } from './fakeLab.ts'

/** What the store would hold of a world. */
export function viewOf(world: World): LabStoreState {
  return createLabStore(fakeLab(world).connect).api.getState()
}

/** The device of a name, in the namespace of a name (a machine's for its own). */
export function deviceNamed(view: LabStoreState, netns: string, name: string): string {
  for (const device of view.devices.values()) {
    const home = view.namespaces.get(device.netns)
    if (device.name === name && (home?.root ? home.machine : home?.name) === netns) return device.id
  }
  throw new Error(`no ${name} in ${netns}`)
}

export function netnsNamed(view: LabStoreState, name: string): string {
  for (const netns of view.namespaces.values()) if (netns.name === name) return netns.id
  throw new Error(`no namespace ${name}`)
}
