// Capabilities (capabilities(7)), as far as something here asks for them: who has all of them has null.
import type { Task } from './task.ts'

/** Ref: kernel/capability.c:capable() */
export function capable(task: Task, capability: string): boolean {
  return task.capabilities === null || task.capabilities.has(capability)
}
