import { expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { lsCommand } from '../ls/ls.ts'
import { pingCommand } from '../ping/ping.ts'
import { routeCommand } from '../route/route.ts'
import { sysctlCommand } from '../sysctl/sysctl.ts'
import { FakeMachine } from '../testing/fakeProcess.ts'
import { noNetwork } from '../testing/noNetwork.ts'

const FILES = {
  '/etc/hosts': '127.0.0.1 localhost\n10.0.0.2 web web.lan # ours\n',
  '/proc/sys/net/ipv4/ip_forward': '0\n',
  '/proc/sys/net/ipv4/conf/eth0.5/rp_filter': '0\n',
}

function complete(command: Command, ...words: string[]): readonly string[] {
  const links = [
    { type: 'RTM_NEWLINK', ifname: 'lo' },
    { type: 'RTM_NEWLINK', ifname: 'eth0' },
  ]
  const net = noNetwork({ rtnetlink: () => ({ messages: links as never }) })
  const machine = new FakeMachine(
    FILES,
    net,
    { call: () => ({ error: '' }), ask: () => ({ kind: 'lines', lines: [] }) },
    [],
  )
  const process = machine.start(
    function* () {
      return 0
    },
    { argv: [] },
    null,
  )
  return command.complete?.(process, [command.name, ...words]) ?? []
}

test('options, hosts, devices, settings', () => {
  expect(complete(lsCommand, '--al')).toEqual(['--all', '--almost-all'])
  expect(complete(lsCommand, '')).toEqual([])
  expect(complete(pingCommand, '')).toEqual(['localhost', 'web', 'web.lan'])
  expect(complete(pingCommand, '-c', '1', 'we')).toEqual(['web', 'web.lan'])
  expect(complete(pingCommand, '-I', '')).toEqual(['lo', 'eth0'])
  expect(complete(routeCommand, 'a')).toEqual(['add'])
  expect(complete(sysctlCommand, 'net.ipv4.')).toEqual([
    'net.ipv4.conf.eth0/5.rp_filter',
    'net.ipv4.ip_forward',
  ])
})
