import { expect, test } from 'vitest'
import { createQuestions } from './questions.ts'

test('answers go to their questions in order, a failure to all that wait', async () => {
  const sent: unknown[] = []
  const questions = createQuestions((message) => void sent.push(message))
  const first = questions.ask({ type: 'find', expression: 'arp', after: 0 })
  const file = questions.ask({ type: 'capture', hops: [1] })
  const second = questions.ask({ type: 'find', expression: 'tcp', after: 0 })
  expect(sent).toHaveLength(3)
  expect(questions.hear({ type: 'refused', reason: 'No.' })).toBe(false)
  questions.hear({ type: 'found', expression: 'arp', hops: [1, 2] })
  questions.hear({ type: 'found', expression: 'tcp', hops: null })
  expect([(await first).hops, (await second).hops]).toEqual([[1, 2], null])
  questions.fail('The lab stopped.')
  await expect(file).rejects.toThrow('The lab stopped.')
})
