// Whether the lab still answers. A worker in an endless loop dies of nothing and says nothing, so it is asked something
// now and then: the story of packet 0, which there never is. Its answer, no story, is kept from the screen.
import type { FromLab, ToLab } from '../session/protocol.ts'

/** Beats without an answer, after which the lab is taken for stuck. */
const PATIENCE = 10

const QUESTION: ToLab = { type: 'story', skb: 0 }

export interface Heartbeat {
  /** To be called with all that is said to the lab. */
  readonly said: (message: ToLab) => void
  /** To be called with all that the lab says; true when it was the answer to a beat, which is nobody else's. */
  readonly heard: (message: FromLab) => boolean
  /** A second went by: what to ask now, or that it is stuck. */
  readonly beat: () => ToLab | 'stuck' | null
}

export function createHeartbeat(): Heartbeat {
  /** Questions on their way, the oldest first; answers come in their order. */
  let asked: readonly ('page' | 'beat')[] = []
  let silent = 0
  /** Nothing is concluded about a lab that never answered a beat. */
  let answered = false
  return {
    said: (message) => {
      if (message.type === 'story') asked = [...asked, 'page']
    },
    heard: (message) => {
      silent = 0
      if (message.type !== 'story') return false
      const whose = message.story === null ? asked[0] : 'page'
      const at = asked.findIndex((who) => who === whose)
      asked = asked.filter((_, n) => n !== at)
      if (whose === 'beat') answered = true
      return whose === 'beat'
    },
    beat: () => {
      silent += 1
      if (silent > PATIENCE && answered) return 'stuck'
      if (asked.includes('beat')) return null
      asked = [...asked, 'beat']
      return QUESTION
    },
  }
}
