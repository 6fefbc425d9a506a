import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { lsCommand } from './ls.ts'

const FILES = {
  b: 'text\n',
  a: '',
  'dir/x': '1\n',
  'dir/sub/y': '2\n',
  '.hidden': '',
  'link -> b': '',
  'gone -> no': '',
  'two words': '',
}

function ls(args: string, columns?: number) {
  const options = columns === undefined ? { files: FILES } : { files: FILES, columns }
  return transcript(lsCommand, args.split(' ').filter(Boolean), options)
}

test.each([
  ['', 'a\nb\ndir\ngone\nlink\ntwo words\n', 0],
  ['-a', '.\n..\n.hidden\na\nb\ndir\ngone\nlink\ntwo words\n', 0],
  ['-A', '.hidden\na\nb\ndir\ngone\nlink\ntwo words\n', 0],
  ['-r dir', 'x\nsub\n', 0],
  ['-F', 'a\nb\ndir/\ngone@\nlink@\ntwo words\n', 0],
  ['-m', 'a, b, dir, gone, link, two words\n', 0],
  ['-d dir', 'dir\n', 0],
  ['-R dir', 'dir:\nsub\nx\n\ndir/sub:\ny\n', 0],
  ['dir b', 'b\n\ndir:\nsub\nx\n', 0],
  ['-S', 'b\na\ndir\ngone\nlink\ntwo words\n', 0],
  ['no b', "ls: cannot access 'no': No such file or directory\nb\n", 2],
  ['-L gone', "ls: cannot access 'gone': No such file or directory\n", 2],
  ['--foo', "ls: unrecognized option '--foo'\nTry 'ls --help' for more information.\n", 2],
  ['-Z', 'ls: -Z is not supported in vethlab\n', 1],
])('ls %s', (args, output, status) => {
  expect(ls(args)).toEqual({ output, status })
})

test('a long listing', () => {
  expect(ls('-l').output).toBe(`total 4
-rw-r--r-- 1 root root 0 Jan  1 00:00 a
-rw-r--r-- 1 root root 5 Jan  1 00:00 b
drwxr-xr-x 3 root root 0 Jan  1 00:00 dir
lrw-r--r-- 1 root root 0 Jan  1 00:00 gone -> no
lrw-r--r-- 1 root root 0 Jan  1 00:00 link -> b
-rw-r--r-- 1 root root 0 Jan  1 00:00 two words
`)
})

test('columns on a terminal, names quoted where a shell needs it', () => {
  expect(ls('dir', 80).output).toBe('sub  x\n')
  expect(ls('', 80).output).toBe(" a   b\t dir   gone   link  'two words'\n")
  expect(ls('', 20).output).toBe(" a     gone\n b     link\n dir  'two words'\n")
  expect(ls('--color -F dir', 80).output).toBe('\x1b[0m\x1b[01;34msub\x1b[0m/  x\n')
})
