// As kubectl 1.36 prints the same values (`kubectl get configmap -o yaml`).
import { expect, it } from 'vitest'
import { toYaml } from './goyaml.ts'

it('quotes what would be read as something else, and what would not be read at all', () => {
  const texts = Object.fromEntries(
    ['80', 'true', 'y', 'null', '', 'a: b', 'a #b', '#b', '- x', '-x', "it's: so", 'say "hi"', '1.5']
      .concat(['2026-01-01', '12:30:45', ' lead', 'trail ', '{a}', '[a', 'a,b', '*x', '@x', 'x:y', 'x:'])
      .concat(['0x1f', '1e3', '~', 'on', '1_000', '012', '+1', '1.', '?', '%x', '<<', '=x', '한글 말'])
      .map((text, i) => [
        String.fromCharCode(97 + Math.floor(i / 26)) + String.fromCharCode(97 + (i % 26)),
        text,
      ]),
  )
  expect(toYaml(texts)).toMatchInlineSnapshot(`
    "aa: "80"
    ab: "true"
    ac: "y"
    ad: "null"
    ae: ""
    af: 'a: b'
    ag: 'a #b'
    ah: '#b'
    ai: '- x'
    aj: -x
    ak: 'it''s: so'
    al: say "hi"
    am: "1.5"
    an: "2026-01-01"
    ao: "12:30:45"
    ap: ' lead'
    aq: 'trail '
    ar: '{a}'
    as: '[a'
    at: a,b
    au: '*x'
    av: '@x'
    aw: x:y
    ax: 'x:'
    ay: "0x1f"
    az: "1e3"
    ba: "~"
    bb: "on"
    bc: "1_000"
    bd: "012"
    be: "+1"
    bf: "1."
    bg: '?'
    bh: '%x'
    bi: <<
    bj: =x
    bk: 한글 말
    "
  `)
})

it('folds what is longer than eighty columns, and sets lines as blocks', () => {
  expect(
    toYaml({
      block: 'line1\nline2\n',
      cut: 'line1\nline2',
      kept: 'line1\nline2\n\n',
      lead: '  two\n   lines\n',
      quoted:
        'quoted "text" that is long enough to be folded, true: yes it is, past the eightieth column of the terminal',
      trailing: 'trail \nline2\n',
      words:
        'this is a rather long text that certainly goes on past the eightieth column and then, after that, goes on for a good while more than anybody would ever want to read',
    }),
  ).toMatchInlineSnapshot(`
    "block: |
      line1
      line2
    cut: |-
      line1
      line2
    kept: |+
      line1
      line2

    lead: |2
        two
         lines
    quoted: 'quoted "text" that is long enough to be folded, true: yes it is, past the
      eightieth column of the terminal'
    trailing: "trail \\nline2\\n"
    words: this is a rather long text that certainly goes on past the eightieth column
      and then, after that, goes on for a good while more than anybody would ever want
      to read
    "
  `)
})
