// The software the page starts with: enough for its first lab and for what a gesture types. The rest comes when a person
// begins to type, or opens a lab that needs it.
import { coreCommands, coreSuffices } from '../commands/core.ts'
import { createStarter } from '../shell/starter.ts'
import type { Software } from './programs.ts'
import { bare } from './worlds/bare.ts'

export const CORE: Software = {
  worlds: { bare },
  commands: coreCommands,
  modules: [],
  shell: createStarter,
  busybox: null,
  lines: null,
  inside: null,
  containers: null,
  story: null,
  exporter: null,
  questions: null,
  captures: null,
  addCluster: null,
}

/** Whether a lab can be opened with CORE alone: in the world `bare`, and every command plain. */
export function coreOpens(text: string): boolean {
  return text.split('\n').every((line) => {
    if (/^#! *world:/.test(line)) return /^#! *world: *bare$/.test(line.trim())
    return coreSuffices(line.replace(/^(?:[a-z][a-z0-9-]*)?\$ /, ''))
  })
}
