// Bundles a TypeScript program of this project into one file, once for each state of its sources.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './ensure.mjs'

const CACHE = join(ROOT, 'node_modules', '.cache', 'vethlab')
/** Folders of src/ that no program outside the page stands on. */
const PAGE = new Set(['session', 'store', 'ui'])

/**
 * @param {string} name of the bundle
 * @param {string} entry path below the project's folder
 * @param {readonly string[]} folders whose sources it may be made of
 * @returns {Promise<string>} the bundle, as a URL that `import` takes
 */
export async function bundle(name, entry, folders = ['src']) {
  const state = createHash('sha256')
  for (const folder of folders) stamp(join(ROOT, folder), state)
  state.update(String(statSync(join(ROOT, 'package-lock.json')).mtimeMs))
  const file = join(CACHE, `${name}-${state.digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) await write(join(ROOT, entry), file)
  return pathToFileURL(file).href
}

/**
 * @param {string} input
 * @param {string} file
 */
async function write(input, file) {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({ input, platform: 'node', logLevel: 'silent' })
  // Two may bundle at once: each writes its own file, and a name appears whole or not at all.
  const fresh = join(CACHE, `${process.pid}.tmp`)
  mkdirSync(CACHE, { recursive: true })
  await build.write({ file: fresh, format: 'esm', codeSplitting: false, sourcemap: false })
  renameSync(fresh, file)
  removeOld()
}

/** Removes bundles of earlier sources, but none that another process may just be starting. */
function removeOld() {
  const limit = Date.now() - 10 * 60_000
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    const age = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (age !== undefined && age < limit) rmSync(path, { force: true })
  }
}

/**
 * Names, sizes and times of the sources below a folder.
 * @param {string} folder
 * @param {import('node:crypto').Hash} state
 */
function stamp(folder, state) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!PAGE.has(entry.name)) stamp(path, state)
    } else if (/\.(?:ts|json|md)$/.test(entry.name) && !entry.name.includes('.test.')) {
      const { mtimeMs, size } = statSync(path)
      state.update(`${path} ${mtimeMs} ${size}\n`)
    }
  }
}
