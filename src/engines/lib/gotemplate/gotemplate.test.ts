import { describe, expect, it } from 'vitest'
import { TemplateError } from './error.ts'
import { execTemplate } from './exec.ts'
import { BUILTINS } from './functions.ts'
import { parseTemplate } from './parse.ts'
import { nil, pointerTo, withZero, type GoValue } from './value.ts'

const NAMES = new Set([...Object.keys(BUILTINS), 'upper'])
const DATA: GoValue = {
  Name: '/web',
  State: { Status: 'running', Running: true, Pid: 341 },
  Ports: new Map([['80/tcp', [{ HostIp: '0.0.0.0', HostPort: '8080' }]]]),
  Labels: withZero(
    new Map([
      ['b', '2'],
      ['a', '1'],
    ]),
    '',
  ),
  Args: ['nginx', '-g'],
  Binds: nil([]),
  Networks: new Map([['bridge', pointerTo({ IPAddress: '172.17.0.2' })]]),
}

function run(text: string, missingKeyError = false): string {
  try {
    const functions = { upper: (value: GoValue) => String(value).toUpperCase() }
    return execTemplate(parseTemplate(text, NAMES), DATA, { functions, missingKeyError })
  } catch (thrown) {
    if (thrown instanceof TemplateError) return `${thrown.stage}: ${thrown.message}`
    throw thrown
  }
}

// Recorded: Docker 28.5.2, whose templates are Go 1.27's.
describe('templates', () => {
  it.each([
    ['{{.State.Status}} {{.State.Pid}}', 'running 341'],
    ['{{.Labels}} {{.Args}} {{.State}} {{.Binds}}', 'map[a:1 b:2] [nginx -g] {running true 341} []'],
    ['{{range $k, $v := .Ports}}{{$k}} -> {{(index $v 0).HostPort}}{{"\\n"}}{{end}}', '80/tcp -> 8080\n'],
    ['{{range .Args}}{{.}},{{else}}none{{end}}{{range .Binds}}x{{else}}none{{end}}', 'nginx,-g,none'],
    ['{{range $i, $a := .Args}}{{if $i}} {{end}}{{$i}}={{$a}}{{end}}', '0=nginx 1=-g'],
    ['{{with .State}}{{.Status}}{{else}}no{{end}}', 'running'],
    ['{{if and .State.Running (eq .State.Pid 341)}}ok{{else if .Name}}named{{else}}no{{end}}', 'ok'],
    ['{{if not .State.Running}}a{{else if eq .Name "/web" "/db"}}b{{end}}', 'b'],
    ['{{$x := .Name}}{{$x}} {{len .Args}} {{or "" "z"}} {{and 1 0}}', '/web 2 z 0'],
    ['{{$n := 0}}{{range .Args}}{{$n = len .}}{{end}}{{$n}}', '2'],
    ['{{printf "%-6s|%5d|%q|%v|%05d|%x" .Name 42 .Name true 7 255}}', '/web  |   42|"/web"|true|00007|ff'],
    [
      '{{printf "%d" .Name}} {{printf "%s"}} {{printf "a" 1}}',
      '%!d(string=/web) %!s(MISSING) a%!(EXTRA int=1)',
    ],
    ['a {{- " b " -}} c', 'a b c'],
    ['{{/* nothing */}}{{"x" | upper | printf "%s-%s" "y"}}', 'y-X'],
    ['{{define "t"}}<{{.}}>{{end}}{{template "t" .Name}}', '</web>'],
    [
      '{{index .Labels "a"}}{{index .Labels "zz"}}|{{index .Networks "zz"}}|{{.Labels.zz}}',
      '1|<nil>|<no value>',
    ],
    ['{{.Networks.zz.IPAddress}}', '<no value>'],
    ['{{range .Args}}{{if eq . "-g"}}{{break}}{{end}}{{.}}{{end}}', 'nginx'],
    ['{{slice .Name 1}} {{slice .Args 1 2}} {{html "<a>"}}', 'web [-g] &lt;a&gt;'],
    ['{{lt 1 2}} {{gt "a" "b"}} {{ne 1 2}} {{print 1 2 "x" 3}}', 'true false true 1 2x3'],
  ])('%s', (text, output) => {
    expect(run(text)).toBe(output)
  })

  it('gives a pointer in a map by its address', () => {
    expect(run('{{.Networks}}')).toMatch(/^map\[bridge:0xc[0-9a-f]+\]$/)
  })

  it.each([
    ['{{.State.Pid', 'parse: template: :1: unclosed action'],
    ['{{foo .Name}}', 'parse: template: :1: function "foo" not defined'],
    ['{{if .Name}}x', 'parse: template: :1: unexpected EOF'],
    ['{{end}}', 'parse: template: :1: unexpected {{end}}'],
    ['a\n{{$x}}', 'parse: template: :2: undefined variable "$x"'],
    ['{{.Foo}}', 'exec: template: :1:2: executing "" at <.Foo>: can\'t evaluate field Foo in type struct'],
    [
      '{{.Name.foo}}',
      'exec: template: :1:7: executing "" at <.Name.foo>: can\'t evaluate field foo in type string',
    ],
    [
      '{{index .Args 99}}',
      'exec: template: :1:2: executing "" at <index .Args 99>: error calling index: index out of range: 99',
    ],
    [
      '{{range .Name}}{{end}}',
      'exec: template: :1:8: executing "" at <.Name>: range can\'t iterate over /web',
    ],
    [
      '{{lt 1 "a"}}',
      'exec: template: :1:2: executing "" at <lt 1 "a">: error calling lt: incompatible types for comparison',
    ],
  ])('%s is refused', (text, words) => {
    expect(run(text)).toBe(words)
  })

  it('refuses a key that is not there when it is told to', () => {
    expect(run('{{.Labels.zz}}', true)).toBe(
      'exec: template: :1:9: executing "" at <.Labels.zz>: map has no entry for key "zz"',
    )
  })
})
