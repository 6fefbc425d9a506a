// npm run docs: writes what can be written by a script: docs/commands.md from the commands themselves, and the table of
// README.md from conformance/exact.json. `--check` writes nothing, and fails when something is not up to date.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
const { bundle } = await import('./bundle.mjs')
const { readLedger } = await import('../conformance/ledger.mjs')
const { commands } = await import(await bundle('commands', 'src/commands/registry.ts'))
const { absentCommands } = await import(await bundle('absent', 'src/commands/absent.ts'))

const README = join(ROOT, 'README.md')
const BLOCK = /(<!-- written by npm run docs -->\n).*?(<!-- end -->)/s
const table = formatLedgerTable(readLedger(join(ROOT, 'conformance', 'exact.json')))

put(join(ROOT, 'docs', 'commands.md'), formatCommands(commands))
put(README, readFileSync(README, 'utf8').replace(BLOCK, `$1\n${table}\n$2`))

/**
 * Writes a file as the formatter would have it; or, checking, says that it is not so.
 * @param {string} file
 * @param {string} text
 */
function put(file, text) {
  const oxfmt = join(ROOT, 'node_modules', 'oxfmt', 'bin', 'oxfmt')
  const { stdout } = spawnSync(process.execPath, [oxfmt, '--stdin-filepath', file], {
    input: text,
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (existsSync(file) && readFileSync(file, 'utf8') === stdout) return
  if (!process.argv.includes('--check')) return writeFileSync(file, stdout)
  process.stderr.write(`${file} is not up to date: npm run docs\n`)
  process.exitCode = 1
}

/** @param {readonly { name: string, path: string, summary: string, supports: readonly string[] }[]} all */
function formatCommands(all) {
  const sorted = [...all].sort((a, b) => (a.name < b.name ? -1 : 1))
  const sections = sorted.flatMap(({ name, summary, supports }) => [
    `## ${name}`,
    '',
    sentence(summary),
    '',
    ...(supports.length > 0 ? ['```', ...supports, '```', ''] : []),
  ])
  const head = [
    '# Supported commands',
    '',
    'Written by `npm run docs` from src/commands. What a command does not support it refuses in words that say so.',
    '',
  ]
  const absent = absentCommands.map(({ name }) => `\`${name}\``).sort()
  const tail = [
    '## What is not there',
    '',
    `These only say that vethlab has not got them: ${absent.join(', ')}.`,
    '',
  ]
  return [...head, ...sections, ...tail].join('\n')
}

/** @param {string} text */
function sentence(text) {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}

/** @param {import('../conformance/ledger.mjs').Ledger} ledger */
function formatLedgerTable(ledger) {
  /** @type {Map<string, { transcripts: number, whole: number, steps: number, exact: number }>} */
  const topics = new Map()
  for (const [name, { exact, steps }] of Object.entries(ledger)) {
    const topic = name.split('/')[0] ?? ''
    const sum = topics.get(topic) ?? { transcripts: 0, whole: 0, steps: 0, exact: 0 }
    const whole = sum.whole + (exact === steps ? 1 : 0)
    topics.set(topic, {
      transcripts: sum.transcripts + 1,
      whole,
      steps: sum.steps + steps,
      exact: sum.exact + exact,
    })
  }
  const rows = [...topics].map(
    ([topic, { transcripts, whole, steps, exact }]) =>
      `| ${topic} | ${exact} of ${steps} | ${whole} of ${transcripts} |`,
  )
  const head = ['| sessions of | steps exact | sessions exact from end to end |', '| --- | --- | --- |']
  return `${[...head, ...rows].join('\n')}\n`
}
