// The checks that `npm test` runs, in its order; `npm run NAME` runs one of them alone.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'
import { ensureBrowser } from './browser.mjs'

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} needs checks whose result this one stands on: run before it when it is run alone
 * @property {(args: readonly string[]) => Promise<Tally>} run `args` are handed to the tool
 */

/** No check takes nearly as long; all of them together stay well below ten minutes. */
const LONGEST_SECONDS = 240
/** Whether a process and all that it starts can be ended together. */
const GROUPS = process.platform !== 'win32'
const REPORTS = join(ROOT, 'node_modules', '.cache', 'reports')

/** @type {readonly Check[]} */
export const CHECKS = [
  tool('format', 'oxfmt/bin/oxfmt', ['--check']),
  tool('lint', 'oxlint/bin/oxlint', [
    '-c',
    'oxlint.config.js',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ]),
  { name: 'types', needs: [], run: checkTypes },
  { name: 'docs', needs: [], run: checkDocs },
  tool('unused', 'knip/bin/knip.js', ['--no-progress']),
  { name: 'unit', needs: [], run: runVitest },
  { name: 'conformance', needs: [], run: runConformance },
  { name: 'build', needs: [], run: build },
  { name: 'e2e', needs: ['build'], run: runPlaywright },
]

/**
 * A check that passes or fails as a whole.
 * @param {string} name
 * @param {string} path below node_modules
 * @param {readonly string[]} options
 * @returns {Check}
 */
function tool(name, path, options) {
  return { name, needs: [], run: async (args) => one(await node(modulePath(path), [...options, ...args])) }
}

/** @param {readonly string[]} args */
async function checkTypes(args) {
  const tally = { passed: 0, failed: 0 }
  for (const project of ['engine', 'app', 'node']) {
    // What has not changed since the last run is not checked again.
    const known = join(ROOT, 'node_modules', '.cache', 'types', `${project}.tsbuildinfo`)
    const incremental = ['--incremental', '--tsBuildInfoFile', known]
    const options = ['-p', `tsconfig.${project}.json`, ...incremental]
    const status = await node(modulePath('typescript/bin/tsc'), [...options, ...args])
    if (status === 0) tally.passed++
    else tally.failed++
  }
  return tally
}

async function checkDocs() {
  return one(await node(join(ROOT, 'scripts', 'docs.mjs'), ['--check']))
}

/** @param {readonly string[]} args */
async function runVitest(args) {
  const report = freshReport('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await node(modulePath('vitest/vitest.mjs'), ['run', ...reporters, ...args])
  const counts = readReport(report)
  if (!counts) return one(status || 1)
  // A file that does not even load has no tests to fail.
  const broken = counts.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return counted(counts.numPassedTests, counts.numFailedTests + broken, status)
}

/** @param {readonly string[]} args */
async function runConformance(args) {
  const report = freshReport('conformance.json')
  const status = await node(join(ROOT, 'conformance', 'run.mjs'), ['--report', report, ...args])
  const counts = readReport(report)
  return counts ? counted(counts.passed, counts.failed, status) : one(status || 1)
}

/** @param {readonly string[]} args */
async function build(args) {
  // Nothing of an earlier build is to be tested when this one fails.
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
  return one(await node(modulePath('vite/bin/vite.js'), ['build', '--logLevel', 'warn', ...args]))
}

/** @param {readonly string[]} args */
async function runPlaywright(args) {
  const browser = await ensureBrowser()
  if (!browser) {
    process.stderr.write('No browser was found and none could be installed.\n')
    return one(1)
  }
  const report = freshReport('playwright.json')
  const env = {
    VETHLAB_BROWSER: browser,
    VETHLAB_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  }
  const status = await node(
    modulePath('@playwright/test/cli.js'),
    ['test', '--reporter=list,json', ...args],
    env,
  )
  const counts = readReport(report)?.stats
  return counts ? counted(counts.expected + counts.flaky, counts.unexpected, status) : one(status || 1)
}

/**
 * Runs a script with this Node, its output going where ours goes. One that hangs is ended, and all it started with it.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] on top of our own
 * @returns {Promise<number>} its exit status; 1 when a signal ended it
 */
function node(script, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: GROUPS,
    })
    const end = () => kill(child)
    const interrupted = () => {
      end()
      process.exit(130)
    }
    const limit = setTimeout(() => {
      process.stderr.write(`\nended after ${LONGEST_SECONDS} s\n`)
      end()
    }, LONGEST_SECONDS * 1000)
    const done = (/** @type {number | null} */ status) => {
      clearTimeout(limit)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve(status ?? 1)
    }
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)
    child.on('error', () => done(1))
    child.on('exit', done)
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function kill(child) {
  if (child.pid === undefined) return
  try {
    process.kill(GROUPS ? -child.pid : child.pid, 'SIGKILL')
  } catch {
    // It had just ended.
  }
}

/** @param {string} path */
function modulePath(path) {
  return join(ROOT, 'node_modules', ...path.split('/'))
}

/** @param {number} status */
function one(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * A tool that counts no failure but exits with one has failed all the same.
 * @param {number} passed
 * @param {number} failed
 * @param {number} status
 */
function counted(passed, failed, status) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed }
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true })
  const path = join(REPORTS, name)
  rmSync(path, { force: true })
  return path
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** @returns {Promise<number>} a port nothing listens on now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
