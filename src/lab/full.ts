import { commands } from '../commands/registry.ts'
import { Lab } from './lab.ts'
import type { WorldName } from './worlds/names.ts'

/** A lab with every command there is. */
export function fullLab(world: WorldName = 'bare'): Lab {
  return Lab.create(world, commands)
}
