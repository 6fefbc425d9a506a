// Ref: extensions/libxt_conntrack.c: `state` is the older spelling of `conntrack --ctstate`.
import type { XtBits, XtState } from '../../../uapi/xt_match.ts'
import { bitNames, findBit, STATES } from '../conntrack.ts'
import { defineMatch } from '../extension.ts'
import type { Given } from '../option.ts'

function parseStates({ x, value }: Given): number {
  let bits = 0
  let rest = value
  for (;;) {
    const comma = rest.indexOf(',')
    // A word of nothing before a comma belongs to what follows.
    const word = comma <= 0 ? rest : rest.slice(0, comma)
    if (word === '') {
      return x.problem('"--state" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED')
    }
    const bit = findBit(STATES, word)
    if (bit === null) return x.problem(`Bad state "${word}"`)
    bits |= bit
    if (comma <= 0) return bits
    rest = rest.slice(comma + 1)
  }
}

export const stateMatch = defineMatch<XtState>({
  name: 'state',
  options: [{ name: 'state', argument: true, mandatory: true, invert: true }],
  help: `state match options:
 [!] --state [INVALID|ESTABLISHED|NEW|RELATED|UNTRACKED][,...]
				State(s) to match
`,
  parse: () => {
    let state: XtBits = { bits: 0, invert: false }
    return {
      option: (given) => {
        state = { bits: parseStates(given), invert: given.invert }
      },
      finish: () => ({ name: 'state', state }),
    }
  },
  print: ({ state }) => `${state.invert ? ' !' : ''} state ${bitNames(STATES, state.bits)}`,
  save: ({ state }) => `${state.invert ? ' !' : ''} --state ${bitNames(STATES, state.bits)}`,
  translate: ({ state }) =>
    `ct state ${state.invert ? '! ' : ''}${bitNames(STATES, state.bits).toLowerCase()}`,
})
