import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vethlab } from './vethlab.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vethlab-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

function run(...args: string[]): { out: string; err: string; status: number } {
  let out = ''
  let err = ''
  const status = vethlab(args, { out: (t) => (out += t), err: (t) => (err += t) })
  return { out, err, status }
}

describe('replay', () => {
  it('fills the output in', () => {
    const t = file('a.t', '# first\n$ echo hello\nold\n$ false\n')
    expect(run('replay', t)).toEqual({
      out: '# first\n$ echo hello\nhello\n$ false\n[1]\n',
      err: '',
      status: 0,
    })
  })

  it('writes below a folder under the same names', () => {
    file('set/one.t', '$ echo 1\n')
    file('set/deep/two.t', '#! world: lan\npc$ hostname\n')
    file('set/notes.txt', 'no transcript')
    const out = join(folder, 'out')
    expect(run('replay', '--out', out, join(folder, 'set'))).toEqual({ out: '', err: '', status: 0 })
    expect(readFileSync(join(out, 'one.t'), 'utf8')).toBe('$ echo 1\n1\n')
    expect(readFileSync(join(out, 'deep', 'two.t'), 'utf8')).toBe('#! world: lan\npc$ hostname\npc\n')
  })

  it('goes on after a file that cannot be read, and says so', () => {
    const bad = file('bad.t', 'hello\n')
    const good = file('good.t', '$ echo 1\n')
    expect(run('replay', bad, join(folder, 'none.t'), good)).toEqual({
      out: '$ echo 1\n1\n',
      err:
        `vethlab: ${bad}: line 1: output before the first command: “hello”\n` +
        `vethlab: ${join(folder, 'none.t')}: No such file or directory\n`,
      status: 1,
    })
  })

  it('wants something to replay', () => {
    expect(run('replay')).toEqual({
      out: '',
      err: 'usage: vethlab replay [--out DIR] FILE|DIR…\n',
      status: 2,
    })
    expect(run('replay', '--nosuch', 'x').status).toBe(2)
  })
})

describe('run', () => {
  it('runs a script, with its exit status', () => {
    const script = file('s.sh', '#!/bin/bash\nx=3\necho "x is $x"\nnosuch\nexit $x\n')
    expect(run('run', script)).toEqual({
      out: 'x is 3\ns.sh: line 4: nosuch: command not found\n',
      err: '',
      status: 3,
    })
  })

  it('runs it in the world it asks for', () => {
    expect(run('run', file('lan.sh', '#! world: lan\nip -4 -br addr show eth0\n')).out).toBe(
      'eth0@if2         UP             192.168.1.10/24 \n',
    )
    const mars = file('mars.sh', 'echo 1\n#! world: mars\n')
    expect(run('run', mars)).toEqual({
      out: '',
      err: `vethlab: ${mars}: line 2: there is no world “mars”; there are bare, lan, docker and cluster\n`,
      status: 1,
    })
  })

  it('runs a text, prompts and all', () => {
    expect(run('run', file('t', '$ echo 1\n$ ip nets\n')).out).toBe(
      '$ echo 1\n1\n$ ip nets\nObject "nets" is unknown, try "ip help".\n[1]\n',
    )
  })
})

describe('share and open', () => {
  it('are each other’s way back', () => {
    const t = file('lab.t', '#! title: A\n$ ip netns add red\n$ ip netns\nred\n')
    const { out, status } = run('share', t)
    expect([out, status]).toEqual([expect.stringMatching(/^#1\.[\w-]+\n$/), 0])
    const text = '#! title: A\n$ ip netns add red\n$ ip netns\n'
    expect(run('open', out.trim())).toEqual({ out: text, err: '', status: 0 })
    expect(run('open', `https://example.com/lab/${out.trim()}`).out).toBe(text)
  })

  it('refuse what is none', () => {
    expect(run('open', '#1.abc')).toEqual({
      out: '',
      err: 'vethlab: This link is damaged or was cut off, so the lab in it cannot be opened.\n',
      status: 1,
    })
    expect(run('share', join(folder, 'none')).status).toBe(1)
    expect(run('open').status).toBe(2)
  })
})

describe('shorten', () => {
  it('says what stands, without the way there', () => {
    const t = file(
      'long.t',
      '#! title: A\n$ ip netns add red\n$ ip netns add blue\n$ ip netns del blue\n$ ip nets\n',
    )
    expect(run('shorten', t)).toEqual({ out: '#! title: A\n$ ip netns add red\n', err: '', status: 0 })
  })
})

describe('anything else', () => {
  it('is told how it goes', () => {
    expect(run('help')).toMatchObject({
      err: '',
      status: 0,
      out: expect.stringContaining('vethlab replay [--out DIR]'),
    })
    expect(run()).toMatchObject({ out: '', status: 2 })
    expect(run('dance').err).toContain('vethlab: there is no verb dance\n')
  })
})
