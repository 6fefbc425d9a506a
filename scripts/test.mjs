// npm test: installs what is missing, runs every check, and closes with one line: N passed, N failed.
// `test.mjs NAME… [ARGUMENT…]` runs the named checks only; arguments go to the last one's tool.
import { ensureInstalled } from './ensure.mjs'

ensureInstalled()
const { CHECKS } = await import('./checks.mjs')

const args = process.argv.slice(2)
const asked = takeNames(args)
const needed = new Set(asked.flatMap((check) => [...check.needs, check.name]))
const chosen = asked.length > 0 ? CHECKS.filter((check) => needed.has(check.name)) : CHECKS
const last = chosen.at(-1)

let passed = 0
let failed = 0
const failing = []
for (const check of chosen) {
  process.stdout.write(`\n== ${check.name}\n`)
  const tally = await check.run(check === last ? args : [])
  passed += tally.passed
  failed += tally.failed
  if (tally.failed > 0) failing.push(check.name)
}
if (failing.length > 0) process.stdout.write(`\nfailed: ${failing.join(', ')}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0

/**
 * Takes the leading words that name checks out of `words`.
 * @param {string[]} words
 */
function takeNames(words) {
  const checks = []
  for (;;) {
    const check = CHECKS.find(({ name }) => name === words[0])
    if (!check) return checks
    checks.push(check)
    words.shift()
  }
}
