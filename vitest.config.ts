import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,scripts,conformance,bench}/**/*.test.{ts,tsx}'],
    // The engine has no module-level state, so files can share a thread, which is what takes the time.
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
  },
})
