import type { Applet } from './applet.ts'
import { catApplet } from './cat.ts'
import { withErrors } from './process.ts'

export const moreApplet: Applet = {
  name: 'more',
  usage: ` [FILE]...

View FILE (or stdin) one screenful at a time`,
  // To what is no terminal it copies, and so it does here to one.
  *run(p) {
    return yield* catApplet.run(withErrors(p, (text) => text.replace(/^cat:/, 'more:')))
  },
}
