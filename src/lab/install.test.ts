import { expect, it } from 'vitest'
import { DOCKER_IMAGES } from '../commands/lab/software.ts'
import { CATALOG } from '../engines/docker/images/catalog.ts'
import { fullLab } from './full.ts'

const FIRST = ['busybox', 'alpine', 'nginx']

it('puts Docker on any machine, with images beside its first ones, once', () => {
  const lab = fullLab()
  const run = (machine: string, command: string) => lab.exec(machine, command)
  const silent = { output: '', status: 0 }
  expect(run('host', 'lab add machine web1; lab install docker web1')).toEqual(silent)
  expect(
    run('web1', 'docker run -d --name one -p 8080:80 nginx >/dev/null; curl -s localhost:8080 | grep h1'),
  ).toEqual({
    output: '<h1>Welcome to nginx!</h1>\n',
    status: 0,
  })
  expect(run('host', 'docker ps')).toEqual({
    output:
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
    status: 1,
  })
  expect(run('host', 'lab install docker web1')).toEqual({
    output: 'docker runs on web1 already\n',
    status: 0,
  })
  expect(run('host', 'lab install docker web1 httpd')).toEqual(silent)
  expect(run('web1', 'docker images --format {{.Repository}}').output).toBe('httpd\nnginx\nalpine\nbusybox\n')
  expect(run('host', 'lab install docker host').status).toBe(0)
  expect(
    run('host', 'docker pull ubuntu 2>&1 | grep vethlab; docker pull other 2>&1 | grep -c vethlab'),
  ).toEqual({
    output:
      "vethlab: no registry is reached from here; 'lab install docker host ubuntu' brings the image\n0\n",
    status: 1,
  })
  expect(run('host', 'lab install docker host ubuntu').status).toBe(0)
  expect(run('host', 'docker images -q | wc -l').output).toBe('4\n')
})

it('refuses what is no machine', () => {
  const lab = fullLab()
  lab.exec('host', 'lab add switch sw1')
  expect(lab.exec('host', 'lab install docker sw1; lab install docker nobody').output).toBe(
    'lab: sw1 is a switch: it runs no programs\nlab: there is no machine or switch named nobody\n',
  )
})

it('has every image it names', () => {
  expect(CATALOG.map(({ name }) => name)).toEqual(
    [...FIRST, ...DOCKER_IMAGES].map((name) => `${name}:latest`),
  )
})
