// The labs of the library in Korean; in English a lab says its own name.

export interface LabWords {
  readonly title: string
  readonly summary: string
}

export const LABS_IN_KOREAN: Readonly<Record<string, LabWords>> = {
  welcome: {
    title: '브리지 하나에 네임스페이스 둘',
    summary: 'red와 blue, veth 쌍 하나씩, 브리지 하나. 클릭 한 번이면 첫 ping입니다.',
  },
  'veth-pair': {
    title: 'veth 쌍',
    summary: '한쪽 끝은 호스트에, 다른 쪽 끝은 네임스페이스에 꽂힌 케이블입니다.',
  },
  'bridge-gateway': {
    title: '브리지에 붙은 호스트',
    summary: 'br0에 주소를 주면 호스트는 컨테이너들의 이웃이자 게이트웨이가 됩니다.',
  },
  router: {
    title: '두 서브넷 사이의 라우터',
    summary: '서브넷이 다르면 라우터를 지나야 합니다. ip_forward와 돌아오는 경로를 확인하세요.',
  },
  lan: {
    title: 'LAN과 인터넷',
    summary: '스위치에 host와 pc, 라우터, 그 너머의 인터넷. 8.8.8.8로 가는 패킷이 지나는 길을 봅니다.',
  },
  nat: {
    title: '마스커레이드로 인터넷에 나가기',
    summary: 'host 뒤의 컨테이너 네트워크: 포워딩, MASQUERADE 규칙, 그리고 돌아오는 길을 기억하는 연결 추적.',
  },
  overlay: {
    title: '두 호스트를 잇는 오버레이',
    summary:
      '머신 둘, 브리지 하나씩, 그 사이의 VXLAN 터널. 서로 다른 호스트의 컨테이너가 한 서브넷에 있습니다.',
  },
  'docker-publish': {
    title: 'docker run -p가 하는 일',
    summary:
      '컨테이너는 네임스페이스, veth 쌍, 브리지, 그리고 규칙 몇 개입니다. 하나씩 찾아보고 LAN에서 컨테이너에 접속합니다.',
  },
  'docker-networks': {
    title: 'Docker 네트워크: 이름과 벽',
    summary:
      '같은 네트워크의 컨테이너는 이름으로 서로를 찾고, 다른 네트워크는 연결하기 전까지 벽 너머에 있습니다.',
  },
  'docker-overlay': {
    title: '머신 둘, 오버레이 하나',
    summary:
      '머신 둘로 만든 스웜과 둘에 걸친 네트워크: 컨테이너는 이름으로 서로를 찾고, 패킷은 VXLAN이 나릅니다.',
  },
  'docker-service': {
    title: '오버레이 위의 서비스',
    summary:
      '주소 하나와 포트 하나 뒤의 태스크 둘: 태스크가 없는 머신도 라우팅 메시와 IPVS로 똑같이 응답합니다.',
  },
  'kubernetes-pods': {
    title: '파드란 무엇인가',
    summary:
      '컨테이너 둘이 네트워크 네임스페이스 하나를 나눠 씁니다: 주소와 lo가 같고, pause 프로세스가 붙들고 있으며, CNI 플러그인이 연결했습니다.',
  },
  'kubernetes-service': {
    title: '쿠버네티스의 서비스',
    summary: '노드 둘에 파드 셋, 주소는 하나: 이름, NodePort, 그리고 kube-proxy가 써 넣는 규칙을 봅니다.',
  },
  'cni-bridge': {
    title: 'CNI 플러그인이 하는 일',
    summary: '빈 네임스페이스에서 인터넷까지 여덟 단계: 한쪽은 손으로, 다른 쪽은 bridge 플러그인으로.',
  },
  empty: { title: '빈 호스트', summary: '머신 한 대. lo뿐이고, lo는 꺼져 있습니다.' },
}

/** Their own titles, as their texts have them. */
export const LABS_BY_TITLE: Readonly<Record<string, string>> = {
  'Two namespaces on a bridge': 'welcome',
  'A veth pair': 'veth-pair',
  'The host on the bridge': 'bridge-gateway',
  'A router between two subnets': 'router',
  'A LAN and the internet': 'lan',
  'Out to the internet by masquerade': 'nat',
  'An overlay of two hosts': 'overlay',
  'What docker run -p does': 'docker-publish',
  'Docker networks: names and walls': 'docker-networks',
  'A service of Kubernetes': 'kubernetes-service',
  'What a CNI plugin does': 'cni-bridge',
  'Two machines, one overlay': 'docker-overlay',
  'A service on an overlay': 'docker-service',
  'What a Pod is': 'kubernetes-pods',
  'Empty host': 'empty',
}

/** A lab of the library by its title in Korean; any other by the one it has. */
export function titleInKorean(title: string): string {
  const id = LABS_BY_TITLE[title]
  return (id === undefined ? undefined : LABS_IN_KOREAN[id]?.title) ?? title
}
