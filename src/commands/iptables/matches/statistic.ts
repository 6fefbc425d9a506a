// Ref: extensions/libxt_statistic.c
import type { XtStatistic } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'

/** What the probability 1 is to the kernel. */
const ONE = 0x80000000

function probabilityText(probability: number): string {
  return (probability / ONE).toFixed(11)
}

export const statisticMatch = defineMatch<XtStatistic>({
  name: 'statistic',
  options: [
    { name: 'mode', argument: true, mandatory: true },
    { name: 'probability', argument: true, invert: true, excludes: ['every', 'packet'] },
    { name: 'every', argument: true, invert: true, excludes: ['probability'], also: ['packet'] },
    { name: 'packet', argument: true, excludes: ['probability'], also: ['every'] },
  ],
  help: `statistic match options:
 --mode mode                    Match mode (random, nth)
 random mode:
[!] --probability p		 Probability
 nth mode:
[!] --every n			 Match every nth packet
 --packet p			 Initial counter value (0 <= p <= n-1, default 0)
`,
  parse: (x) => {
    let mode: XtStatistic['mode'] = 'random'
    let probability = 0
    let every = 0
    let packet = 0
    let invert = false
    return {
      option: (given) => {
        if (given.invert) invert = true
        if (given.id === 'mode') {
          if (given.value !== 'random' && given.value !== 'nth') x.problem(`Bad mode "${given.value}"`)
          mode = given.value === 'nth' ? 'nth' : 'random'
        } else if (given.id === 'probability') {
          const share = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given.value)
            ? Number(given.value)
            : NaN
          if (!(share >= 0 && share <= 1)) given.complain('bad value for option', ', or out of range (0-1).')
          probability = Math.round(share * ONE)
        } else if (given.id === 'every') {
          every = given.uint(0xffffffff, 1)
        } else {
          packet = parseUnsigned(given.value) ?? given.uint()
        }
      },
      finish: (given) => {
        if (mode === 'random' && !given.has('probability')) {
          x.problem('--probability must be specified when using random mode')
        }
        if (mode === 'nth' && !given.has('every') && !given.has('packet')) {
          x.problem('--every and --packet must be specified when using nth mode')
        }
        if (mode === 'nth' && packet >= (every || 1)) x.problem('the --packet p must be 0 <= p <= n-1')
        if (mode === 'random') return { name: 'statistic', mode, probability, invert }
        return { name: 'statistic', mode, every, packet, invert }
      },
    }
  },
  print: (data) => {
    const not = data.invert ? ' !' : ''
    if (data.mode === 'random') {
      return ` statistic mode random${not} probability ${probabilityText(data.probability)}`
    }
    const packet = data.packet === 0 ? '' : ` packet ${data.packet}`
    return ` statistic mode nth${not} every ${data.every}${packet}`
  },
  save: (data) => {
    const not = data.invert ? ' !' : ''
    if (data.mode === 'random')
      return ` --mode random${not} --probability ${probabilityText(data.probability)}`
    return ` --mode nth${not} --every ${data.every} --packet ${data.packet}`
  },
  translate: (data) => {
    if (data.mode === 'random') {
      return `meta random & 2147483647 ${data.invert ? '>=' : '<'} ${data.probability}`
    }
    return `numgen inc mod ${data.every} ${data.invert ? '!= ' : ''}${data.packet}`
  },
})
