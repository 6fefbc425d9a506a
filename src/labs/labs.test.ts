import { describe, expect, it } from 'vitest'
import { fullLab } from '../lab/full.ts'
import { parseText, type LabText } from '../lab/text.ts'
import type { Lesson } from './lesson.ts'
import { LESSONS } from './registry.ts'

function read(lesson: Lesson): LabText {
  const { text, error } = parseText(lesson.text)
  if (text === null) throw new Error(`${lesson.id}: ${error}`)
  return text
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  it('has its title in its text', () => {
    expect(read(lesson).title).toBe(lesson.title)
  })

  it('is built without a word, and then what it says holds', () => {
    const text = read(lesson)
    const lab = fullLab(text.world)
    for (const { machine, command } of text.steps) {
      const { output, status } = lab.exec(machine, command)
      expect({ command, status, errors: status === 0 ? '' : output }).toEqual({
        command,
        status: 0,
        errors: '',
      })
    }
    for (const { machine, command, status } of lesson.holds) {
      expect({ command, status: lab.exec(machine, command).status }).toEqual({ command, status })
    }
  })
})

it('every lab has an id of its own', () => {
  expect(new Set(LESSONS.map((lesson) => lesson.id)).size).toBe(LESSONS.length)
})
