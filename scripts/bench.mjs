// npm run bench: bench/main.ts in this process, then the page's figures (bench/page.ts) in a browser.
//
//   --no-page         no figures of the page
//   --page[=PART]     the page's only; of PART (start, answer, endless, many, packets) only
//   --address=URL     of the page that is served there, instead of this one's build
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
const { bundle } = await import('./bundle.mjs')
const FOLDERS = ['src', 'bench']
const { page, parts, address, rest } = split(process.argv.slice(2))
if (page !== 'only') {
  process.argv.splice(2, Infinity, ...rest)
  await import(await bundle('bench', 'bench/main.ts', FOLDERS))
}
if (page !== 'not' && !rest.includes('--quick')) await measurePage()

async function measurePage() {
  const { ensureBrowser, FLAGS } = await import('./browser.mjs')
  const { chromium } = await import('@playwright/test')
  const { benchPage } = await import(await bundle('bench-page', 'bench/page.ts', FOLDERS))
  const executablePath = await ensureBrowser()
  if (executablePath === null) {
    process.stderr.write('No figures of the page: no browser was found and none could be installed.\n')
    return
  }
  const served = address === null ? await serve() : null
  const browser = await chromium.launch({ args: FLAGS, executablePath })
  process.stdout.write(
    `\n${await benchPage(browser, address ?? served?.resolvedUrls?.local[0] ?? '', parts)}`,
  )
  await browser.close()
  await served?.close()
}

/** The page as it is built. */
async function serve() {
  const { build, preview } = await import('vite')
  await build({ root: ROOT, logLevel: 'warn' })
  return preview({ root: ROOT, preview: { host: '127.0.0.1', port: 4190, strictPort: false } })
}

/**
 * What of the arguments is about the page.
 * @param {readonly string[]} args
 */
function split(args) {
  const own = args.filter((arg) => /^--(?:no-page$|page(?:=|$)|address=)/.test(arg))
  const values = (/** @type {string} */ name) =>
    own.flatMap((arg) => (arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : []))
  return {
    page: own.includes('--no-page') ? 'not' : own.some((arg) => arg.startsWith('--page')) ? 'only' : 'too',
    parts: values('--page'),
    address: values('--address')[0] ?? null,
    rest: args.filter((arg) => !own.includes(arg)),
  }
}
