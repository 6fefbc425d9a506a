import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

describe('docker service logs', () => {
  it('shows what the tasks of every machine have written, and whose it is', () => {
    const lab = fullLab('docker')
    const host = (command: string) => lab.exec('host', command).output
    lab.exec('pc', 'systemctl start docker')
    host('docker swarm init')
    lab.exec(
      'pc',
      `docker swarm join --token ${host('docker swarm join-token -q worker').trim()} 192.168.1.10`,
    )
    host(
      `docker service create -d --name l --replicas 2 busybox sh -c 'echo one; echo two >&2; sleep 3600'; sleep 4`,
    )
    // As Docker 28.5.2 shows them.
    const shown = (text: string) =>
      text
        .replaceAll(/\.\w{12}@/g, '.ID@')
        .trim()
        .split('\n')
        .toSorted()
    expect(shown(host('docker service logs l 2>&1'))).toEqual([
      'l.1.ID@host    | one',
      'l.1.ID@host    | two',
      'l.2.ID@pc    | one',
      'l.2.ID@pc    | two',
    ])
    expect(host('docker service logs --tail 1 --raw l 2>&1')).toBe('two\ntwo\n')
    expect(host('docker service logs --raw l 2>/dev/null')).toBe('one\none\n')
    expect(shown(host('docker service logs --no-task-ids -n 1 l 2>&1'))).toEqual([
      'l.1@host    | two',
      'l.2@pc    | two',
    ])
    const task = host('docker service ps -q l').split('\n')[0] ?? ''
    expect(shown(host(`docker service logs -t ${task} 2>&1`).replaceAll(/^\S+Z /gm, 'T '))).toEqual([
      'T l.1.ID@host    | one',
      'T l.1.ID@host    | two',
    ])
    expect(lab.exec('host', 'docker service logs nope 2>&1; echo $?').output).toBe(
      'no such task or service: nope\n1\n',
    )
    host(`docker service create -d --name f busybox sh -c 'while sleep 1; do echo tick; done'; sleep 3`)
    expect(host('timeout 5 docker service logs -f --raw --tail 0 f').split('\n').length).toBeGreaterThan(3)
  })
})
