import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { killCommand } from './kill.ts'

// Recorded: procps 4.0.2, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [
    [],
    '',
    '\nUsage:\n kill [options] <pid> [...]\n\nOptions:\n <pid> [...]            send signal to every <pid> listed\n -<signal>, -s, --signal <signal>\n                        specify the <signal> to be sent\n -q, --queue <value>    integer value to be sent with the signal\n -l, --list=[<signal>]  list all signal names, or convert one to a name\n -L, --table            list all signal names in a nice table\n\n -h, --help     display this help and exit\n -V, --version  output version information and exit\n\nFor more details see kill(1).\n',
    1,
  ],
  [
    ['-l'],
    '',
    'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT\nCHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH POLL PWR SYS\n',
    0,
  ],
  [
    ['-L'],
    '',
    ' 1 HUP      2 INT      3 QUIT     4 ILL      5 TRAP     6 ABRT     7 BUS\n 8 FPE      9 KILL    10 USR1    11 SEGV    12 USR2    13 PIPE    14 ALRM\n15 TERM    16 STKFLT  17 CHLD    18 CONT    19 STOP    20 TSTP    21 TTIN\n22 TTOU    23 URG     24 XCPU    25 XFSZ    26 VTALRM  27 PROF    28 WINCH\n29 POLL    30 PWR     31 SYS     \n',
    0,
  ],
  [['-l', '29'], '', 'POLL\n', 0],
  [['-l', 'INT'], '', '2\n', 0],
  [['-l', '99'], '', 'kill: unknown signal name 99\n', 0],
  [
    ['-FOO', '1'],
    '',
    'kill: invalid argument F\n\nUsage:\n kill [options] <pid> [...]\n\nOptions:\n <pid> [...]            send signal to every <pid> listed\n -<signal>, -s, --signal <signal>\n                        specify the <signal> to be sent\n -q, --queue <value>    integer value to be sent with the signal\n -l, --list=[<signal>]  list all signal names, or convert one to a name\n -L, --table            list all signal names in a nice table\n\n -h, --help     display this help and exit\n -V, --version  output version information and exit\n\nFor more details see kill(1).\n',
    1,
  ],
  [['-s', 'FOO', '1'], '', 'kill: (1): Invalid argument\n', 1],
  [['abc'], '', "kill: failed to parse argument: 'abc'\n", 1],
  [['99999'], '', 'kill: (99999): No such process\n', 1],
]

test.each(CASES)('kill %j', (args, stdin, output, status) => {
  expect(transcript(killCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
