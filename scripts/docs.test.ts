// What the documents name has to be there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './ensure.mjs'

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'conformance/README.md',
  'docs/flow.md',
  ...readdirSync(join(ROOT, 'docs', 'adr')).map((name) => `docs/adr/${name}`),
]

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

test.each(DOCUMENTS)('the files that %s names exist', (document) => {
  const paths = read(document).match(/\b(?:src|scripts|conformance|bench|docs)\/[\w./-]*\w/g) ?? []
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test.each(DOCUMENTS)('the files that %s links to exist', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!)
  expect(links.filter((link) => !existsSync(join(ROOT, document, '..', link)))).toEqual([])
})

test('the functions that docs/flow.md names exist', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => read(join('src', path)))
    .join('\n')
  const words = new Set(sources.match(/\w+/g))
  const code = read('docs/flow.md').match(/```[^]*?```|`[^`]+`/g) ?? []
  const names = code.flatMap((text) => text.match(/\b[a-z]+[A-Z]\w*/g) ?? [])
  expect([...new Set(names)].filter((name) => !words.has(name))).toEqual([])
})
