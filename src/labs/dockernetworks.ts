import type { Lesson } from './lesson.ts'

export const dockerNetworks: Lesson = {
  id: 'docker-networks',
  title: 'Docker networks: names and walls',
  summary:
    'Containers of one network find each other by name; those of another are behind a wall, until they are connected.',
  text: `#! world: docker
#! title: Docker networks: names and walls
# A network of one's own is a bridge with a subnet, and a name server for those in it
$ docker network create front
$ docker network create back
$ docker run -d --name web --network front nginx
$ docker run -d --name shell --network front busybox sleep 3600
$ docker run -d --name db --network back busybox sleep 3600
# web is found by its name, db is not there at all
$ docker exec shell wget -qO- http://web/ | grep title
$ docker exec shell ping -c 1 -W 1 db || true
# A second cable into the other network, and it is
$ docker network connect back shell
$ docker exec shell ping -c 1 db
`,
  holds: [
    { machine: 'host', command: 'docker exec shell ping -c 1 web', status: 0 },
    { machine: 'host', command: 'docker exec shell ping -c 1 db', status: 0 },
    { machine: 'host', command: 'docker exec web ping -c 1 -W 1 db', status: 1 },
    { machine: 'host', command: 'docker exec web ping -c 1 -W 1 172.19.0.2', status: 1 },
  ],
}
