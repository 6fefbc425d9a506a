import { describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

describe('Docker on a machine', () => {
  it('runs a container as a process in namespaces of its own', () => {
    const lab = fullLab('docker')
    const host = (command: string) => lab.exec('host', command)
    expect(host('docker run -d --name c1 --hostname box busybox sleep 1000').output).toMatch(
      /^[0-9a-f]{64}\n$/,
    )
    expect(host('docker exec c1 hostname').output).toBe('box\n')
    expect(host('hostname').output).toBe('host\n')
    expect(host('docker exec c1 ps -o pid,args | head -2').output).toBe('PID   COMMAND\n    1 sleep 1000\n')
    expect(host("ps -o args= -p $(docker inspect -f '{{.State.Pid}}' c1)").output).toBe('sleep 1000\n')
    expect(host('docker exec c1 ip -4 -o a show eth0').output).toContain('inet 172.17.0.2/16')
    expect(host('ping -c 1 172.17.0.2').status).toBe(0)
    expect(host('docker rm -f c1').output).toBe('c1\n')
    expect(host('docker ps -aq')).toEqual({ output: '', status: 0 })
  })

  it('answers whoever speaks its API', () => {
    const lab = fullLab('docker')
    lab.exec('host', 'docker create --name cold busybox true')
    const api = (request: string) =>
      lab.exec('host', `curl -s --unix-socket /var/run/docker.sock ${request}`).output
    expect(api('http://localhost/_ping')).toBe('OK')
    expect(JSON.parse(api("'http://localhost/v1.51/containers/json?all=1'"))).toMatchObject([
      { Names: ['/cold'], Image: 'busybox', State: 'created', Command: 'true' },
    ])
    expect(api('http://localhost/containers/nosuch/json')).toBe('{"message":"No such container: nosuch"}\n')
    expect(api('http://localhost/nosuch')).toBe('{"message":"page not found"}\n')
  })

  it('starts a project of services and takes it down again', () => {
    const lab = fullLab('docker')
    const host = (command: string) => lab.exec('host', command).output
    host(
      "mkdir app; printf 'services:\\n  db:\\n    image: busybox\\n    command: sleep 100\\n' > app/compose.yaml",
    )
    expect(host('cd app; docker compose up -d')).toBe(
      ' Network app_default  Creating\n Network app_default  Created\n Container app-db-1  Creating\n' +
        ' Container app-db-1  Created\n Container app-db-1  Starting\n Container app-db-1  Started\n',
    )
    expect(host("docker inspect -f '{{json .NetworkSettings.Networks.app_default.Aliases}}' app-db-1")).toBe(
      '["app-db-1","db"]\n',
    )
    expect(host('docker compose down -t 0')).toContain(' Network app_default  Removed\n')
    expect(host('docker ps -aq; docker network ls -q -f name=app')).toBe('')
  })
})
