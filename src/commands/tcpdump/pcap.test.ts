import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Process } from '../../os/program.ts'
import type { Frame } from '../../wire/ethernet.ts'
import { arpRequest, echo, echo6, syn, tagged, udpTo } from './frames.ts'
import { Names } from './names.ts'
import { cookedOctets, DLT_EN10MB, DLT_LINUX_SLL2, ethernetOctets, type Packet } from './packet.ts'
import { pcapFileHeader, pcapRecord, readPcap } from './pcap.ts'
import { formatPacket } from './printlink.ts'
import { Sequences } from './sequences.ts'

const FRAMES: readonly Frame[] = [arpRequest, echo, echo6, syn, udpTo(5000), tagged]

function packets(link: number): readonly Packet[] {
  return FRAMES.map((frame, i): Packet => {
    const bytes = link === DLT_EN10MB ? ethernetOctets(frame) : cookedOctets(frame, 1, 'outgoing', 1)
    return { link, bytes, length: bytes.length, seconds: 1_735_689_600 + i, nanoseconds: 5_000 }
  })
}

function fileOf(all: readonly Packet[], link: number): Uint8Array {
  return Buffer.concat([pcapFileHeader(link, 262144), ...all.map(pcapRecord)])
}

test('what was written is read', () => {
  const all = packets(DLT_EN10MB)
  expect(readPcap(fileOf(all, DLT_EN10MB))).toEqual({
    link: DLT_EN10MB,
    snaplen: 262144,
    packets: all.map((packet) => ({ ...packet, bytes: Buffer.from(packet.bytes) })),
    truncated: null,
  })
})

test('what is no capture file', () => {
  const file = fileOf(packets(DLT_EN10MB), DLT_EN10MB)
  expect(readPcap(new Uint8Array(100))).toEqual({ error: 'unknown file format' })
  expect(readPcap(new Uint8Array(3))).toEqual({
    error: 'truncated dump file; tried to read 4 file header bytes, only got 3',
  })
  expect(readPcap(file.subarray(0, 24 + 16 + 10))).toMatchObject({
    packets: [],
    truncated: 'truncated dump file; tried to read 42 captured bytes, only got 10',
  })
})

const installed = spawnSync('tcpdump', ['--version']).status === 0

describe.skipIf(!installed)('tcpdump itself, which is not installed everywhere', () => {
  const cases = [DLT_EN10MB, DLT_LINUX_SLL2].flatMap((link) =>
    ['-n', '-nv', '-ne', '-nev', '-nvv', '-nq'].map((options) => [link, options] as const),
  )
  test.each(cases)('reads a file of link type %d and prints the same lines, %s', (link, options) => {
    const folder = mkdtempSync(join(tmpdir(), 'pcap-'))
    try {
      const path = join(folder, 'a.pcap')
      writeFileSync(path, fileOf(packets(link), link))
      const real = spawnSync('tcpdump', ['-t', options, '-r', path], { encoding: 'utf8' })
      const style = {
        names: new Names({} as Process, true, false),
        verbose: options.split('v').length - 1,
        quick: options.includes('q'),
        linkHeader: options.includes('e'),
        noChecksums: false,
        sequences: new Sequences(false),
      }
      const lines = packets(link).map((packet) => `${formatPacket(style, packet, () => 'lo')}\n`)
      expect(lines.join('')).toBe(real.stdout)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
