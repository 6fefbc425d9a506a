// vethlab without a screen: npm run -s vethlab -- VERB …
import { vethlab } from './vethlab.ts'

// Whoever reads the output may have read enough (`| head`).
process.stdout.on('error', () => process.exit(1))

process.exitCode = vethlab(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
