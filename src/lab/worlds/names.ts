// The starting worlds by name. What each is made of stands in its own file beside this one.

export const WORLD_NAMES = ['bare', 'lan', 'docker', 'cluster'] as const

export type WorldName = (typeof WORLD_NAMES)[number]

export function isWorldName(name: string): name is WorldName {
  return (WORLD_NAMES as readonly string[]).includes(name)
}
