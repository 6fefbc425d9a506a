// hostname and dnsdomainname. Ref: busybox networking/hostname.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage } from './getopt.ts'

export const hostnameApplet: Applet = {
  name: 'hostname',
  usage: ` [-sidf] [HOSTNAME | -F FILE]

Show or set hostname or DNS domain name

	-s	Short
	-i	Addresses for the hostname
	-d	DNS domain name
	-f	Fully qualified domain name
	-F FILE	Use FILE's content as hostname`,
  run: hostname,
}

export const dnsdomainnameApplet: Applet = {
  name: 'dnsdomainname',
  usage: null,
  run: (p) => ask(p, 'd'),
}

function* hostname(p: Process): Blocking<number> {
  const options = getopt(p, hostnameApplet, 'dfisF:v')
  if (!options) return 1
  const { given, operands } = options
  const file = given.get('F')
  for (const letter of 'ifds') if (given.has(letter)) return yield* ask(p, letter)
  if (file !== undefined) {
    const text = p.fs.readText(file)
    if (isErrno(text)) {
      p.io.err(`hostname: can't open '${file}': ${text.text}\n`)
      return 1
    }
    const name = text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '' && !line.startsWith('#'))
    return name === undefined ? 0 : setName(p, name)
  }
  const [name] = operands
  if (operands.length > 1) return showUsage(p, hostnameApplet)
  if (name === undefined) p.io.out(`${p.net.hostname()}\n`)
  else return setName(p, name)
  return 0
}

function setName(p: Process, name: string): number {
  const refused = p.net.setHostname(name)
  if (!refused) return 0
  p.io.err(`hostname: sethostname: ${refused.text}\n`)
  return 1
}

function* ask(p: Process, letter: string): Blocking<number> {
  const name = p.net.hostname()
  if (letter === 's') {
    p.io.out(`${name.split('.')[0] ?? ''}\n`)
    return 0
  }
  const found = yield* getaddrinfo(p, name, 'inet')
  if ('error' in found) {
    p.io.err(`hostname: ${name}: Host name lookup failure\n`)
    return 1
  }
  const { canonical } = found
  if (letter === 'i') p.io.out(`${found.addresses.map(formatAddress).join(' ')}\n`)
  else if (letter === 'f') p.io.out(`${canonical}\n`)
  else if (canonical.includes('.')) p.io.out(`${canonical.slice(canonical.indexOf('.') + 1)}\n`)
  return 0
}
