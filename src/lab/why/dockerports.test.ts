// Ports that a container publishes, or does not.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'docker')
}

describe('why: published ports', () => {
  it('a port published on 127.0.0.1 only', () => {
    expect(
      why(`
docker run -d --name web -p 127.0.0.1:8080:80 nginx
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Container web publishes port 8080 of host on 127.0.0.1 only (-p 127.0.0.1:8080:80): on 192.168.1.10 nothing listens.',
      ko: '컨테이너 web이 host의 8080번 포트를 127.0.0.1에만 게시합니다(-p 127.0.0.1:8080:80): 192.168.1.10에서는 듣는 것이 없습니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 8080:80 nginx'],
    })
  })

  it('no port is published', () => {
    expect(
      why(`
docker run -d --name web nginx
curl -m 3 http://localhost:80`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Port 80 of host is published by no container: web listens on its own port 80, but was started without -p.',
      ko: 'host의 80번 포트를 게시하는 컨테이너가 없습니다: web은 자신의 80번 포트에서 듣지만 -p 없이 시작되었습니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 80:80 nginx'],
    })
  })

  it('no port is published, asked from elsewhere', () => {
    expect(
      why(`
docker run -d --name web nginx
pc$ curl -m 3 http://192.168.1.10:80`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Port 80 of host is published by no container: web listens on its own port 80, but was started without -p.',
      ko: 'host의 80번 포트를 게시하는 컨테이너가 없습니다: web은 자신의 80번 포트에서 듣지만 -p 없이 시작되었습니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 80:80 nginx'],
    })
  })

  it('another port than the published one', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
pc$ curl -m 3 http://192.168.1.10:8000`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Port 8000 of host is published by no container: web publishes its port 80 as 8080.',
      ko: 'host의 8000번 포트를 게시하는 컨테이너가 없습니다: web은 자신의 80번 포트를 8080번으로 게시합니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 8080:80 -p 8000:80 nginx'],
    })
  })

  it('what a container was started with stays', () => {
    expect(
      why(`
docker network create mynet
docker run -d --name web --network mynet --restart always -e A=b -p 127.0.0.1:8080:80 nginx
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Container web publishes port 8080 of host on 127.0.0.1 only (-p 127.0.0.1:8080:80): on 192.168.1.10 nothing listens.',
      ko: '컨테이너 web이 host의 8080번 포트를 127.0.0.1에만 게시합니다(-p 127.0.0.1:8080:80): 192.168.1.10에서는 듣는 것이 없습니다.',
      mend: [
        'docker rm -f web',
        'docker run -d --name web --network mynet --restart always -e A=b -p 8080:80 nginx',
      ],
    })
  })

  it('published to a port where nothing listens', () => {
    expect(
      why(`
docker run -d --name web -p 8080:8080 nginx
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Port 8080 of host leads to port 8080 of container web (-p 8080:8080), where nothing listens; web listens on 80.',
      ko: 'host의 8080번 포트는 컨테이너 web의 8080번 포트로 가는데(-p 8080:8080) 거기서 듣는 것이 없습니다. web은 80번에서 듣습니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 8080:80 nginx'],
    })
  })

  it('the same behind docker-proxy', () => {
    expect(
      why(`
docker run -d --name web -p 8080:8080 nginx
curl -m 3 http://localhost:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'docker-proxy takes it on host:8080 and itself connects to 172.17.0.2:8080. Port 8080 of host leads to port 8080 of container web (-p 8080:8080), where nothing listens; web listens on 80.',
      ko: 'host:8080에서 docker-proxy가 받아 172.17.0.2:8080으로 직접 연결합니다. host의 8080번 포트는 컨테이너 web의 8080번 포트로 가는데(-p 8080:8080) 거기서 듣는 것이 없습니다. web은 80번에서 듣습니다.',
      mend: ['docker rm -f web', 'docker run -d --name web -p 8080:80 nginx'],
    })
  })

  it('the program listens on 127.0.0.1 inside the container', () => {
    expect(
      why(`
docker run -d --name app -p 8080:80 busybox httpd -f -p 127.0.0.1:80
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'What runs in container app listens on 127.0.0.1:80 only, which is the container’s own: from outside it nobody gets there.',
      ko: '컨테이너 app 안의 프로그램이 127.0.0.1:80에서만 듣습니다. 이 주소는 컨테이너 자신의 것이라 밖에서는 닿지 못합니다.',
      mend: ['docker rm -f app', 'docker run -d --name app -p 8080:80 busybox httpd -f -p 0.0.0.0:80'],
    })
  })

  it('the host’s port, asked of the container', () => {
    expect(
      why(`
docker network create mynet
docker run -d --name web --network mynet -p 8080:80 nginx
docker run -d --name app --network mynet alpine sleep 3600
docker exec app wget -qO- http://web:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Nothing in container web listens on port 8080: that is where host publishes it. Between containers it is web:80.',
      ko: '컨테이너 web에서 8080번 포트를 듣는 것이 없습니다: 8080번은 host에 게시된 포트입니다. 컨테이너끼리는 web:80으로 접속합니다.',
      mend: null,
    })
  })

  it('the container is stopped', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
docker stop web
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Container web, which publishes port 8080 of host, does not run (exited): nothing listens there.',
      ko: 'host의 8080번 포트를 게시하는 컨테이너 web이 실행 중이 아닙니다(종료됨): 거기서 듣는 것이 없습니다.',
      mend: ['docker start web'],
    })
  })
})
