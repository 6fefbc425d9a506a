import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { colourless, firstScreen } from './scripts/build/lean.mjs'
import { offline, policy } from './scripts/build/offline.mjs'

const FIRST = fileURLToPath(new URL('./src/ui/main.tsx', import.meta.url))

export default defineConfig({
  // The build can be served from any path.
  base: './',
  plugins: [colourless(), react(), policy(), offline()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: firstScreen(FIRST), debugName: 'first' }] } },
    },
  },
})
