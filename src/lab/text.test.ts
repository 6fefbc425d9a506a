import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse as parseTranscript } from '../../conformance/transcript.mjs'
import { composeText, formatText, parseText, withoutOutput, type LabText } from './text.ts'

const read = (source: string): LabText => {
  const parsed = parseText(source)
  if (parsed.error !== null) throw new Error(parsed.error)
  return parsed.text
}

const SAMPLE = `#! world: lan
#! title: First steps
#! at host/red 120 80
#! at host -5.5 7
# make it
$ ip netns add red
$ ip link set foo up
Cannot find device "foo"
[1]
#! ran 3.214s
pc$ ping 192.168.1.10
\\$ not a prompt
\\[1]
[130]
$ for i in 1 2
> do echo $i; done
1
2
# the end
`

describe('a text', () => {
  it('is read into its parts', () => {
    expect(read(SAMPLE)).toEqual({
      world: 'lan',
      title: 'First steps',
      placements: [
        { path: 'host/red', x: 120, y: 80 },
        { path: 'host', x: -5.5, y: 7 },
      ],
      notes: [],
      steps: [
        {
          machine: 'host',
          command: 'ip netns add red',
          comments: SAMPLE.split('\n').slice(0, 5),
          ran: null,
          output: '',
          status: 0,
        },
        {
          machine: 'host',
          command: 'ip link set foo up',
          comments: [],
          ran: null,
          output: 'Cannot find device "foo"\n',
          status: 1,
        },
        {
          machine: 'pc',
          command: 'ping 192.168.1.10',
          comments: ['#! ran 3.214s'],
          ran: 3_214_000_000,
          output: '$ not a prompt\n[1]\n',
          status: 130,
        },
        {
          machine: 'host',
          command: 'for i in 1 2\ndo echo $i; done',
          comments: [],
          ran: null,
          output: '1\n2\n',
          status: 0,
        },
      ],
      tail: ['# the end'],
    })
  })

  it('is written back as it was', () => {
    expect(formatText(read(SAMPLE))).toBe(SAMPLE)
  })

  it('loses its output, and nothing else, for a link', () => {
    expect(formatText(withoutOutput(read('# a\n$ echo 1\n1\n$ false\n[1]\n')))).toBe(
      '# a\n$ echo 1\n$ false\n',
    )
  })

  it('is put together with directives at their places, none twice', () => {
    const composed = composeText({
      ...read(SAMPLE),
      title: 'Other\n title',
      placements: [{ path: 'pc', x: 1.4, y: 2 }],
    })
    expect(formatText(withoutOutput(composed))).toBe(`#! world: lan
#! title: Other title
#! at pc 1 2
# make it
$ ip netns add red
$ ip link set foo up
#! ran 3.214s
pc$ ping 192.168.1.10
$ for i in 1 2
> do echo $i; done
# the end
`)
  })

  it('carries what is written on the canvas: several lines, any script, backslashes', () => {
    const notes = [
      { x: 120.4, y: -80, w: 200, text: '브리지는 스위치다\n\n  C:\\net and \\n  ' },
      { x: 0, y: 0, w: 160, text: '#! at host 1 2' },
    ]
    const text = composeText({ ...read('$ ls\n'), notes })
    const written = formatText(text)
    expect(written).toBe(
      '#! note 120 -80 200 브리지는 스위치다\\n\\n  C:\\\\net and \\\\n\n#! note 0 0 160 #! at host 1 2\n$ ls\n',
    )
    expect(read(written).notes).toEqual([
      { x: 120, y: -80, w: 200, text: '브리지는 스위치다\n\n  C:\\net and \\n' },
      notes[1],
    ])
    expect([read(written).placements, formatText(read(written))]).toEqual([[], written])
  })

  it('may hold no command', () => {
    const text = composeText({ world: 'lan', title: '', placements: [], notes: [], steps: [], tail: [] })
    expect(formatText(text)).toBe('#! world: lan\n')
    expect(read(formatText(text)).world).toBe('lan')
  })
})

describe('what cannot be read is refused in one sentence', () => {
  it.each([
    ['hello\n$ ls\n', 'line 1: output before the first command: “hello”'],
    ['#! world: mars\n', 'line 1: there is no world “mars”; there are bare, lan, docker and cluster'],
    ['$ ls\n#! at host 1\n', 'line 2: a place is written “#! at PATH X Y”'],
    ['#! at host 1e9 2\n', 'line 1: a place is written “#! at PATH X Y”'],
    ['#! note 1 2 hello\n', 'line 1: a note is written “#! note X Y WIDTH TEXT”'],
    ['#! ran long\n', 'line 1: the time a command ran is written “#! ran 3.214s”'],
  ])('%j', (source, error) => {
    expect(parseText(source)).toEqual({ text: null, error })
  })

  it('but a directive of a later version is a comment', () => {
    expect(read('#! colour: red\n$ ls\n').steps[0]?.comments).toEqual(['#! colour: red'])
  })
})

describe('the recorded transcripts', () => {
  const root = new URL('../../conformance/transcripts', import.meta.url).pathname
  const files = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
      e.isDirectory() ? files(join(dir, e.name)) : e.name.endsWith('.t') ? [join(dir, e.name)] : [],
    )
  const texts = files(root)
    .map((f) => readFileSync(f, 'utf8'))
    .filter((t) => !/^#! *world: *docker/m.test(t))

  it('are read as the conformance tools read them, and written back octet for octet', () => {
    expect(texts.length).toBeGreaterThan(100)
    for (const source of texts) {
      const text = read(source)
      expect(formatText(text)).toBe(source)
      const theirs = parseTranscript(source, 't')
      expect(text.steps.map((s) => [s.machine, s.command, s.output, s.status])).toEqual(
        theirs.steps.map((s) => [s.machine, s.command, s.output, s.exit]),
      )
    }
  })
})
