// Containers that have no network, no name, or do not run.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'docker')
}

describe('why: networks and names of Docker', () => {
  it('an internal network has no way out', () => {
    expect(
      why(`
docker network create --internal priv
docker run -d --name app --network priv alpine sleep 3600
docker exec app ping -c 1 -W 1 8.8.8.8`),
    ).toEqual({
      cause: 'docker-internal',
      en: 'Container app is on priv only, which was made with --internal: Docker gives it no default route, so it has none to 8.8.8.8.',
      ko: '컨테이너 app은 --internal로 만든 priv에만 있습니다: Docker가 기본 경로를 주지 않아 8.8.8.8로 가는 경로가 없습니다.',
      mend: ['docker network connect bridge app'],
    })
  })

  it('nor one to another network', () => {
    expect(
      why(`
docker network create --internal priv
docker run -d --name app --network priv alpine sleep 3600
docker run -d --name web nginx
docker exec app wget -qO- http://172.17.0.2`),
    ).toEqual({
      cause: 'docker-internal',
      en: 'Container app is on priv only, which was made with --internal: Docker gives it no default route, so it has none to 172.17.0.2.',
      ko: '컨테이너 app은 --internal로 만든 priv에만 있습니다: Docker가 기본 경로를 주지 않아 172.17.0.2로 가는 경로가 없습니다.',
      mend: ['docker network connect bridge app'],
    })
  })

  it('a container without a network', () => {
    expect(
      why(`
docker run -d --name app --network none alpine sleep 3600
docker exec app ping -c 1 -W 1 8.8.8.8`),
    ).toEqual({
      cause: 'docker-none',
      en: 'Container app was started with --network none: it has no interface but lo.',
      ko: '컨테이너 app은 --network none으로 시작되어 lo 말고 인터페이스가 없습니다.',
      mend: ['docker network disconnect none app', 'docker network connect bridge app'],
    })
  })

  it('the host and a container on its macvlan', () => {
    expect(
      why(`
docker network create -d macvlan --subnet 192.168.1.0/24 --gateway 192.168.1.1 -o parent=eth0 lanet
docker run -d --name web --network lanet --ip 192.168.1.77 nginx
ping -c 1 -W 1 192.168.1.77`),
    ).toEqual({
      cause: 'macvlan-parent',
      en: 'eth0 (web) stands on eth0 (host) as a macvlan, and a macvlan and its parent do not talk to each other.',
      ko: 'eth0 (web)은 eth0 (host) 위의 macvlan인데, macvlan과 그 부모 장치는 서로 통신하지 못합니다.',
      mend: [
        'ip link add macvlan0 link eth0 type macvlan mode bridge',
        'ip addr add 192.168.1.2/32 dev macvlan0',
        'ip link set macvlan0 up',
        'ip route add 192.168.1.77/32 dev macvlan0',
      ],
    })
  })

  it('the address of a stopped container', () => {
    expect(
      why(`
docker run -d --name web nginx
docker stop web
ping -c 1 -W 1 172.17.0.2`),
    ).toEqual({
      cause: 'docker-stopped',
      en: 'No running container of network bridge has 172.17.0.2: web is not running (exited), and a stopped container has no address.',
      ko: '네트워크 bridge에서 실행 중인 컨테이너 가운데 172.17.0.2를 가진 것이 없습니다: web이 실행 중이 아니며(종료됨) 멈춘 컨테이너에는 주소가 없습니다.',
      mend: ['docker start web'],
    })
  })

  it('the container is paused', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
docker pause web
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-paused',
      en: 'Container web is paused: the kernel takes the connection, but no process of the container runs to answer.',
      ko: '컨테이너 web이 일시 정지(pause)되어 있습니다: 연결은 커널이 받지만 답할 프로세스가 돌지 않습니다.',
      mend: ['docker unpause web'],
    })
  })

  it('the container is paused, behind docker-proxy', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
docker pause web
curl -m 3 http://localhost:8080`),
    ).toEqual({
      cause: 'docker-paused',
      en: 'docker-proxy takes it on host:8080 and itself connects to 172.17.0.2:80. Container web is paused: the kernel takes the connection, but no process of the container runs to answer.',
      ko: 'host:8080에서 docker-proxy가 받아 172.17.0.2:80으로 직접 연결합니다. 컨테이너 web이 일시 정지(pause)되어 있습니다: 연결은 커널이 받지만 답할 프로세스가 돌지 않습니다.',
      mend: ['docker unpause web'],
    })
  })

  it('the name of a stopped container', () => {
    expect(
      why(`
docker network create mynet
docker run -d --name web --network mynet nginx
docker run -d --name app --network mynet alpine sleep 3600
docker stop web
docker exec app ping -c 1 web`),
    ).toEqual({
      cause: 'docker-name',
      en: 'Container web does not run (exited), and Docker’s resolver knows running containers only: app gets no address for it.',
      ko: '컨테이너 web이 실행 중이 아닙니다(종료됨). Docker의 리졸버는 실행 중인 컨테이너만 알므로 app이 그 주소를 얻지 못합니다.',
      mend: ['docker start web'],
    })
  })

  it('names on the default network', () => {
    expect(
      why(`
docker run -d --name web nginx
docker run -d --name app alpine sleep 3600
docker exec app ping -c 1 web`),
    ).toEqual({
      cause: 'docker-name',
      en: 'app and web are on the default network, bridge, where Docker’s resolver does not serve: there containers do not know each other by name, only on networks one makes oneself.',
      ko: 'app과 web은 기본 네트워크 bridge에 있는데 거기서는 Docker의 리졸버가 동작하지 않습니다: 컨테이너 이름은 직접 만든 네트워크에서만 통합니다.',
      mend: [
        'docker network create mynet',
        'docker network connect mynet app',
        'docker network connect mynet web',
      ],
    })
  })

  it('the name of a container on another network', () => {
    expect(
      why(`
docker network create a-net; docker network create b-net
docker run -d --name web --network a-net nginx
docker run -d --name app --network b-net alpine sleep 3600
docker exec app wget -qO- http://web`),
    ).toEqual({
      cause: 'docker-name',
      en: 'web is on a-net and app on b-net: Docker’s resolver knows only the containers of one’s own networks.',
      ko: 'web은 a-net에, app은 b-net에 있습니다: Docker의 리졸버는 같은 네트워크의 컨테이너만 압니다.',
      mend: ['docker network connect a-net app'],
    })
  })

  it('the name of a container, asked from the host', () => {
    expect(
      why(`
docker run -d --name web nginx
ping -c 1 web`),
    ).toEqual({
      cause: 'docker-name',
      en: 'host is no container: the names of containers are known inside Docker’s networks only, not on host.',
      ko: 'host는 컨테이너가 아닙니다: 컨테이너 이름은 Docker 네트워크 안에서만 통하고 host에서는 통하지 않습니다.',
      mend: ['echo 172.17.0.2 web >>/etc/hosts'],
    })
  })
})
