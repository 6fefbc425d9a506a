// What was reached: exact.json holds, for each transcript, how many steps come out exactly as on Linux and which do
// not. A step that came out exactly may not stop doing so.
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Entry
 * @property {number} exact how many steps
 * @property {number} steps of how many
 * @property {string} inexact the others, by number from 1: `3 7-9`
 *
 * @typedef {Record<string, Entry>} Ledger by transcript
 *
 * @typedef {object} Known
 * @property {readonly string[]} whole transcripts that have to come out exactly from end to end
 * @property {readonly { transcript: string, step: number, command: string, reason: string }[]} cannot steps excepted
 *
 * @typedef {object} Outcome of a transcript's replay
 * @property {string} name
 * @property {readonly string[]} commands of its steps
 * @property {readonly number[]} inexact steps, by number from 1
 *
 * @typedef {object} Verdict
 * @property {string[]} complaints why the transcript fails; empty when it passes
 * @property {boolean} counts something of it has to be exact, so that its passing means something
 * @property {boolean} better more steps are exact than the ledger says
 * @property {boolean} mayUpdate the ledger may take the new count
 */

/**
 * @param {string} file
 * @returns {Ledger}
 */
export function readLedger(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * One line for each transcript, by name, so that changes to two do not touch the same line.
 * @param {Ledger} ledger
 */
export function formatLedger(ledger) {
  const names = Object.keys(ledger).sort()
  const line = (name) => {
    const { exact, steps, inexact } = ledger[name] ?? { exact: 0, steps: 0, inexact: '' }
    return `  ${JSON.stringify(name)}: { "exact": ${exact}, "steps": ${steps}, "inexact": ${JSON.stringify(inexact)} }`
  }
  return names.length === 0 ? '{}\n' : `{\n${names.map(line).join(',\n')}\n}\n`
}

/**
 * @param {Outcome} outcome
 * @param {Entry | undefined} entry what the ledger says
 * @param {Known} known
 * @returns {Verdict}
 */
export function judge({ name, commands, inexact }, entry, known) {
  const cannot = known.cannot.filter(({ transcript }) => transcript === name)
  const excused = new Set(cannot.map(({ step }) => step))
  const exact = commands.length - inexact.length
  const complaints = []

  const inexactBefore = new Set(fromRanges(entry?.inexact ?? ''))
  const wasExact = (/** @type {number} */ step) => step <= (entry?.steps ?? 0) && !inexactBefore.has(step)
  const lost = inexact.filter((step) => wasExact(step) && !excused.has(step))
  for (const step of lost) complaints.push(`step ${step} was exact and is not: ${commands[step - 1]}`)
  // A step that turned out to be one that cannot be does not count against the others.
  const before = (entry?.exact ?? 0) - inexact.filter((step) => wasExact(step) && excused.has(step)).length
  if (exact < before && lost.length === 0) complaints.push(`${exact} exact steps, and there were ${before}`)

  for (const { step, command } of cannot) {
    if (commands[step - 1] !== command) complaints.push(`known.json: step ${step} is not ${command}`)
    else if (!inexact.includes(step)) complaints.push(`known.json: step ${step} can be after all: ${command}`)
  }
  if (known.whole.includes(name)) {
    const broken = inexact.filter((step) => !excused.has(step) && !lost.includes(step))
    for (const step of broken)
      complaints.push(`has to be whole, and step ${step} is not exact: ${commands[step - 1]}`)
  }
  return {
    complaints,
    counts: before > 0 || known.whole.includes(name),
    better: exact > before,
    mayUpdate: exact >= before,
  }
}

/**
 * `3 7-9` for 3, 7, 8, 9.
 * @param {readonly number[]} numbers rising
 */
export function toRanges(numbers) {
  /** @type {[number, number][]} */
  const ranges = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ')
}

/**
 * The inverse of toRanges.
 * @param {string} text
 */
export function fromRanges(text) {
  return text
    .split(' ')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
}
