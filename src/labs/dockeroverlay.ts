import type { Lesson } from './lesson.ts'

export const dockerOverlay: Lesson = {
  id: 'docker-overlay',
  title: 'Two machines, one overlay',
  summary:
    'A swarm of two machines and a network over both: containers find each other by name, and VXLAN carries their packets.',
  text: `#! world: docker
#! title: Two machines, one overlay
# Docker on a second machine, and a swarm: who joins brings a token, which travels by nc here
pc$ systemctl start docker
$ docker swarm init
$ docker swarm join-token -q worker | nc -l -N 5000 &
pc$ docker swarm join --token $(nc -d 192.168.1.10 5000) 192.168.1.10:2377
$ docker node ls
# One network, a container of it on each machine
$ docker network create -d overlay --attachable shop
$ docker run -d --name web --network shop nginx
pc$ docker run -d --name shell --network shop busybox sleep 3600
$ sleep 1
# The name is known, and the packets go in VXLAN to UDP port 4789 of the other machine
pc$ docker exec shell wget -qO- http://web/ | grep title
# A hidden namespace has the bridge, and knows where each address lives
pc$ nsenter --net=/var/run/docker/netns/1-$(docker network ls -qf name=shop | cut -c1-10) bridge fdb show dev vxlan0
`,
  holds: [
    { machine: 'pc', command: 'docker exec shell ping -c 1 web', status: 0 },
    { machine: 'host', command: 'docker exec web ping -c 1 shell', status: 0 },
    { machine: 'pc', command: 'docker exec shell ip link show eth0 | grep -q "mtu 1450"', status: 0 },
    { machine: 'pc', command: 'docker network ls | grep -q "shop *overlay *swarm"', status: 0 },
    { machine: 'pc', command: 'docker node ls', status: 1 },
  ],
}
