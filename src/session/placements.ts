// Where things stand on the canvas, by the paths of their names.
import type { TextPlacement } from '../lab/text.ts'
import type { LabView } from '../lab/view.ts'

/** The placements of what there is: things that went keep theirs in memory only, for when they come back. */
export function standing(view: LabView, placements: ReadonlyMap<string, TextPlacement>): TextPlacement[] {
  if (placements.size === 0) return []
  const paths = pathsOf(view)
  return [...placements.values()].filter((p) => paths.has(p.path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Whether any of them is there. */
export function stands(view: LabView, placements: readonly TextPlacement[]): boolean {
  const paths = pathsOf(view)
  return placements.some(({ path }) => paths.has(path))
}

/** The paths of all that can be placed. */
function pathsOf(view: LabView): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const machine of view.machines) {
    paths.add(machine.name)
    for (const netns of machine.namespaces) {
      const name = netns.name ?? netns.container?.name
      const path = name === undefined ? machine.name : `${machine.name}/${name}`
      paths.add(path)
      for (const device of netns.devices) paths.add(`${path}/${device.name}`)
    }
  }
  return paths
}
