// Expected values are recorded from coreutils 9.1; times are the simulator's own.
import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import { readOperands } from './operands.ts'

const KNOWN = { conv: ['notrunc'], iflag: ['skip_bytes'], oflag: ['append'], status: ['none'] }

function run(line: string): string {
  return fullLab().exec('host', line).output
}

it('sizes have units and factors', () => {
  const sizes = ['1', '2w', '1b', '4k', '1K', '1kB', '1M', '1MB', '1MiB', '2x3k']
  const read = (bs: string): unknown => {
    const set = readOperands([`bs=${bs}`], KNOWN)
    return 'wrong' in set ? set.wrong : set.ibs
  }
  expect(sizes.map(read)).toEqual([1, 4, 512, 4096, 1024, 1000, 1048576, 1000000, 1048576, 6144])
  expect(['0', 'x', '1Q', ''].map(read)).toEqual(['zero', 'number', 'number', 'number'])
  expect(readOperands(['conv=notrunc,foo'], KNOWN)).toEqual({ wrong: 'conv', text: 'foo' })
  expect(readOperands(['a'], KNOWN)).toEqual({ wrong: 'operand', text: 'a' })
})

it('tells the octets in both kinds of units, once there are enough', () => {
  const told = (words: string) => run(`dd if=/dev/zero of=/dev/null ${words} 2>&1 | sed 's/copied.*/copied/'`)
  expect(told('bs=1 count=1')).toBe('1+0 records in\n1+0 records out\n1 byte copied\n')
  expect(told('bs=1500 count=1')).toBe(
    '1+0 records in\n1+0 records out\n1500 bytes (1.5 kB, 1.5 KiB) copied\n',
  )
  expect(told('bs=1M count=10')).toBe(
    '10+0 records in\n10+0 records out\n10485760 bytes (10 MB, 10 MiB) copied\n',
  )
  expect(told('bs=1000 count=1')).toBe('1+0 records in\n1+0 records out\n1000 bytes (1.0 kB) copied\n')
})

it('says how far it is, each second', () => {
  const slow = '(for i in 1 2 3; do sleep 0.7; echo $i; done) | dd of=/dev/null bs=1 status=progress'
  expect(run(`${slow} 2>&1 | tr '\\r' R | sed 's/copied, [0-9.]*\\([0-9]\\) s/copied, T/'`)).toBe(
    'R3 bytes copied, T, 0.0 kB/sR5 bytes copied, 2 s, 0.0 kB/s\n' +
      '6+0 records in\n6+0 records out\n6 bytes copied, T, 0.0 kB/s\n',
  )
  expect(run("printf '\\0%.0s' {1..1000} | dd bs=1000 2>&1 >/dev/null | tail -1")).toBe(
    '1000 bytes (1.0 kB) copied, 2.25e-06 s, 444 MB/s\n',
  )
})
