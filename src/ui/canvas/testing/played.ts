// What the store would hold of a lab that was played: of the real one, with all its programs.
import { fullLab } from '../../../lab/full.ts'
import { parseText } from '../../../lab/text.ts'
import { ViewBuilder } from '../../../lab/viewbuilder.ts'
import { project } from '../../../store/projection.ts'
import type { View } from '../gestures/gesture.ts'

export function played(source: string): View {
  const { text, error } = parseText(source)
  if (text === null) throw new Error(error)
  const lab = fullLab(text.world)
  for (const { machine, command } of text.steps) lab.exec(machine, command)
  const views = new ViewBuilder(lab)
  const { order } = views.update(true)
  return project(views.view.machines, order)
}
