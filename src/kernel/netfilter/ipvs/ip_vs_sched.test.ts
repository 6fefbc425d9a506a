import { expect, test } from 'vitest'
import { Clock } from '../../../sim/clock.ts'
import { IPVS_SH_FALLBACK, type IpvsScheduler } from '../../../uapi/ipvs.ts'
import type { IpVsDest, IpVsService } from './ip_vs.ts'
import { IpVsStats } from './ip_vs_est.ts'
import { ipVsScheduler } from './ip_vs_sched.ts'

/** Servers a, b, c … in the order the kernel has them, with these weights. */
function serviceOf(scheduler: IpvsScheduler, weights: readonly number[], schedFlags = 0): IpVsService {
  const stats = new IpVsStats(new Clock())
  const options = { scheduler, persistent: null, netmask: 0xffffffff, onePacket: false, schedFlags }
  const svc: IpVsService = {
    id: { fwmark: 1 },
    options,
    scheduling: ipVsScheduler(scheduler),
    dests: [],
    stats,
  }
  svc.dests = weights.map((weight, i): IpVsDest => ({
    svc,
    address: i,
    port: 0,
    options: { forward: 'masq', weight, upper: 0, lower: 0 },
    active: 0,
    inactive: 0,
    persistent: 0,
    overloaded: false,
    available: true,
    stats,
  }))
  svc.scheduling.changed?.(svc)
  return svc
}

/** Whom so many connections get, all of which stay. */
function choose(svc: IpVsService, times: number, saddr = 1): string {
  let chosen = ''
  for (let i = 0; i < times; i++) {
    const dest = svc.scheduling.schedule(svc, { saddr, daddr: 0, sport: i })
    if (dest) dest.active++
    chosen += dest ? 'abc'[dest.address] : '-'
  }
  return chosen
}

test.each([
  ['rr', [1, 1, 1], 'abcabc'],
  ['rr', [1, 0, 1], 'acacac'],
  ['rr', [0, 0, 0], '------'],
  ['wrr', [4, 3, 2], 'aababcabc'],
  ['wrr', [2, 2, 4], 'cabccabc'],
  ['wrr', [0, 1, 0], 'bbb'],
  ['lc', [1, 1, 1], 'abcabc'],
  ['wlc', [1, 2, 1], 'abcbabcb'],
  ['sed', [1, 3], 'bbabbbab'],
  ['nq', [1, 3], 'abbbbbab'],
  ['fo', [1, 3, 2], 'bbbb'],
  ['ovf', [1, 2, 1], 'bbbaac'],
] as const)('%s of weights %j', (scheduler, weights, chosen) => {
  expect(choose(serviceOf(scheduler, weights), chosen.length)).toBe(chosen)
})

test('a turn goes on behind a server that was taken out', () => {
  const svc = serviceOf('rr', [1, 1, 1])
  expect(choose(svc, 2)).toBe('ab')
  const [, b] = svc.dests
  svc.scheduling.leave?.(svc, b!)
  svc.dests = svc.dests.filter((dest) => dest !== b)
  svc.scheduling.changed?.(svc)
  expect(choose(svc, 3)).toBe('cac')
})

test('source hashing gives a client the same server, and another one only if it may fall back', () => {
  const svc = serviceOf('sh', [1, 1, 1])
  const [own] = choose(svc, 1, 0x0a000001)
  expect(choose(svc, 3, 0x0a000001)).toBe(own!.repeat(3))
  const at = 'abc'.indexOf(own!)
  svc.dests[at]!.overloaded = true
  expect(choose(svc, 1, 0x0a000001)).toBe('-')
  svc.options = { ...svc.options, schedFlags: IPVS_SH_FALLBACK }
  expect(choose(svc, 1, 0x0a000001)).not.toMatch(new RegExp(`[-${own}]`))
})
