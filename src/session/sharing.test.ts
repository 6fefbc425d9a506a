// What a link may ask for, and the forms in which a lab is taken away.
import { describe, expect, it } from 'vitest'
import { Page } from './testing.ts'

const THREE = '$ ip netns add one\n$ ip netns add two\n$ ip netns add three\n'

function names(page: Page): readonly (string | null)[] {
  return page.view.machines[0]?.namespaces.map((n) => n.name) ?? []
}

describe('a lab opened at a step', () => {
  it('has its first commands given, and the rest one redo each', () => {
    const page = new Page().send({ type: 'open', text: THREE, step: 1 })
    expect([names(page), page.text, page.canRedo]).toEqual([[null, 'one'], '$ ip netns add one\n', true])
    page.send({ type: 'redo' })
    expect(names(page)).toEqual([null, 'one', 'two'])
    page.send({ type: 'redo' })
    expect([page.text, page.canRedo]).toEqual([THREE, false])
  })

  it('forgets the rest when something else is done', () => {
    const page = new Page().send({ type: 'open', text: THREE, step: 0 }).run('ip netns add other')
    expect([names(page), page.canRedo]).toEqual([[null, 'other'], false])
  })

  it('past its end is whole', () => {
    const page = new Page().send({ type: 'open', text: THREE, step: 9 })
    expect([page.text, page.canRedo]).toEqual([THREE, false])
  })
})

it('a lab is taken away as it stands, the past replayed beside it', () => {
  const page = new Page().open('#! title: Mine\n$ ip netns add red\n').run('ip netns')
  page.send({ type: 'export', form: 'transcript', link: '' })
  expect(page.messages.find((message) => message.type === 'exported')).toEqual({
    type: 'exported',
    form: 'transcript',
    name: 'mine.t',
    data: '#! title: Mine\n$ ip netns add red\n$ ip netns\nred\n',
  })
})
