// Expected values are recorded from Debian's busybox-static 1.35.
import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

function run(...lines: readonly string[]) {
  const lab = fullLab()
  let last = { output: '', status: 0 }
  for (const line of lines) {
    const { output, status } = lab.exec('host', line)
    last = { output, status }
  }
  return last
}

const BANNER = 'BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.\n\n'

describe('busybox', () => {
  it('runs an applet by its argument or by the name of a link', () => {
    expect(run('busybox basename /a/b.c .c')).toEqual({ output: 'b\n', status: 0 })
    const linked = ['mkdir /opt/box', 'ln -s /usr/bin/busybox /opt/box/dirname', '/opt/box/dirname /a/b']
    expect(run(...linked)).toEqual({ output: '/a\n', status: 0 })
    expect(run('cp /usr/bin/busybox /opt/busybox', '/opt/busybox basename /x/y').output).toBe('y\n')
  })

  it('lists its applets with their paths', () => {
    const paths = run('busybox --list-full').output.split('\n')
    expect(paths).toHaveLength(270)
    expect(paths.slice(0, 3)).toEqual(['usr/bin/[', 'usr/bin/[[', 'sbin/acpid'])
    expect(run('busybox --install -s /tmp', 'readlink /tmp/wget').output).toBe('/bin/busybox\n')
  })

  it('says what it has not, and how what it has is used', () => {
    expect(run('busybox nosuch')).toEqual({ output: 'nosuch: applet not found\n', status: 127 })
    expect(run('busybox vi x')).toEqual({ output: 'vi: vi is not supported in vethlab\n', status: 1 })
    const usage = `${BANNER}Usage: whoami\n\nPrint the user name associated with the current effective user id\n`
    expect(run('busybox whoami --help')).toEqual({ output: usage, status: 0 })
    expect(run('busybox whoami x')).toEqual({ output: usage, status: 1 })
    expect(run('busybox true --help')).toEqual({ output: '', status: 0 })
  })

  it('takes its own options only, and says what fails in its own words', () => {
    expect(run('busybox cat --number 2>&1 | head -1').output).toBe("cat: unrecognized option '--number'\n")
    expect(run('busybox rm -z 2>&1 | head -1').output).toBe("rm: invalid option -- 'z'\n")
    expect(run('busybox rm /tmp')).toEqual({ output: "rm: '/tmp' is a directory\n", status: 1 })
    expect(run('busybox ls /nosuch')).toEqual({
      output: 'ls: /nosuch: No such file or directory\n',
      status: 1,
    })
    expect(run('busybox tail /nosuch').output).toBe(
      "tail: can't open '/nosuch': No such file or directory\ntail: no files\n",
    )
  })

  it('finds its applets before anything on PATH', () => {
    expect(run("PATH=/nowhere /usr/bin/busybox sh -c 'echo a | wc -c'").output).toBe('2\n')
    expect(run('PATH=/nowhere /usr/bin/busybox timeout 1 echo x').output).toBe('x\n')
    expect(run("busybox sh -c 'type wc'").output).toBe('wc is wc\n')
  })
})

describe('find', () => {
  const TREE = 'mkdir -p /tmp/t/d; echo hi > /tmp/t/a; touch /tmp/t/d/e; cd /tmp/t'

  it.each([
    ['', '.\n./a\n./d\n./d/e\n'],
    ['. -name a', './a\n'],
    ['. -type d', '.\n./d\n'],
    ['. ! -name a -maxdepth 1', '.\n./d\n'],
    ['. -name a -o -empty', './a\n./d/e\n'],
    ['. -type f -exec wc -c {} +', '        3 ./a\n        0 ./d/e\n        3 total\n'],
    ['nosuch', 'find: nosuch: No such file or directory\n'],
    ['. -name', 'find: -name requires an argument\n'],
  ])('find %s', (words, output) => {
    expect(run(`${TREE}; busybox find ${words}`).output).toBe(output)
  })
})
