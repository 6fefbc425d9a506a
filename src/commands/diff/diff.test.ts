import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { diffCommand } from './diff.ts'

// Recorded: GNU diffutils 3.8, in a directory with these files.
const FILES = {
  x: 'a\nb\nc\n',
  y: 'a\nB\nc\nd\n',
  z: 'a',
  'd/x': 'a\n',
  'e/x': 'b\n',
  'e/only': '',
  l1: '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n',
  l2: '1\n2\n3\nfour\n5\n6\n7\n8\n10\n11\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['x', 'y'], '', '2c2\n< b\n---\n> B\n3a4\n> d\n', 1],
  [['-u', '-L', 'a', '-L', 'b', 'x', 'y'], '', '--- a\n+++ b\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n c\n+d\n', 1],
  [['-q', 'x', 'y'], '', 'Files x and y differ\n', 1],
  [['x', 'x'], '', '', 0],
  [['-s', 'x', 'x'], '', 'Files x and x are identical\n', 0],
  [['x', 'nope'], '', 'diff: nope: No such file or directory\n', 2],
  [[], '', "diff: missing operand after 'diff'\ndiff: Try 'diff --help' for more information.\n", 2],
  [['x'], '', "diff: missing operand after 'x'\ndiff: Try 'diff --help' for more information.\n", 2],
  [['x', 'z'], '', '1,3c1\n< a\n< b\n< c\n---\n> a\n\\ No newline at end of file\n', 1],
  [
    ['-u', '-L', 'a', '-L', 'b', 'x', 'z'],
    '',
    '--- a\n+++ b\n@@ -1,3 +1 @@\n-a\n-b\n-c\n+a\n\\ No newline at end of file\n',
    1,
  ],
  [['-i', 'x', 'y'], '', '3a4\n> d\n', 1],
  [['-r', 'd', 'e'], '', 'Only in e: only\ndiff -r d/x e/x\n1c1\n< a\n---\n> b\n', 1],
  [['d', 'e'], '', 'Only in e: only\ndiff d/x e/x\n1c1\n< a\n---\n> b\n', 1],
  [['d', 'x'], '', '1a2,3\n> b\n> c\n', 1],
  [
    ['-U1', '-L', 'a', '-L', 'b', 'l1', 'l2'],
    '',
    '--- a\n+++ b\n@@ -3,3 +3,3 @@\n 3\n-4\n+four\n 5\n@@ -8,3 +8,3 @@\n 8\n-9\n 10\n+11\n',
    1,
  ],
  [
    ['-U', '0', '-L', 'a', '-L', 'b', 'l1', 'l2'],
    '',
    '--- a\n+++ b\n@@ -4 +4 @@\n-4\n+four\n@@ -9 +8,0 @@\n-9\n@@ -10,0 +10 @@\n+11\n',
    1,
  ],
  [
    ['-c', '-L', 'a', '-L', 'b', 'x', 'y'],
    '',
    '*** a\n--- b\n***************\n*** 1,3 ****\n  a\n! b\n  c\n--- 1,4 ----\n  a\n! B\n  c\n+ d\n',
    1,
  ],
  [['l1', 'l2'], '', '4c4\n< 4\n---\n> four\n9d8\n< 9\n10a10\n> 11\n', 1],
  [['y', 'x'], '', '2c2\n< B\n---\n> b\n4d3\n< d\n', 1],
  [['-N', 'd/x', 'nope'], '', '1d0\n< a\n', 1],
  [
    ['--foo', 'x', 'y'],
    '',
    "diff: unrecognized option '--foo'\ndiff: Try 'diff --help' for more information.\n",
    2,
  ],
]

test.each(CASES)('diff %j', (args, stdin, output, status) => {
  expect(transcript(diffCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
