import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { jqCommand } from './jq.ts'

// Recorded: jq 1.6.
const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [
    ['-c', '.'],
    '1.0 1.50 100000000000000000000 1e1000 1e-5 123456789012 1e17 -0',
    '1\n1.5\n1e+20\n1.7976931348623157e+308\n1e-05\n123456789012\n1e+17\n-0\n',
    0,
  ],
  [['.'], '"\\u00e9\\u0001\\u007f/\\ud83d\\ude00"', '"é\\u0001\\u007f/😀"\n', 0],
  [['-a', '.'], '"é"', '"\\u00e9"\n', 0],
  [
    ['-S', '.'],
    '{"b":[1,{"c":[]}],"a":{}}',
    '{\n  "a": {},\n  "b": [\n    1,\n    {\n      "c": []\n    }\n  ]\n}\n',
    0,
  ],
  [
    ['-C', '-c', '.'],
    '{"a":[1,null,"x",true]}',
    '\x1b[1;39m{\x1b[0m\x1b[34;1m"a"\x1b[0m\x1b[1;39m:\x1b[0m\x1b[1;39m[\x1b[0;39m1\x1b[0m\x1b[1;39m,\x1b[1;30mnull\x1b[0m\x1b[1;39m,\x1b[0;32m"x"\x1b[0m\x1b[1;39m,\x1b[0;39mtrue\x1b[0m\x1b[1;39m\x1b[1;39m]\x1b[0m\x1b[1;39m\x1b[1;39m}\x1b[0m\n',
    0,
  ],
  [['-nc', '[1,"a",null,true,{},[]]|sort'], '', '[null,true,1,"a",[],{}]\n', 0],
  [
    ['-rn', '[1,"a",null]|@csv,@tsv,@sh,@json,@html,@uri'],
    '',
    '1,"a",\n1\ta\t\n1 \'a\' null\n[1,"a",null]\n[1,&quot;a&quot;,null]\n%5B1%2C%22a%22%2Cnull%5D\n',
    0,
  ],
  [['-nc', '{a:1} | .a += 1 | .b //= 5 | .a -= 3 | .a *= 2'], '', '{"a":-2,"b":5}\n', 0],
  [['-nc', '[1,2,3]|del(.[0,2])'], '', '[2]\n', 0],
  [['-nc', 'label $f | 1, break $f, 2'], '', '1\n', 0],
  [['-nc', '[[1,2],[3,4]] | [combinations]'], '', '[[1,3],[1,4],[2,3],[2,4]]\n', 0],
  [['-c', '--jsonargs', '$ARGS', '1', '{"a":2}'], '1', '{"positional":[1,{"a":2}],"named":{}}\n', 0],
  [['-s', '-c', '.'], '1 2 3', '[1,2,3]\n', 0],
  [['-Rs', '.'], 'a\nb\n', '"a\\nb\\n"\n', 0],
  [['.[0]'], '[1]\n{}\n[2]\n', 'jq: error (at <stdin>:2): Cannot index object with number\n1\n2\n', 0],
  [
    ['.+1'],
    '{"aaaaaaaaaaaaaaa":1}\n',
    'jq: error (at <stdin>:1): object ({"aaaaaaaaa...) and number (1) cannot be added\n',
    5,
  ],
  [
    ['(1|.a)=1'],
    '[1]\n',
    'jq: error (at <stdin>:1): Invalid path expression near attempt to access element "a" of 1\n',
    5,
  ],
  [['error'], '1\n', 'jq: error (at <stdin>:1) (not a string): 1\n', 5],
  [['.'], '[1,,2]\n', "parse error: Expected value before ',' at line 1, column 4\n", 4],
  [['.'], '{"a":1\n', 'parse error: Unfinished JSON term at EOF at line 2, column 0\n', 4],
  [['foo'], '1', 'jq: error: foo/0 is not defined at <top-level>, line 1:\nfoo\njq: 1 compile error\n', 3],
  [
    ['.a |'],
    '1',
    'jq: error: syntax error, unexpected $end (Unix shell quoting issues?) at <top-level>, line 1:\n.a |   \njq: 1 compile error\n',
    3,
  ],
  [['-e', '.>2'], '1', 'false\n', 1],
  [['-e', 'empty'], '1', '', 4],
  [['-n', '"bye\n"|halt_error(3)'], '', 'bye\n', 3],
]

test.each(CASES)('jq %j', (args, stdin, output, status) => {
  expect(transcript(jqCommand, args, { files: {}, stdin })).toEqual({ output, status })
})
