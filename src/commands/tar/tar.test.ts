// Recorded from GNU tar 1.34 and BusyBox 1.35.
import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

function labWithFiles() {
  const lab = fullLab()
  lab.exec('host', 'mkdir -p /tmp/t/d/e; cd /tmp/t; echo hello > f; echo 1 > d/1; ln -s 1 d/l')
  const run = (command: string) => lab.exec('host', command)
  return run
}

describe.each(['tar', 'busybox tar'])('%s', (tar) => {
  it('makes archives, lists and reads them', () => {
    const run = labWithFiles()
    expect(run(`${tar} cf a.tar f d; ${tar} tf a.tar`)).toEqual({
      output: 'f\nd/\nd/1\nd/e/\nd/l\n',
      status: 0,
    })
    expect(run(`mkdir x; ${tar} xf a.tar -C x; find x | sort; readlink x/d/l; cat x/f`).output).toBe(
      'x\nx/d\nx/d/1\nx/d/e\nx/d/l\nx/f\n1\nhello\n',
    )
    expect(run(`${tar} -cf - f | ${tar} -xOf -`).output).toBe('hello\n')
    expect(run(`${tar} xvf a.tar -C x f`).output).toBe('f\n')
    expect(run(`${tar} tvf a.tar f`).output).toMatch(
      /^-rw-r--r-- root\/root         6 \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? f\n$/,
    )
  })

  it('keeps names that a head has no room for', () => {
    const run = labWithFiles()
    const long = 'n'.repeat(120)
    expect(run(`echo 1 > ${long}; ${tar} cf a.tar ${long}; ${tar} tf a.tar`).output).toBe(`${long}\n`)
  })
})

it('says what is wrong as GNU does', () => {
  const run = labWithFiles()
  const hint = "Try 'tar --help' or 'tar --usage' for more information.\n"
  expect(run('tar cf b.tar nope')).toEqual({
    output:
      'tar: nope: Cannot stat: No such file or directory\ntar: Exiting with failure status due to previous errors\n',
    status: 2,
  })
  expect(run('tar xf nope.tar').output).toBe(
    'tar: nope.tar: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now\n',
  )
  expect(run('tar xf f').output).toBe(
    'tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors\n',
  )
  expect(run('tar cf - /tmp/t/f | tar tf -').output).toBe(
    "tar: Removing leading `/' from member names\ntmp/t/f\n",
  )
  expect(run('tar xf').output).toBe(`tar: Old option 'f' requires an argument.\n${hint}`)
  expect(run('tar -q')).toEqual({ output: `tar: invalid option -- 'q'\n${hint}`, status: 64 })
  expect(run('tar czf a.tgz f').output).toBe('tar: option -z is not supported in vethlab\n')
})

it('says what is wrong as BusyBox does', () => {
  const run = labWithFiles()
  expect(run('busybox tar cf b.tar nope')).toEqual({
    output: 'tar: nope: No such file or directory\ntar: error exit delayed from previous errors\n',
    status: 1,
  })
  expect(run('busybox tar xf f').output).toBe('tar: short read\n')
  expect(run('busybox tar cf a.tar f; busybox tar xf a.tar zz').output).toBe(
    'tar: zz: not found in archive\n',
  )
  expect(run('busybox tar xf a.tar -C /nope').output).toBe(
    "tar: can't change directory to '/nope': No such file or directory\n",
  )
})
