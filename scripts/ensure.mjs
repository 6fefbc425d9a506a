// Makes sure that what is installed is what the lock file says, before anything is imported from it.
// Progress goes to standard error, so that a program's own output stays its own.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const OLDEST_NODE = [20, 19]

/**
 * Installs with `npm ci` when packages are missing or differ from package-lock.json. Ends the process with a message
 * when Node is too old or the installation fails.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    stop(`vethlab needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
  }
  if (isInstalled(ROOT)) return
  process.stderr.write('Installing packages (npm ci)…\n')
  const { status } = npm(['ci', '--include=dev'])
  if (status !== 0) stop('npm ci failed; its message is above.')
}

/**
 * Whether every package of the lock file stands in node_modules at its version. Packages for other systems
 * (optional ones) may be absent.
 * @param {string} root the folder that holds package-lock.json
 */
export function isInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = packagesOf(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    const there = installed[path]
    return there ? there.version === version : optional === true
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | null} by path; null without a file
 */
function packagesOf(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : null
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm run` this is the npm that was called, whatever it is called on this system.
  const self = process.env.npm_execpath
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (self?.endsWith('.js')) return spawnSync(process.execPath, [self, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** @param {string} message */
function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
