import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { dateCommand } from './date.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['-u', '-d', '@0'], '', 'Thu Jan  1 00:00:00 UTC 1970\n', 0],
  [['-u', '-d', '@1700000000', '+%F_%T'], '', '2023-11-14_22:13:20\n', 0],
  [
    ['-u', '-d', '2024-02-29', '+%j-%U-%V-%a-%A-%b-%B-%d-%e-%m-%y-%G-%u-%w-%W-%C'],
    '',
    '060-08-09-Thu-Thursday-Feb-February-29-29-02-24-2024-4-4-09-20\n',
    0,
  ],
  [['-u', '-d', '2024-01-01 12:34:56', '+%H:%M:%S-%I-%p-%s'], '', '12:34:56-12-PM-1704112496\n', 0],
  [['-u', '-I', '-d', '@0'], '', '1970-01-01\n', 0],
  [['-Is', '-u', '-d', '@0'], '', '1970-01-01T00:00:00+00:00\n', 0],
  [['-R', '-u', '-d', '@0'], '', 'Thu, 01 Jan 1970 00:00:00 +0000\n', 0],
  [['--rfc-3339=seconds', '-u', '-d', '@0'], '', '1970-01-01 00:00:00+00:00\n', 0],
  [['-d', 'nonsense'], '', 'date: invalid date ‘nonsense’\n', 1],
  [['foo'], '', 'date: invalid date ‘foo’\n', 1],
  [['+%F', 'extra'], '', "date: extra operand ‘extra’\nTry 'date --help' for more information.\n", 1],
  [['-u', '-d', '@0', '+%-d-%_d-%e-%k-%N-%^a-%%-%q'], '', '1- 1- 1- 0-000000000-THU-%-1\n', 0],
  [['-u', '-d', '2021-01-03', '+%G-W%V-%u'], '', '2020-W53-7\n', 0],
  [['-u', '-d', '2020-12-31', '+%G-W%V'], '', '2020-W53\n', 0],
  [
    ['-Ifoo'],
    '',
    "date: invalid argument ‘foo’ for ‘--iso-8601’\nValid arguments are:\n  - ‘hours’\n  - ‘minutes’\n  - ‘date’\n  - ‘seconds’\n  - ‘ns’\nTry 'date --help' for more information.\n",
    1,
  ],
]

test.each(CASES)('date %j', (args, stdin, output, status) => {
  expect(transcript(dateCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
