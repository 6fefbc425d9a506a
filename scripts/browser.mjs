// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './ensure.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags for a browser that tests drive: nothing in the background, and no sandbox, which root may not have. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The system's Chromium or Chrome. $VETHLAB_BROWSER, a path, comes before all.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env.VETHLAB_BROWSER
  if (named) return named
  const candidates = [...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE]
  return candidates.find((path) => existsSync(path) && runs(path)) ?? null
}

/**
 * A browser's path, installing one first if need be: Debian's for root on Debian, else Playwright's own.
 * @returns {Promise<string | null>} null when none could be had
 */
export async function ensureBrowser() {
  return findBrowser() ?? installFromDebian() ?? (await installFromPlaywright())
}

// Ubuntu's /usr/bin/chromium-browser can be a script that only says where the browser went.
/** @param {string} path */
function runs(path) {
  return (
    path.endsWith('.exe') || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}

function installFromDebian() {
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  if (!debian || process.getuid?.() !== 0) return null
  process.stderr.write('Installing Chromium (apt-get install -y chromium)…\n')
  if (!aptGet('install', '-y', 'chromium')) {
    aptGet('update')
    aptGet('install', '-y', 'chromium')
  }
  return findBrowser()
}

/** @param {string[]} args */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
}

async function installFromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  process.stderr.write('Installing a browser (playwright install chromium)…\n')
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  return existsSync(path) ? path : null
}
