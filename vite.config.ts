import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offline, policy } from './scripts/build/offline.mjs'

export default defineConfig({
  // The build can be served from any path.
  base: './',
  plugins: [react(), policy(), offline()],
  worker: { format: 'es' },
  // One file of the page's own beside the worker: splitting it would only add round trips.
  build: { outDir: 'dist', target: 'es2023', chunkSizeWarningLimit: 1200 },
})
