// Ref: moby daemon/container.go:CreateDaemonEnvironment()
import { linkVariables } from '../libnetwork/linkVariables.ts'
import type { Container } from './container.ts'
import type { ContainerStore } from './containers.ts'

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

export function environment(
  container: Container,
  uid: number,
  passwd: string,
  terminal: boolean,
  containers: ContainerStore,
): ReadonlyMap<string, string> {
  const { config, networking } = container
  const env = new Map([['PATH', DEFAULT_PATH]])
  env.set('HOSTNAME', networking.hostname)
  if (terminal) env.set('TERM', 'xterm')
  const linked = linkVariables(networking, (id) => containers.find(id)?.config.Env ?? [])
  for (const [name, value] of linked) env.set(name, value)
  for (const pair of config.Env ?? []) {
    const at = pair.indexOf('=')
    if (at > 0) env.set(pair.slice(0, at), pair.slice(at + 1))
  }
  if (!env.has('HOME')) env.set('HOME', homeOf(passwd, uid))
  return env
}

function homeOf(passwd: string, uid: number): string {
  const users = passwd.split('\n').map((line) => line.split(':'))
  return users.find((fields) => fields[2] === String(uid))?.[5] ?? '/'
}
