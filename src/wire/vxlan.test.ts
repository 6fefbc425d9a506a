import { expect, test } from 'vitest'
import { emitFrame, formatFrame, frameLength, parseFrame } from './ethernet.ts'
import { parseInet } from './inet.ts'
import { udpOf, vxlanOf } from './vxlan.ts'

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (octet) => parseInt(octet, 16))
}

/** An ARP request as one end of a tunnel sent it: 172.16.0.1 to 172.16.0.2, port 4789, identifier 42. */
const BYTES = hex(`
  020000000102 020000000101 0800
  4500 004e 7681 0000 4011 abfa ac100001 ac100002
  ba7a 12b5 003a 0000
  08000000 00002a00
  ffffffffffff 020000000001 0806
  0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002
`)

test('a frame inside a datagram, in and out', () => {
  const frame = parseFrame(BYTES)
  if (frame?.packet.kind !== 'ipv4' || frame.packet.payload.kind !== 'vxlan') throw new Error('not VXLAN')
  const { payload } = frame.packet
  expect(payload).toMatchObject({ sport: 47738, dport: 4789, vni: 42, zeroChecksum: true })
  expect(payload.frame.packet).toMatchObject({ kind: 'arp', op: 1, tpa: parseInet('10.0.0.2') })
  expect(frameLength(frame)).toBe(92)
  expect(emitFrame(frame)).toEqual(BYTES)
  expect(vxlanOf(udpOf(payload))).toEqual({ ...payload, zeroChecksum: undefined })
  expect(formatFrame(frame)).toBe(
    'IP 172.16.0.1.47738 > 172.16.0.2.4789: VXLAN, flags [I] (0x08), vni 42\n' +
      'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
  )
})

test('what tcpdump calls it goes by its port', () => {
  const frame = parseFrame(BYTES)
  if (frame?.packet.kind !== 'ipv4' || frame.packet.payload.kind !== 'vxlan') throw new Error('not VXLAN')
  const { packet } = frame
  const { payload } = frame.packet
  const on = (dport: number): string =>
    formatFrame({ ...frame, packet: { ...packet, payload: { ...payload, dport } } })
  expect(on(8472)).toBe(
    'IP 172.16.0.1.47738 > 172.16.0.2.8472: OTV, flags [I] (0x08), overlay 0, instance 42\n' +
      'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
  )
  expect(on(5000)).toBe('IP 172.16.0.1.47738 > 172.16.0.2.5000: UDP, length 50')
})
