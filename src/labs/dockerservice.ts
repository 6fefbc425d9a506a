import type { Lesson } from './lesson.ts'

export const dockerService: Lesson = {
  id: 'docker-service',
  title: 'A service on an overlay',
  summary:
    'Two tasks behind one address and one port: a machine that runs neither answers all the same, by the routing mesh and IPVS.',
  text: `#! world: docker
#! title: A service on an overlay
# A swarm of two machines, of which pc takes no tasks
pc$ systemctl start docker
$ docker swarm init
$ docker swarm join-token -q worker | nc -l -N 5000 &
pc$ docker swarm join --token $(nc -d 192.168.1.10 5000) 192.168.1.10:2377
$ docker node update --availability drain pc
# Two tasks, one address in the network shop, and port 8080 of every machine
$ docker network create -d overlay --attachable shop
$ docker service create -d --name web --replicas 2 --network shop -p 8080:80 nginx
$ sleep 3
$ docker service ps web
# pc runs none of them, and has a page
pc$ curl -s 192.168.1.11:8080 | grep title
# Its sandbox in the ingress network marks what comes for the port, and IPVS gives it to a task in turn
pc$ nsenter --net=/var/run/docker/netns/ingress_sbox iptables -t mangle -S PREROUTING
pc$ nsenter --net=/var/run/docker/netns/ingress_sbox ipvsadm -Ln
# The name leads to the service's address, and tasks.web to those of its tasks
$ docker run -d --name shell --network shop busybox sleep 3600
$ docker exec shell nslookup web
$ docker exec shell nslookup tasks.web
`,
  holds: [
    { machine: 'pc', command: 'docker ps | grep -q web', status: 1 },
    { machine: 'pc', command: 'curl -s -m 5 127.0.0.1:8080 | grep -q nginx', status: 0 },
    { machine: 'pc', command: 'curl -s -m 5 192.168.1.10:8080 | grep -q nginx', status: 0 },
    { machine: 'host', command: 'docker exec shell wget -q -O - http://web/ | grep -q nginx', status: 0 },
    {
      machine: 'pc',
      command: 'nsenter --net=/var/run/docker/netns/ingress_sbox ipvsadm -Ln --stats | grep -q "FWM  256 *2"',
      status: 0,
    },
  ],
}
