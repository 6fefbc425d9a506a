// Resource limits (setrlimit(2)) and what a fresh Debian gives a process. Ref: include/asm-generic/resource.h
export interface Limit {
  readonly soft: number
  readonly hard: number
}

const NONE: Limit = { soft: Infinity, hard: Infinity }

/** In the order of /proc/PID/limits. */
export const DEFAULT_LIMITS = {
  cpu: NONE,
  fsize: NONE,
  data: NONE,
  stack: { soft: 8_388_608, hard: Infinity },
  core: { soft: 0, hard: Infinity },
  rss: NONE,
  nproc: { soft: 512, hard: 512 },
  nofile: { soft: 1024, hard: 1_048_576 },
  memlock: { soft: 8_388_608, hard: 8_388_608 },
  as: NONE,
  locks: NONE,
  sigpending: { soft: 7823, hard: 7823 },
  msgqueue: { soft: 819_200, hard: 819_200 },
  nice: { soft: 0, hard: 0 },
  rtprio: { soft: 0, hard: 0 },
  rttime: NONE,
} as const satisfies Readonly<Record<string, Limit>>

export type Resource = keyof typeof DEFAULT_LIMITS

export function isResource(name: string): name is Resource {
  return Object.hasOwn(DEFAULT_LIMITS, name)
}
