// /proc/meminfo, as free and top read it. Ref: busybox procps/free.c
import type { Process } from '../../os/program.ts'

/** Kilobytes. */
interface Memory {
  readonly total: number
  readonly free: number
  readonly shared: number
  readonly buffers: number
  readonly cached: number
  readonly available: number
}

export function memory(p: Process): Memory {
  const text = p.fs.readText('/proc/meminfo')
  const of = (name: string): number => {
    const found = typeof text === 'string' ? new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text) : null
    return Number(found?.[1] ?? 0)
  }
  return {
    total: of('MemTotal'),
    free: of('MemFree'),
    shared: of('Shmem'),
    buffers: of('Buffers'),
    cached: of('Cached') + of('SReclaimable'),
    available: of('MemAvailable'),
  }
}
