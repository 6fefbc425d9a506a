// Names and ways between containers and their machine that people ask about.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'docker')
}

describe('why: what is asked of Docker', () => {
  it('the subnet of a network overlaps the LAN', () => {
    expect(
      why(`
docker network create --subnet 192.168.1.0/24 mynet
docker run -d --name web --network mynet nginx
docker exec web ping -c 1 -W 1 192.168.1.11`),
    ).toEqual({
      cause: 'docker-overlap',
      en: 'Network mynet of Docker is 192.168.1.0/24, and 192.168.1.11, which pc has, lies in it: web takes it for a neighbour on that network and asks for it there (overlapping subnets).',
      ko: 'Docker 네트워크 mynet의 대역 192.168.1.0/24에 pc의 주소 192.168.1.11도 들어 있습니다: web은 이를 그 네트워크의 이웃으로 여기고 거기서 찾습니다(서브넷 겹침).',
      mend: [
        'docker network create mynet2',
        'docker network disconnect mynet web',
        'docker network connect mynet2 web',
      ],
    })
  })

  it('host.docker.internal', () => {
    expect(
      why(`
docker network create mynet
docker run -d --name app --network mynet busybox sleep 3600
docker exec app ping -c 1 host.docker.internal`),
    ).toEqual({
      cause: 'host-docker-internal',
      en: 'host.docker.internal is a name that Docker Desktop gives; Docker on Linux knows it in containers only that were started with --add-host host.docker.internal:host-gateway, and app was not.',
      ko: 'host.docker.internal은 Docker Desktop이 주는 이름입니다. 리눅스의 Docker에서는 --add-host host.docker.internal:host-gateway로 시작한 컨테이너만 아는데 app은 그렇지 않습니다.',
      mend: [
        'docker rm -f app',
        'docker run -d --name app --network mynet --add-host host.docker.internal:host-gateway busybox sleep 3600',
      ],
    })
  })

  it('the resolver that a container was given', () => {
    expect(
      why(`
docker run -d --name app --dns 10.99.99.99 busybox sleep 3600
docker exec app nslookup example.com`),
    ).toEqual({
      cause: 'docker-dns',
      en: 'The resolver 10.99.99.99 does not answer for example.com: container app was started with --dns 10.99.99.99, and no answer comes from there.',
      ko: '리졸버 10.99.99.99가 example.com을 답하지 않습니다: 컨테이너 app은 --dns 10.99.99.99로 시작되었는데 거기서 답이 오지 않습니다.',
      mend: ['docker rm -f app', 'docker run -d --name app busybox sleep 3600'],
    })
  })

  it('a published port, asked of localhost in a container', () => {
    expect(
      why(`
echo '{"userland-proxy": false}' >/etc/docker/daemon.json; systemctl restart docker
docker run -d --name web -p 8080:80 nginx
sysctl -qw net.ipv4.conf.docker0.route_localnet=0
curl -s -m 3 http://127.0.0.1:8080`),
    ).toEqual({
      cause: 'route-localnet',
      en: 'DNAT in host sends it on to 172.17.0.2, but it comes from 127.0.0.1, and what has such an address may not leave lo: net.ipv4.conf.docker0.route_localnet is 0.',
      ko: 'host의 DNAT가 172.17.0.2로 보내지만 출발지가 127.0.0.1입니다. 그런 주소를 가진 패킷은 lo를 떠나지 못합니다: net.ipv4.conf.docker0.route_localnet이 0입니다.',
      mend: ['sysctl -w net.ipv4.conf.docker0.route_localnet=1'],
    })
  })

  it('DNAT from localhost without route_localnet', () => {
    expect(
      why(`
echo '{"userland-proxy": false}' >/etc/docker/daemon.json; systemctl restart docker
docker run -d --name web -p 8080:80 nginx
sysctl -qw net.ipv4.conf.docker0.route_localnet=0
curl -s -m 3 http://127.0.0.1:8080`),
    ).toEqual({
      cause: 'route-localnet',
      en: 'DNAT in host sends it on to 172.17.0.2, but it comes from 127.0.0.1, and what has such an address may not leave lo: net.ipv4.conf.docker0.route_localnet is 0.',
      ko: 'host의 DNAT가 172.17.0.2로 보내지만 출발지가 127.0.0.1입니다. 그런 주소를 가진 패킷은 lo를 떠나지 못합니다: net.ipv4.conf.docker0.route_localnet이 0입니다.',
      mend: ['sysctl -w net.ipv4.conf.docker0.route_localnet=1'],
    })
  })

  it('docker0 is down', () => {
    expect(
      why(`
docker run -d --name web nginx
ip link set docker0 down
curl -s -m 3 http://172.17.0.2`),
    ).toEqual({
      cause: 'network-down',
      en: 'docker0 in host is down, and with it the route to 172.17.0.0/16: the packet takes another way.',
      ko: 'host의 docker0이 내려가 172.17.0.0/16으로 가는 경로도 사라졌습니다: 패킷이 다른 길로 갑니다.',
      mend: ['ip link set docker0 up'],
    })
  })
})
