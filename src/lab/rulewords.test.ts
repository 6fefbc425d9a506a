import { expect, test } from 'vitest'
import { AF_INET, AF_INET6, RT_TABLE_MAIN } from '../uapi/rtnetlink.ts'
import { FIB_RULE_INVERT, FR_ACT_GOTO, FR_ACT_NOP, FR_ACT_TO_TBL, type RuleMessage } from '../uapi/rule.ts'
import { ruleWords } from './rulewords.ts'

function rule(over: Partial<RuleMessage>): RuleMessage {
  const none = { srcLen: 0, dstLen: 0, tos: 0, flags: 0, table: RT_TABLE_MAIN, action: FR_ACT_TO_TBL }
  return { type: 'RTM_NEWRULE', family: AF_INET, priority: 5, ...none, ...over }
}

test('a rule as ip rule add takes it', () => {
  const cases: readonly (readonly [Partial<RuleMessage>, string])[] = [
    [{}, 'priority 5 table 254'],
    [
      { src: 0x0a000000, srcLen: 8, tos: 16, iif: 'eth0' },
      'priority 5 from 10.0.0.0/8 tos 0x10 iif eth0 table 254',
    ],
    [{ flags: FIB_RULE_INVERT, fwmark: 16, fwmask: 240 }, 'priority 5 not fwmark 16/240 table 254'],
    [
      { ipproto: 6, dport: { start: 80, end: 90 }, action: FR_ACT_NOP, table: 0 },
      'priority 5 ipproto 6 dport 80-90 nop',
    ],
    [{ action: FR_ACT_GOTO, goto: 9, table: 0 }, 'priority 5 goto 9'],
    [{ action: 8, table: 0, family: AF_INET6, dst: 1n, dstLen: 128 }, '-6 priority 5 to ::1/128 prohibit'],
    [
      { suppressPrefixlen: 0, realms: (5 << 16) | 6 },
      'priority 5 realms 5/6 table 254 suppress_prefixlength 0',
    ],
  ]
  for (const [over, words] of cases) expect(ruleWords(rule(over))).toBe(words)
})
