// The starting worlds. A new one is its file, its name in names.ts and a line here.
import { bare } from './bare.ts'
import { cluster } from './cluster.ts'
import { docker } from './docker.ts'
import { lan } from './lan.ts'
import type { WorldName } from './names.ts'
import type { World } from './world.ts'

export const WORLDS: Readonly<Record<WorldName, World>> = { bare, lan, docker, cluster }
