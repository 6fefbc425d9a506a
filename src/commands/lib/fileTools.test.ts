// mkdir, rmdir, rm, cp, mv, ln, touch, chmod: what they do to files, and what they say.
import { expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { chmodCommand } from '../chmod/chmod.ts'
import { cpCommand } from '../cp/cp.ts'
import { lnCommand } from '../ln/ln.ts'
import { mkdirCommand } from '../mkdir/mkdir.ts'
import { mvCommand } from '../mv/mv.ts'
import { rmCommand } from '../rm/rm.ts'
import { rmdirCommand } from '../rmdir/rmdir.ts'
import { teeCommand } from '../tee/tee.ts'
import { machineAfter, transcript } from '../testing/run.ts'
import { touchCommand } from '../touch/touch.ts'

const FILES = {
  f: 'text\n',
  'full/x': '1\n',
  'full/sub/y': '2\n',
  'empty/': '',
  'link -> f': '',
  'gone -> nowhere': '',
}
const ALL = [
  mkdirCommand,
  rmdirCommand,
  rmCommand,
  cpCommand,
  mvCommand,
  lnCommand,
  touchCommand,
  chmodCommand,
]

function find(name: string): Command {
  return ALL.find((c) => c.name === name)!
}

/** Recorded: coreutils 9.1. */
const SAYS: readonly [line: string, output: string, status: number][] = [
  ['mkdir', "mkdir: missing operand\nTry 'mkdir --help' for more information.\n", 1],
  ['mkdir f', 'mkdir: cannot create directory ‘f’: File exists\n', 1],
  ['mkdir no/x', 'mkdir: cannot create directory ‘no/x’: No such file or directory\n', 1],
  ['mkdir -p f/x', 'mkdir: cannot create directory ‘f’: Not a directory\n', 1],
  ['mkdir -pv a/b', "mkdir: created directory 'a'\nmkdir: created directory 'a/b'\n", 0],
  ['mkdir -m zzz y', 'mkdir: invalid mode ‘zzz’\n', 1],
  ['rmdir no', "rmdir: failed to remove 'no': No such file or directory\n", 1],
  ['rmdir full', "rmdir: failed to remove 'full': Directory not empty\n", 1],
  ['rmdir -v empty', "rmdir: removing directory, 'empty'\n", 0],
  ['rm', "rm: missing operand\nTry 'rm --help' for more information.\n", 1],
  ['rm no', "rm: cannot remove 'no': No such file or directory\n", 1],
  ['rm -f no', '', 0],
  ['rm full', "rm: cannot remove 'full': Is a directory\n", 1],
  ['rm -rv full/sub', "removed 'full/sub/y'\nremoved directory 'full/sub'\n", 0],
  [
    'rm -rf /',
    "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe\n",
    1,
  ],
  ['cp', "cp: missing file operand\nTry 'cp --help' for more information.\n", 1],
  ['cp f', "cp: missing destination file operand after 'f'\nTry 'cp --help' for more information.\n", 1],
  ['cp no x', "cp: cannot stat 'no': No such file or directory\n", 1],
  ['cp full x', "cp: -r not specified; omitting directory 'full'\n", 1],
  ['cp f f', "cp: 'f' and 'f' are the same file\n", 1],
  ['cp -v f x', "'f' -> 'x'\n", 0],
  ['cp f link no', "cp: target 'no': No such file or directory\n", 1],
  ['cp -t no f', "cp: target directory 'no': No such file or directory\n", 1],
  ['mv no x', "mv: cannot stat 'no': No such file or directory\n", 1],
  ['mv -v f x', "renamed 'f' -> 'x'\n", 0],
  ['mv f link', "mv: 'f' and 'link' are the same file\n", 1],
  ['mv full full/in', "mv: cannot move 'full' to a subdirectory of itself, 'full/in'\n", 1],
  ['ln -s f link', "ln: failed to create symbolic link 'link': File exists\n", 1],
  ['ln -sv f l2', "'l2' -> 'f'\n", 0],
  ['ln f hard', 'ln: a hard link is not supported in vethlab\n', 1],
  ['touch', "touch: missing file operand\nTry 'touch --help' for more information.\n", 1],
  ['touch no/x', "touch: cannot touch 'no/x': No such file or directory\n", 1],
  ['chmod', "chmod: missing operand\nTry 'chmod --help' for more information.\n", 1],
  ['chmod 600', "chmod: missing operand after ‘600’\nTry 'chmod --help' for more information.\n", 1],
  ['chmod 999 f', "chmod: invalid mode: ‘999’\nTry 'chmod --help' for more information.\n", 1],
  ['chmod 600 no', "chmod: cannot access 'no': No such file or directory\n", 1],
  ['chmod -v 600 f', "mode of 'f' changed from 0644 (rw-r--r--) to 0600 (rw-------)\n", 0],
  ['chmod -v 644 f', "mode of 'f' retained as 0644 (rw-r--r--)\n", 0],
]

test.each(SAYS)('%s', (line, output, status) => {
  const [name = '', ...args] = line.split(' ')
  expect(transcript(find(name), args, { files: FILES })).toEqual({ output, status })
})

function after(line: string) {
  const [name = '', ...args] = line.split(' ')
  return machineAfter(find(name), args, { files: FILES }).files
}

test('what is then there', () => {
  expect(after('mkdir -p a/b/c').readdir('a/b')).toEqual(['c'])
  expect(after('rm -r full').readdir('.')).toEqual(['empty', 'f', 'gone', 'link'])
  expect(after('cp -r full copy').readdir('copy')).toEqual(['sub', 'x'])
  expect(after('cp f empty').readText('empty/f')).toBe('text\n')
  expect(after('cp link new').lstat('new')).toMatchObject({ kind: 'file', size: 5 })
  expect(after('cp -P link new').readlink('new')).toBe('f')
  expect(after('mv full empty').readText('empty/full/sub/y')).toBe('2\n')
  expect(after('mv f gone').lstat('gone')).toMatchObject({ kind: 'file' })
  expect(after('ln -sf full link').readlink('link')).toBe('full')
  expect(after('touch new').readText('new')).toBe('')
})

test.each([
  ['755', 0o755],
  ['u+x', 0o744],
  ['go-r', 0o600],
  ['a=r', 0o444],
  ['+x', 0o755],
  ['u=rwx,g=u,o=', 0o770],
  ['-r', 0o200],
  ['u+s', 0o4644],
])('chmod %s f', (mode, expected) => {
  expect(after(`chmod ${mode} f`).stat('f')).toMatchObject({ mode: expected })
})

test('tee writes to all of them', () => {
  const options = { files: FILES, stdin: 'in\n' }
  expect(transcript(teeCommand, ['a', 'no/x', 'b'], options)).toEqual({
    output: 'tee: no/x: No such file or directory\nin\n',
    status: 1,
  })
  const { files } = machineAfter(teeCommand, ['-a', 'f', 'new'], options)
  expect([files.readText('f'), files.readText('new')]).toEqual(['text\nin\n', 'in\n'])
})
