// A text, run: the same text with what its commands print here.
import type { Lab } from './lab.ts'
import type { LabText } from './text.ts'

/** `lab`, a fresh one of the text's world, runs every step; output and exit status are filled in. */
export function replay(text: LabText, lab: Pick<Lab, 'exec'>): LabText {
  const steps = text.steps.map((step) => ({ ...step, ...lab.exec(step.machine, step.command, step.ran) }))
  return { ...text, steps }
}
