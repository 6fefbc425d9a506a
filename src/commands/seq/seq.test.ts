import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { seqCommand } from './seq.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['3'], '', '1\n2\n3\n', 0],
  [['2', '4'], '', '2\n3\n4\n', 0],
  [['5', '-1', '1'], '', '5\n4\n3\n2\n1\n', 0],
  [['1', '2', '7'], '', '1\n3\n5\n7\n', 0],
  [['0.5', '0.5', '2'], '', '0.5\n1.0\n1.5\n2.0\n', 0],
  [['-w', '8', '11'], '', '08\n09\n10\n11\n', 0],
  [['-s,', '3'], '', '1,2,3\n', 0],
  [['-f', '%03g', '3'], '', '001\n002\n003\n', 0],
  [['-f', 'v%.2f', '2'], '', 'v1.00\nv2.00\n', 0],
  [[], '', "seq: missing operand\nTry 'seq --help' for more information.\n", 1],
  [['x'], '', "seq: invalid floating point argument: ‘x’\nTry 'seq --help' for more information.\n", 1],
  [
    ['1', '0', '3'],
    '',
    "seq: invalid Zero increment value: ‘0’\nTry 'seq --help' for more information.\n",
    1,
  ],
  [['1', '2', '3', '4'], '', "seq: extra operand ‘4’\nTry 'seq --help' for more information.\n", 1],
  [['-2', '2'], '', '-2\n-1\n0\n1\n2\n', 0],
  [['3', '1'], '', '', 0],
  [['1e2', '102'], '', '100\n101\n102\n', 0],
  [['1', '.3', '2'], '', '1.0\n1.3\n1.6\n1.9\n', 0],
  [['-w', '-1', '1'], '', '-1\n00\n01\n', 0],
  [['-f', '%d', '3'], '', 'seq: format ‘%d’ has unknown %d directive\n', 1],
  [['-f', 'x', '3'], '', 'seq: format ‘x’ has no % directive\n', 1],
]

test.each(CASES)('seq %j', (args, stdin, output, status) => {
  expect(transcript(seqCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
