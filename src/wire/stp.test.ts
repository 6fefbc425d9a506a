import { expect, test } from 'vitest'
import { emitFrame, formatFrame, frameLength, parseFrame } from './ethernet.ts'
import { brId } from './stp.ts'

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (octet) => parseInt(octet, 16))
}

const CONFIG = hex(`
  0180c2000000 020000000011 0026
  42 42 03
  0000 00 00 81
  8000 020000000011 00000002 8000 020000000021 8001
  0000 1400 0200 0f00
`)

test('a configuration message, in and out', () => {
  const frame = parseFrame(CONFIG)
  if (!frame) throw new Error('no frame')
  expect(frame.packet).toEqual({
    kind: 'stp',
    type: 'config',
    topologyChange: true,
    topologyChangeAck: true,
    root: brId(0x8000, 0x020000000011),
    rootPathCost: 2,
    bridge: brId(0x8000, 0x020000000021),
    port: 0x8001,
    messageAge: 0,
    maxAge: 20,
    helloTime: 2,
    forwardDelay: 15,
  })
  expect(emitFrame(frame)).toEqual(CONFIG)
  expect(frameLength(frame)).toBe(52)
  expect(formatFrame(frame)).toBe(
    'STP 802.1d, Config, Flags [Topology change, Topology change ACK], ' +
      'bridge-id 8000.02:00:00:00:00:21.8001, length 35',
  )
})

test('a topology change notification', () => {
  const bytes = hex('0180c2000000 020000000011 0007 424203 0000 00 80')
  const frame = parseFrame(bytes)
  if (!frame) throw new Error('no frame')
  expect(frame.packet).toEqual({ kind: 'stp', type: 'tcn' })
  expect(emitFrame(frame)).toEqual(bytes)
  expect(formatFrame(frame)).toBe('STP 802.1d, Topology Change')
})
