import type { Lesson } from './lesson.ts'

export const dockerPublish: Lesson = {
  id: 'docker-publish',
  title: 'What docker run -p does',
  summary:
    'A container is a namespace, a veth pair, a bridge and some rules: find each of them, and reach the container from the LAN.',
  text: `#! world: docker
#! title: What docker run -p does
# Docker is installed: a bridge without ports, and chains that wait for rules
$ docker network ls
$ ip -br addr
# One container with a published port
$ docker run -d --name web -p 8080:80 nginx
# What it is made of: a veth pair into docker0, a process in namespaces of its own, two rules, and a proxy
$ ip -br link
$ docker exec web ip addr show eth0
$ iptables -t nat -S DOCKER; iptables -S DOCKER
$ ss -tlnp | grep 8080
`,
  holds: [
    { machine: 'pc', command: 'curl -sf http://192.168.1.10:8080/', status: 0 },
    { machine: 'host', command: 'curl -sf http://127.0.0.1:8080/', status: 0 },
    { machine: 'host', command: 'docker exec web ping -c 1 8.8.8.8', status: 0 },
    { machine: 'pc', command: 'curl -s --connect-timeout 2 http://172.17.0.2/', status: 28 },
  ],
}
