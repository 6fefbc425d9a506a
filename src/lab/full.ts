import type { Command } from '../commands/command.ts'
import { commands } from '../commands/registry.ts'
import { engines } from '../engines/registry.ts'
import { Lab } from './lab.ts'
import type { WorldName } from './worlds/names.ts'

/** Everything that can be installed on a machine. */
export const allPrograms: readonly Command[] = [...commands, ...engines]

/** A lab with all of it. */
export function fullLab(world: WorldName = 'bare'): Lab {
  return Lab.create(world, allPrograms)
}
