import { expect, test } from 'vitest'
import { Capture } from '../os/capture.ts'
import { ShellSession } from './session.ts'
import { ShellBench } from './testing/bench.ts'

/** A session, and what a line of it prints with its status. */
function session(): { run(line: string): string; ended(): number | null; close(): void } {
  const bench = new ShellBench()
  const shell = new ShellSession()
  const out = new Capture()
  let ended: number | null = null
  const fds = new Map([
    [1, out],
    [2, out],
  ])
  bench.machine.spawn(shell.program, { argv: ['bash'], fds, onExit: (end) => (ended = end.status) })
  bench.settle()
  return {
    run(line) {
      let status = -1
      shell.run(line, (code) => (status = code))
      do bench.scheduler.runReady()
      while (status < 0 && bench.clock.step())
      return `${out.take()}[${status}]`
    },
    ended: () => ended,
    close() {
      shell.close()
      bench.settle()
    },
  }
}

test('variables, functions, options, directory and jobs persist', () => {
  const { run } = session()
  expect(run('x=1; f() { echo "f $x"; }; cd /tmp')).toBe('[0]')
  expect(run('f; pwd')).toBe('f 1\n/tmp\n[0]')
  expect(run('sleep 5 & echo started')).toBe('started\n[0]')
  expect(run('jobs; kill %1; wait; echo $?; jobs')).toBe('[1]+  Running                 sleep 5 &\n0\n[0]')
  expect(run('set -u; echo $nosuch; echo not reached')).toBe('bash: nosuch: unbound variable\n[1]')
  expect(run('set +u; echo "$nosuch" $?')).toBe(' 0\n[0]')
})

test('errors begin with the shell’s name, and none ends the session', () => {
  const { run } = session()
  expect(run('nosuch')).toBe('bash: nosuch: command not found\n[127]')
  expect(run('echo )')).toBe("bash: syntax error near unexpected token `)'\nbash: `echo )'\n[2]")
  expect(run('if true')).toBe('bash: syntax error: unexpected end of file\n[2]')
  expect(run('echo $((1/0)); echo no')).toBe('bash: 1/0: division by 0 (error token is "0")\n[1]')
  expect(run('echo ${x:?gone}; echo no')).toBe('bash: x: gone\n[1]')
  expect(run('cd /nosuch')).toBe('bash: cd: /nosuch: No such file or directory\n[1]')
  expect(run('f() { nosuch; }; f; (nosuch); x=$(nosuch); nosuch | cat')).toBe(
    'bash: nosuch: command not found\n'.repeat(4) + '[0]',
  )
  expect(run('echo nosuch > /tmp/s; . /tmp/s; bash /tmp/s; bash -c nosuch')).toBe(
    '/tmp/s: line 1: nosuch: command not found\n'.repeat(2) +
      'bash: line 1: nosuch: command not found\n[127]',
  )
})

test('exit ends its line only', () => {
  const { run, ended } = session()
  expect(run('echo a; exit 3; echo b')).toBe('a\n[3]')
  expect(run('echo $?; return 4; echo c; break')).toBe(
    "3\nbash: return: can only `return' from a function or sourced script\nc\n" +
      "bash: break: only meaningful in a `for', `while', or `until' loop\n[0]",
  )
  expect(run('f() { exit 5; }; for i in 1 2; do f; done; echo no')).toBe('[5]')
  expect(run('for i in 1; do echo still $i; done')).toBe('still 1\n[0]')
  expect(ended()).toBe(null)
})

test('standard input is empty, and a line may have lines', () => {
  const { run } = session()
  expect(run('cat; read x; echo "$? [$x]"')).toBe('1 []\n[0]')
  expect(run('cat <<E | sort\nb\n$((1+1))\nE\necho end')).toBe('2\nb\nend\n[0]')
  expect(run('# a comment')).toBe('[0]')
  expect(run('')).toBe('[0]')
  expect(run('false\n\n# c\n')).toBe('[1]')
})

test('the background goes on while later lines run', () => {
  const { run } = session()
  expect(run('(sleep 1; echo late) &')).toBe('[0]')
  expect(run('sleep 2; echo then')).toBe('late\nthen\n[0]')
})

test('close ends it, its EXIT trap run', () => {
  const { run, close, ended } = session()
  expect(run("trap 'exit 7' EXIT; echo set")).toBe('set\n[0]')
  close()
  expect(ended()).toBe(7)
})

test('lines are counted as the recorder of transcripts counts them', () => {
  const { run } = session()
  expect(run('cat <<END\nx')).toBe(
    "bash: warning: here-document at line 7 delimited by end-of-file (wanted `END')\nx\n[0]",
  )
  expect(run('echo $LINENO')).toBe('10\n[0]')
})
