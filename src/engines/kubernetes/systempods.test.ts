import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'
import type { Lab } from '../../lab/lab.ts'

function say(lab: Lab, command: string, machine = 'host'): string {
  return lab.exec(machine, command).output
}

const NAMES =
  'kubectl get pods -A --no-headers -o custom-columns=:metadata.namespace,:metadata.name,:spec.nodeName'

it('the programs of a cluster are pods of it', () => {
  const lab = fullLab('cluster')
  const found = say(lab, `${NAMES} | grep -v coredns`).replace(
    /(ds|proxy|router)-[a-z0-9]{5}(?= )/g,
    '$1-XXXXX',
  )
  const lines = found
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/).join(' '))
  const nodes = ['control-plane', 'node1', 'node2']
  const everywhere = (name: string) => nodes.map((node) => `${name} ${node}`)
  expect(lines.sort()).toEqual(
    [
      ...everywhere('kube-flannel kube-flannel-ds-XXXXX'),
      ...['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map(
        (name) => `kube-system ${name}-control-plane control-plane`,
      ),
      ...everywhere('kube-system kube-proxy-XXXXX'),
      ...everywhere('kube-system kube-router-XXXXX'),
    ].sort(),
  )
  // What is deleted on node1 comes back with a process of its own, the rules stay.
  const pid = say(lab, 'pgrep -x kube-proxy', 'node1')
  const rules = say(lab, 'iptables-save -t nat | grep -v ^#', 'node1')
  say(
    lab,
    'kubectl -n kube-system delete $(kubectl get pods -A -o name --field-selector spec.nodeName=node1 | grep proxy); sleep 2',
  )
  expect(say(lab, 'kubectl -n kube-system get ds kube-proxy --no-headers')).toMatch(
    /^kube-proxy +3 +3 +3 +3 +3 /,
  )
  const now = say(lab, 'pgrep -x kube-proxy', 'node1')
  expect(now).toMatch(/^\d+\n$/)
  expect(now).not.toBe(pid)
  const plain = (text: string) => text.replace(/\[\d+:\d+\]/g, '')
  expect(plain(say(lab, 'iptables-save -t nat | grep -v ^#', 'node1'))).toBe(plain(rules))
  // One that is killed is started again.
  say(lab, 'pkill -x flanneld; sleep 3', 'node2')
  expect(say(lab, 'kubectl -n kube-flannel get pods -o wide --no-headers | grep node2')).toMatch(
    /^kube-flannel-ds-\w{5} +1\/1 +Running +1 \(\ds ago\) /,
  )
  expect(say(lab, "ip route | grep -c '^10.244.*via'", 'node2')).toBe('2\n')
})

it('the log and the shell of a system pod are those of its program', () => {
  const lab = fullLab('cluster')
  expect(say(lab, 'kubectl -n kube-system logs ds/kube-proxy | head -1')).toMatch(
    /^I\d{4} [\d:.]{15} +\d+ server_linux\.go:\d+\] "Using iptables proxy"\n$/,
  )
  expect(say(lab, 'kubectl -n kube-system exec ds/kube-proxy -- iptables -t nat -S KUBE-MARK-MASQ')).toBe(
    '-N KUBE-MARK-MASQ\n-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000\n',
  )
  expect(say(lab, 'kubectl -n kube-system exec etcd-control-plane -- sh')).toMatch(
    /exec: "sh": executable file not found in \$PATH\n/,
  )
  expect(say(lab, 'curl -s localhost:2381/health', 'control-plane')).toBe('{"health":"true","reason":""}')
  // A mirror that is deleted is there again, and its process has not noticed.
  const pid = say(lab, 'pgrep -x kube-scheduler', 'control-plane')
  say(lab, 'kubectl -n kube-system delete pod kube-scheduler-control-plane; sleep 2')
  expect(say(lab, 'kubectl -n kube-system get pod kube-scheduler-control-plane --no-headers')).toMatch(
    /^kube-scheduler-control-plane +1\/1 +Running +0 /,
  )
  expect(say(lab, 'pgrep -x kube-scheduler', 'control-plane')).toBe(pid)
})
