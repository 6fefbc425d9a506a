// A text, run: the same text with what its commands print here.
import { fullLab } from './full.ts'
import type { LabText } from './text.ts'

/** A fresh lab of the text's world runs every step; output and exit status are filled in. */
export function replay(text: LabText): LabText {
  const lab = fullLab(text.world)
  const steps = text.steps.map((step) => ({ ...step, ...lab.exec(step.machine, step.command, step.ran) }))
  return { ...text, steps }
}
