import type { World } from './world.ts'

/** World `bare`: one machine with nothing but lo, and lo is down, as in a namespace of `unshare -n`. */
export const bare: World = { machines: ['host'], cables: [], setup: [] }
