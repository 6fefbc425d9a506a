import { describe, expect, it } from 'vitest'
import {
  bridgeName,
  cableName,
  interfaceDescription,
  interfaceName,
  machineName,
  netnsDescription,
  netnsName,
} from './naming.ts'
import { deviceNamed, netnsNamed, viewOf } from './testing/view.ts'
import { bridgeLab, switched } from './testing/worlds.ts'
import { linkState } from './view.ts'

const view = viewOf(bridgeLab())
const device = (netns: string, name: string) => view.devices.get(deviceNamed(view, netns, name))!
const red = view.namespaces.get(netnsNamed(view, 'red'))!

describe('names', () => {
  it('are the field’s own', () => {
    const three = viewOf(switched())
    expect([
      machineName(view.machines.get('host')!),
      machineName(three.machines.get('sw1')!),
      netnsName(view, red),
      bridgeName(device('host', 'br0')),
      interfaceName(view, device('red', 'eth0')),
      interfaceName(view, device('host', 'veth-red')),
      cableName('cable', device('host', 'veth-red'), device('red', 'eth0')),
      cableName('cable', device('red', 'eth0'), device('host', 'veth-red')),
    ]).toEqual([
      'machine host',
      'switch sw1',
      'namespace red',
      'bridge br0',
      'interface eth0 in red',
      'interface veth-red in host',
      'cable eth0 – veth-red',
      'cable eth0 – veth-red',
    ])
  })

  it('are followed by state and addresses', () => {
    expect(interfaceDescription(view, device('red', 'eth0'))).toBe('up, 10.201.0.2/24')
    expect(interfaceDescription(view, device('host', 'veth-red'))).toBe('up, port of br0 (forwarding)')
    expect(interfaceDescription(view, device('red', 'lo'))).toBe('down')
    expect(interfaceDescription(view, device('host', 'lo'))).toBe('up, 127.0.0.1/8, ::1/128')
    expect(netnsDescription(red)).toBe('2 interfaces')
    expect(netnsDescription({ ...red, forwarding: true })).toBe('2 interfaces, forwards')
  })

  it('tell no carrier from down', () => {
    const eth0 = device('red', 'eth0')
    expect(linkState({ ...eth0, up: true, operstate: 'UP' })).toBe('up')
    expect(linkState({ ...eth0, up: true, operstate: 'UNKNOWN' })).toBe('up')
    expect(linkState({ ...eth0, up: true, operstate: 'LOWERLAYERDOWN' })).toBe('no carrier')
    expect(linkState({ ...eth0, up: false, operstate: 'DOWN' })).toBe('down')
  })
})
