import { beforeEach, describe, expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

let host: (command: string) => string

/** A swarm of two machines, and a file for it. */
beforeEach(() => {
  const lab = fullLab('docker')
  host = (command) => lab.exec('host', command).output
  lab.exec('pc', 'systemctl start docker')
  host('docker swarm init')
  const token = host('docker swarm join-token -q worker').trim()
  lab.exec('pc', `docker swarm join --token ${token} 192.168.1.10:2377`)
  host(`cat > shop.yml <<'X'
version: "3.8"
services:
  web:
    image: nginx
    ports: ["8080:80"]
    networks: [front]
    deploy:
      replicas: 2
      placement:
        constraints:
          - node.role == manager
  client:
    image: busybox
    command: sleep 1000
    environment: {Z: 1, A: b}
    networks:
      front: {aliases: [shopper]}
    deploy: {mode: global}
networks:
  front:
X`)
})

const LATER =
  'Since --detach=false was not specified, tasks will be created in the background.\nIn a future release, --detach=false will become the default.\n'
const file = (text: string) => host(`cat > x.yml <<'X'\n${text}\nX`)

describe('docker stack deploy', () => {
  it('makes networks and services, that find each other by their names in the file', () => {
    expect(host('docker stack deploy -c shop.yml shop')).toBe(
      `${LATER}Creating network shop_front\nCreating service shop_web\nCreating service shop_client\n`,
    )
    host('sleep 4')
    expect(host('docker stack ls')).toBe('NAME      SERVICES\nshop      2\n')
    const services = "docker stack services shop --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Ports}}'"
    expect(host(services)).toBe('shop_client global 2/2 \nshop_web replicated 2/2 *:8080->80/tcp\n')
    const tasks = host("docker stack ps shop --format '{{.Name}} {{.Node}}'").replace(/\w{25}/g, 'ID')
    expect(tasks.split('\n').toSorted()).toEqual([
      '',
      'shop_client.ID host',
      'shop_client.ID pc',
      'shop_web.1 host',
      'shop_web.2 host',
    ])
    const vip = (service: string) =>
      host(`docker service inspect ${service} -f '{{(index .Endpoint.VirtualIPs 0).Addr}}'`)
    const found = (name: string) =>
      host(
        `docker exec $(docker ps -q --filter name=shop_client) nslookup ${name} | grep -A9 ${name} | grep -c Address`,
      )
    expect(vip('shop_client')).toMatch(/^10\.0\.\d+\.\d+\/24\n$/)
    expect(['web', 'shop_web', 'shopper', 'client', 'tasks.web', 'tasks.shopper'].map(found)).toEqual(
      ['1', '1', '1', '1', '2', '2'].map((count) => `${count}\n`),
    )
    expect(
      host('docker exec $(docker ps -q --filter name=shop_client) wget -qO- web | grep -c "<title>"'),
    ).toBe('1\n')
    expect(host("docker service inspect shop_client -f '{{json .Spec.TaskTemplate.ContainerSpec}}'")).toBe(
      '{"Image":"busybox:latest","Labels":{"com.docker.stack.namespace":"shop"},"Args":["sleep","1000"],"Env":["A=b","Z=1"],"Privileges":{"CredentialSpec":null,"SELinuxContext":null,"NoNewPrivileges":false},"StopGracePeriod":10000000000,"DNSConfig":{},"Isolation":"default"}\n',
    )
  })

  it('changes what is there, and removes what is no longer in the file when it is told to', () => {
    host('docker stack deploy -d -c shop.yml shop; sleep 3')
    host("sed -i 's/replicas: 2/replicas: 3/;/client:/,/mode: global/d' shop.yml")
    expect(
      host('docker stack deploy -d --prune --resolve-image never -c shop.yml shop').replace(/\w{25}/, 'ID'),
    ).toBe('Removing service shop_client\nUpdating service shop_web (id: ID)\n')
    host('sleep 3')
    expect(host("docker service ls --format '{{.Name}} {{.Replicas}}'")).toBe('shop_web 3/3\n')
    expect(host('docker stack deploy -d -c shop.yml shop')).toContain(
      'image nginx:latest could not be accessed on a registry to record\n',
    )
  })

  it('reads its standard input', () => {
    expect(host('docker stack deploy -d -c - shop < shop.yml')).toContain('Creating service shop_web\n')
  })

  it.each([
    ['name: x', '(root) Additional property name is not allowed\n'],
    ['version: "2"', 'unsupported Compose file version: 2\n'],
    ['services: {one: {imagee: x}}', 'services.one Additional property imagee is not allowed\n'],
    [
      'services: {one: {build: .}}',
      'Ignoring unsupported options: build\n\ninvalid image reference for service one: no image specified\n',
    ],
    ['services: {one: {image: x, depends_on: {two: }}}', 'services.one.depends_on must be a list\n'],
    ['networks: {a: {foo: 1}}', 'networks.a Additional property foo is not allowed\n'],
    ['services: {one: {image: x, secrets: [a]}}', 'services.one.secrets is not supported in vethlab\n'],
    [
      'services: {one: {image: x, networks: [zed]}}',
      'Creating network x_zed\nservice one: undefined network "zed"\n',
    ],
    [
      'services: {one: {image: x, networks: [zed]}}\nnetworks: {zed: {external: true}}',
      'network "zed" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed\n',
    ],
  ])('refuses %j', (text, why) => {
    file(text)
    expect(host('docker stack deploy -d -c x.yml x')).toBe(why)
  })

  it('says what it leaves out', () => {
    file(
      'services: {one: {image: busybox, command: sleep 9, container_name: a, restart: always, depends_on: []}}',
    )
    expect(host('docker stack deploy -c x.yml x')).toBe(
      `Ignoring unsupported options: restart\n\nIgnoring deprecated options:\n\ncontainer_name: Setting the container name is not supported.\n\n${LATER}Creating network x_default\nCreating service x_one\n`,
    )
    expect(host("docker stack deploy -d -c x.yml 'bad name'")).toContain(
      'Creating network bad name_default\nfailed to create network bad name_default: Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component\n',
    )
  })
})

describe('docker stack rm', () => {
  it('takes all of it away', () => {
    host('docker stack deploy -d -c shop.yml shop; sleep 3')
    expect(host('docker stack rm shop nope')).toBe(
      'Removing service shop_client\nRemoving service shop_web\nRemoving network shop_front\nNothing found in stack: nope\n',
    )
    host('sleep 15')
    expect(host('docker ps -aq; docker stack ls; docker network ls | grep shop')).toBe('NAME      SERVICES\n')
    expect(host('docker stack services shop; docker stack ps shop')).toBe(
      'Nothing found in stack: shop\nnothing found in stack: shop\n',
    )
  })
})
