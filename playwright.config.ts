import { defineConfig } from '@playwright/test'
import { findBrowser, FLAGS } from './scripts/browser.mjs'

// `npm run e2e` chooses a free port; the workers, which read this file too, must hear of the same one.
const port = Number((process.env.VETHLAB_PORT ??= '4199'))
const address = `http://127.0.0.1:${port}/`
const browser = (process.env.VETHLAB_BROWSER ??= findBrowser() ?? '')

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    video: 'off',
    // Every page would take the whole build for when there is no network; offline.spec.ts lets it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: { args: FLAGS, ...(browser ? { executablePath: browser } : {}) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
})
