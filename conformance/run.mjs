#!/usr/bin/env node
// Replays transcripts of real Linux in the simulator and compares, step by step. README.md says how to use it.
//
//   run.mjs [--update] [--why N] [--by] [--report FILE] [NAME...]
//
// NAME is a transcript or a folder below transcripts/: `articles`, `iproute2/link/set-mtu.t`.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatLedger, judge, readLedger, toRanges } from './ledger.mjs'
import { compare, headOf } from './score.mjs'
import { parse } from './transcript.mjs'

/**
 * @typedef {object} Result of one transcript
 * @property {string} name
 * @property {import('./score.mjs').Comparison[]} steps
 */

const HERE = dirname(fileURLToPath(import.meta.url))
const TRANSCRIPTS = join(HERE, 'transcripts')
const LEDGER = join(HERE, 'exact.json')
const VETHLAB = join(dirname(HERE), 'scripts', 'vethlab.mjs')

const ALL_SECONDS = 120
const ONE_SECONDS = 10

main()

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      update: { type: 'boolean', default: false },
      why: { type: 'string', default: '0' },
      by: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  })
  const names = transcriptNames(positionals)
  if (names.length === 0) {
    process.stderr.write(`no transcript is called ${positionals.join(' ')}\n`)
    process.exitCode = 2
    return
  }
  const results = replay(names)

  printDifferences(results, Number(values.why))
  if (values.by) printByCommand(results)
  printByTopic(results)

  const ledger = readLedger(LEDGER)
  const known = JSON.parse(readFileSync(join(HERE, 'known.json'), 'utf8'))
  let passed = 0
  let failed = 0
  let better = 0
  for (const { name, steps } of results) {
    const inexact = steps.flatMap(({ exact }, index) => (exact ? [] : [index + 1]))
    const verdict = judge(
      { name, commands: steps.map(({ want }) => want.command), inexact },
      ledger[name],
      known,
    )
    for (const complaint of verdict.complaints) console.log(`not ok: ${name}: ${complaint}`)
    if (verdict.complaints.length > 0) failed++
    else if (verdict.counts) passed++
    if (verdict.better) better++
    if (values.update && verdict.mayUpdate)
      ledger[name] = { exact: steps.length - inexact.length, steps: steps.length, inexact: toRanges(inexact) }
  }
  if (values.update) {
    writeFileSync(LEDGER, formatLedger(ledger))
    console.log('exact.json is written; README.md has a table of it: npm run docs')
  } else if (better > 0)
    console.log(`${better} do better than exact.json says: npm run conformance -- --update`)
  if (values.report) writeFileSync(values.report, JSON.stringify({ passed, failed }))
  process.exitCode = failed > 0 ? 1 : 0
}

/**
 * @param {readonly string[]} chosen all when empty
 * @returns {string[]} paths below transcripts/, sorted
 */
function transcriptNames(chosen) {
  const all = readdirSync(TRANSCRIPTS, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.t'))
    .sort()
  if (chosen.length === 0) return all
  return all.filter((name) =>
    chosen.some((part) => name === part || name.startsWith(`${part.replace(/\/$/, '')}/`)),
  )
}

/**
 * All in one process; those that a crash or an endless loop kept from being written, then, each in its own.
 * @param {readonly string[]} names
 * @returns {Result[]}
 */
function replay(names) {
  const out = mkdtempSync(join(tmpdir(), 'vethlab-conformance-'))
  const written = (name) => existsSync(join(out, name))
  runReplay(names, out, ALL_SECONDS)
  /** @type {Map<string, string[]>} */
  const failures = new Map()
  for (const name of names) {
    if (written(name)) continue
    const reason = runReplay([name], out, ONE_SECONDS) ?? 'nothing was written'
    failures.set(reason, [...(failures.get(reason) ?? []), name])
  }
  for (const [reason, failed] of failures) console.log(`not replayed: ${summary(failed)}: ${reason}`)

  const results = names.map((name) => {
    const wanted = parse(readFileSync(join(TRANSCRIPTS, name), 'utf8'), name)
    const had = written(name) ? parse(readFileSync(join(out, name), 'utf8'), name) : { steps: [] }
    return { name, steps: compare(wanted.steps, had.steps) }
  })
  rmSync(out, { recursive: true })
  return results
}

/**
 * @param {readonly string[]} names
 * @param {string} out where the replayed transcripts go, by the same names
 * @param {number} seconds
 * @returns {string | null} why it failed
 */
function runReplay(names, out, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'vethlab-transcripts-'))
  for (const name of names) cpSync(join(TRANSCRIPTS, name), join(folder, name))
  const { status, stderr, error } = spawnSync(process.execPath, [VETHLAB, 'replay', '--out', out, folder], {
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 26,
  })
  rmSync(folder, { recursive: true })
  if (status === 0) return null
  const why = error?.message ?? stderr.trim().split('\n').slice(-5).join('\n')
  return why.replaceAll(/\S*vethlab-transcripts-\S+ /g, '')
}

/** @param {readonly string[]} names */
function summary(names) {
  const [first = ''] = names
  return names.length === 1 ? first : `${first} and ${names.length - 1} more`
}

/**
 * @param {readonly Result[]} results
 * @param {number} most how many to print
 */
function printDifferences(results, most) {
  let left = most
  for (const { name, steps } of results) {
    for (const [index, { exact, want, have }] of steps.entries()) {
      if (exact || left-- <= 0) continue
      const here = have ? `${have.output}[${have.exit}]` : '(nothing)'
      console.log(`## ${name} step ${index + 1}: ${want.machine}$ ${want.command}`)
      console.log(`--- linux\n${want.output}[${want.exit}]\n--- here\n${here}\n`)
    }
  }
}

/** @param {readonly Result[]} results */
function printByCommand(results) {
  /** @type {Map<string, { steps: number, exact: number }>} */
  const heads = new Map()
  for (const { want, exact } of results.flatMap(({ steps }) => steps)) {
    const head = headOf(want.command)
    const count = heads.get(head) ?? { steps: 0, exact: 0 }
    heads.set(head, { steps: count.steps + 1, exact: count.exact + (exact ? 1 : 0) })
  }
  const missing = ({ steps, exact }) => steps - exact
  for (const [head, count] of [...heads].sort(([, a], [, b]) => missing(b) - missing(a))) {
    console.log(`${head.padEnd(24)} ${count.exact}/${count.steps}`)
  }
}

/** @param {readonly Result[]} results */
function printByTopic(results) {
  const topics = [...new Set(results.map(({ name }) => name.split('/')[0] ?? ''))]
  for (const topic of topics)
    console.log(
      totals(
        topic,
        results.filter(({ name }) => name.startsWith(`${topic}/`)),
      ),
    )
  if (topics.length > 1) console.log(totals('all', results))
}

/**
 * @param {string} label
 * @param {readonly Result[]} results
 */
function totals(label, results) {
  const steps = results.flatMap((result) => result.steps)
  const whole = results.filter((result) => result.steps.every(({ exact }) => exact)).length
  const exact = share(steps.filter((step) => step.exact).length, steps.length)
  const outcome = share(steps.filter((step) => step.outcome).length, steps.length)
  return `${label.padEnd(10)} whole ${whole}/${results.length} · steps exact ${exact} · same outcome ${outcome}`
}

/**
 * @param {number} part
 * @param {number} all
 */
function share(part, all) {
  return `${part}/${all} (${all === 0 ? '–' : ((100 * part) / all).toFixed(1)} %)`
}
