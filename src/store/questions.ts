// Questions that the lab answers once, as promises. Answers of one kind come in the order of their questions.
import type { FromLab, ToLab } from '../session/protocol.ts'

/** Which message answers which. */
const ANSWERED_BY = { export: 'exported', find: 'found', capture: 'captured', compare: 'compared' } as const

type AnsweredBy = typeof ANSWERED_BY
export type Question = Extract<ToLab, { type: keyof AnsweredBy }>
export type AnswerTo<Q extends Question> = Extract<FromLab, { type: AnsweredBy[Q['type']] }>

export interface Questions {
  /** Rejected when the lab dies over it. */
  readonly ask: <Q extends Question>(question: Q) => Promise<AnswerTo<Q>>
  /** Takes an answer; false when the message is none. */
  readonly hear: (message: FromLab) => boolean
  readonly fail: (reason: string) => void
}

interface Waiter {
  readonly type: FromLab['type']
  readonly give: (answer: never) => void
  readonly fail: (reason: Error) => void
}

export function createQuestions(send: (message: ToLab) => void): Questions {
  const waiters: Waiter[] = []
  return {
    ask: (question) =>
      new Promise((give, fail) => {
        waiters.push({ type: ANSWERED_BY[question.type], give, fail })
        send(question)
      }),
    hear: (message) => {
      const at = waiters.findIndex(({ type }) => type === message.type)
      const [waiter] = at < 0 ? [] : waiters.splice(at, 1)
      waiter?.give(message as never)
      return waiter !== undefined
    },
    fail: (reason) => {
      for (const { fail } of waiters.splice(0)) fail(new Error(reason))
    },
  }
}
