// The labs as scripts, on the kernel of this machine: what holds in vethlab holds on Linux.
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportLab } from '../lab/export/exports.ts'
import { fullLab } from '../lab/full.ts'
import { parseText } from '../lab/text.ts'
import type { Lesson } from './lesson.ts'
import { LESSONS } from './registry.ts'

/** Root, with the programs that labs name. */
const able =
  process.getuid?.() === 0 &&
  ['unshare', 'ip', 'iptables', 'conntrack', 'dnsmasq', 'ping', 'python3'].every(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
  ) &&
  spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true']).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function script(lesson: Lesson): string {
  const { text, error } = parseText(lesson.text)
  if (text === null) throw new Error(`${lesson.id}: ${error}`)
  const file = join(folder, `${lesson.id}.sh`)
  writeFileSync(file, exportLab('bash', text, { link: null, fresh: fullLab }).data)
  return file
}

/** What a lab takes from the machine beyond programs of PATH. */
function isThere({ text }: Lesson): boolean {
  if (/^\$ lab (?:add cluster|install)/m.test(text)) return false
  if (/^#! world: (?:bare|lan)$/m.test(text) === /^#! world:/m.test(text))
    return !text.includes('/opt/cni/bin') || existsSync('/opt/cni/bin')
  return false
}

describe.skipIf(!able).concurrent('on Linux, which has to be real and let us', () => {
  test.each(LESSONS.filter(isThere).map((lesson) => [lesson.id, lesson] as const))(
    '%s',
    { timeout: 90_000 },
    async (_, lesson) => {
      const file = script(lesson)
      const asks = lesson.holds.map(({ machine, command }) => {
        const there = machine === 'host' ? 'eval' : `on ${machine}`
        return `${there} '${command.replaceAll("'", String.raw`'\''`)}' >/dev/null 2>&1; echo "$?"`
      })
      // Neighbours of IPv6 and spanning trees have settled by then.
      const asked = ['eval', `sleep 2; echo holds; ${asks.join('; ')}`]
      const { stdout } = await promisify(execFile)('bash', [file, ...asked], { timeout: 80_000 })
      const statuses = stdout.slice(stdout.indexOf('holds\n') + 6).trim()
      expect(statuses.split('\n').map(Number)).toEqual(lesson.holds.map(({ status }) => status))
    },
  )
})
