// What a build adds to the page: the policy it is held to, and the worker that keeps it for when there is no network.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const TEMPLATE = fileURLToPath(new URL('./serviceworker.js', import.meta.url))
/** Where the worker's two values stand in its template. */
const SLOTS = { version: '__VERSION__', files: '__FILES__' }

/**
 * Nothing is asked of any other host and no script stands in the page itself. Styles may: xterm and React Flow set them
 * on their elements. https://www.w3.org/TR/CSP3/
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** @returns {import('vite').Plugin} */
export function policy() {
  return {
    name: 'vethlab:policy',
    // The development server speaks to the page by scripts inside it.
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/**
 * Writes sw.js beside the page: its version is a digest of all files, so that it changes when one of them does.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let folder = ''
  return {
    name: 'vethlab:offline',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: () => {
      const files = filesBelow(folder)
        .map((file) => relative(folder, file).split(sep).join('/'))
        .filter((file) => file !== 'sw.js')
        .sort()
      const digest = createHash('sha256')
      for (const file of files) digest.update(file).update(readFileSync(join(folder, file)))
      const script = readFileSync(TEMPLATE, 'utf8')
        .replace(SLOTS.version, digest.digest('hex').slice(0, 12))
        .replace(`['${SLOTS.files}']`, JSON.stringify(files))
      writeFileSync(join(folder, 'sw.js'), script)
    },
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
