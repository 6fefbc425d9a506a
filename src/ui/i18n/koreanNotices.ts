// What the lab and the canvas refuse, what things are called, and who took a packet, in Korean. They say it in English
// words of their own; here each is known by its pattern, and what stands in its places is put in again.

type Notice = readonly [english: RegExp, korean: string]

const NOTICES: readonly Notice[] = [
  [/^This link does not hold a lab\.$/, '이 링크에는 랩이 들어 있지 않습니다.'],
  [
    /^This link was made by a newer vethlab \(version (\S+) of links\), which this one cannot read\.$/,
    '더 새로운 vethlab이 만든 링크(링크 버전 $1)라서 여기서는 읽을 수 없습니다.',
  ],
  [
    /^This link is damaged or was cut off, so the lab in it cannot be opened\.$/,
    '링크가 손상되었거나 잘려서 안에 든 랩을 열 수 없습니다.',
  ],
  [
    /^This link unfolds to more than 4 MiB, which no lab is, so it was not opened\.$/,
    '링크를 펼치면 4 MiB를 넘는데 그런 랩은 없으므로 열지 않았습니다.',
  ],
  [/^The lab in this link cannot be read: (.*)\.$/, '이 링크의 랩을 읽을 수 없습니다: $1.'],
  [/^This lab cannot be read: (.*)\.$/, '이 랩을 읽을 수 없습니다: $1.'],
  [/^line (\d+): (.*)$/, '$1번째 줄: $2'],
  [/^output before the first command: (.*)$/, '첫 명령보다 앞에 출력이 있습니다: $1'],
  [/^there is no world (.*); there are (.*) and (.*)$/, '시작 환경 $1 없음. 있는 것: $2, $3'],
  [/^a place is written “(.*)”$/, '위치는 “$1”로 적습니다'],
  [/^a note is written “(.*)”$/, '메모는 “$1”로 적습니다'],
  [/^the time a command ran is written “(.*)”$/, '명령이 실행된 시간은 “$1”로 적습니다'],
  [
    /^The rest of vethlab could not be loaded: are you offline\?$/,
    'vethlab의 나머지를 불러오지 못했습니다. 오프라인인가요?',
  ],
  [/^One end of that cable is gone\.$/, '그 케이블의 한쪽 끝이 없어졌습니다.'],
  [
    /^A switch has no namespaces and no bridges of its own: drop the (\S+) on a machine\.$/,
    '스위치에는 자기 네임스페이스도 브리지도 없습니다: $1은 머신 위에 놓으세요.',
  ],
  [/^A switch is not plugged into itself\.$/, '스위치는 자기 자신에 꽂을 수 없습니다.'],
  [/^(\S+) is a port of (\S+) already\.$/, '$1: 이미 $2의 포트입니다.'],
  [
    /^This namespace has no name, so no command can reach it\.$/,
    '이 네임스페이스에는 이름이 없어 명령으로 가리킬 수 없습니다.',
  ],
  [/^There is no machine to type the command on\.$/, '명령을 입력할 머신이 없습니다.'],
  [
    /^Namespaces and bridges can be copied: none is chosen\.$/,
    '복사할 수 있는 것은 네임스페이스와 브리지인데 고른 것이 없습니다.',
  ],
  [/^That interface is gone\.$/, '그 인터페이스가 없어졌습니다.'],
  [
    /^The ports of a switch have no terminal to be set from\.$/,
    '스위치의 포트에는 설정할 터미널이 없습니다.',
  ],
  [/^That namespace is gone\.$/, '그 네임스페이스가 없어졌습니다.'],
  [/^That container is gone\.$/, '그 컨테이너가 없어졌습니다.'],
  [/^A container is made from an image\.$/, '컨테이너는 이미지로 만듭니다.'],
  [/^A pod has a name, and is made from an image\.$/, '파드에는 이름이 있고, 파드는 이미지로 만듭니다.'],
  [
    /^A namespace without a name goes with the last process in it\.$/,
    '이름 없는 네임스페이스는 안에 있는 마지막 프로세스와 함께 사라집니다.',
  ],
  [
    /^This namespace has no name and no process in it, so no command can reach it\.$/,
    '이 네임스페이스에는 이름도 프로세스도 없어 명령으로 가리킬 수 없습니다.',
  ],
  [
    /^A cable between machines has its ends on two of them\.$/,
    '머신 사이의 케이블은 양쪽 끝이 서로 다른 머신에 있어야 합니다.',
  ],
  [/^A switch has no terminal\.$/, '스위치에는 터미널이 없습니다.'],
  [/^An interface stays on its machine\.$/, '인터페이스는 자기 머신을 떠나지 못합니다.'],
  [/^That machine is gone\.$/, '그 머신이 없어졌습니다.'],
  [
    /^A cable between two switches goes with one of them\.$/,
    '두 스위치 사이의 케이블은 그중 하나와 함께 사라집니다.',
  ],
  [/^A switch does not ping\.$/, '스위치는 ping을 보내지 않습니다.'],
  [/^(.+) has no IPv4 address to ping\.$/, '$1: ping을 보낼 IPv4 주소가 없습니다.'],
  [/^No command can reach it\.$/, '명령으로 가리킬 수 없습니다.'],
  [
    /^This namespace has no name and no process in it, so no command can reach it\.$/,
    '이 네임스페이스에는 이름도 프로세스도 없어 명령으로 가리킬 수 없습니다.',
  ],
  [
    /^A namespace without a name goes with the last process in it\.$/,
    '이름 없는 네임스페이스는 안의 마지막 프로세스와 함께 사라집니다.',
  ],
  [
    /^A cable between machines has its ends on two of them\.$/,
    '머신 사이의 케이블은 서로 다른 두 머신을 잇습니다.',
  ],
  [/^A cable has its ends in two different places\.$/, '케이블의 두 끝은 서로 다른 곳에 있어야 합니다.'],
  [
    /^A namespace's cables stay on its machine: plug (\S+) itself, or a bridge on it\.$/,
    '네임스페이스의 케이블은 자기 머신을 떠나지 못합니다: $1 자체나 그 위의 브리지를 꽂으세요.',
  ],
  [
    /^(\S+) stays on (\S+): a cable to (\S+) is made from a NIC\.$/,
    '$1: $2을(를) 떠나지 못합니다. $3(으)로 가는 케이블은 NIC에서 만듭니다.',
  ],
  [/^(\S+) is in (.+) already\.$/, '$1: 이미 $2 안에 있습니다.'],
  [
    /^(.+) is on (\S+) already, by the interface (\S+): give that an address\.$/,
    '$1: 이미 인터페이스 $3(으)로 $2에 이어져 있습니다. 그것에 주소를 주세요.',
  ],
  [/^machine (\S+)$/, '머신 $1'],
  [/^switch (\S+)$/, '스위치 $1'],
  [/^namespace (.+)$/, '네임스페이스 $1'],
  [/^container (\S+)$/, '컨테이너 $1'],
  [/^pod (\S+)$/, '파드 $1'],
  [/^bridge (\S+)$/, '브리지 $1'],
  [/^interface (\S+) in (.*)$/, '$2의 인터페이스 $1'],
  [/^port of (\S+)(.*)$/, '$1의 포트$2'],
  [/^(\S+) stands on (\S+)$/, '$2 위의 $1'],
  [/^tunnel VNI (\d+) (.*)$/, '터널 VNI $1 $2'],
  [/^cable (.* – .*)$/, '케이블 $1'],
  [/^packet (.*)$/, '패킷 $1'],
  [/^(\d+) interfaces?$/, '인터페이스 $1개'],
  [/^(\d+) ports?$/, '포트 $1개'],
  [/^forwards$/, '포워딩 켜짐'],
  [/^image (.+)$/, '이미지 $1'],
  [/^port (\S+) leads to (.+)$/, '포트 $1 → $2'],
  [/^packet dropped$/, '버려진 패킷'],
  [/^(\d+) packets dropped$/, '버려진 패킷 $1개'],
  [/^by a rule of (\S+)$/, '$1의 규칙'],
  [/^by docker-proxy alone$/, 'docker-proxy만으로'],
  [/^process (.+)$/, '프로세스 $1'],
  [/^port (\S+) of the machine leads to (\S+)$/, '머신의 포트 $1 → $2'],
  [/^nobody$/, '받는 곳 없음'],
  [/^nobody: (.*)$/, '받는 곳 없음: $1'],
  [/^not for us$/, '다른 호스트의 주소'],
  [/^not asked for$/, '묻지 않은 답'],
  [/^no router$/, '라우터가 아님'],
  [/^no such listener$/, '듣는 곳이 없음'],
  [/^the address is tentative$/, '아직 확인 중인 주소(tentative)'],
  [/^accept_redirects is 0, or this is a router$/, 'accept_redirects가 0이거나 라우터'],
  [/^(\S+) is 1$/, '$1 = 1'],
  [/^arp_ignore or arp_filter$/, 'arp_ignore 또는 arp_filter'],
  [/^(\S+) answers as a proxy$/, '$1: 대신 답함'],
  [/^(\S+) answers$/, '$1: 답함'],
  [/^(\S+) answers (\S+)$/, '$1: $2에 답함'],
  [/^the routing table$/, '라우팅 테이블'],
  [/^the socket that sent it$/, '그것을 보낸 소켓'],
  [/^the groups of this device$/, '이 장치의 그룹'],
  [/^fragment queue$/, '조각 대기열'],
  [/^socket on port (\d+)$/, '포트 $1의 소켓'],
  [/^the listener on port (\d+)$/, '포트 $1에서 듣는 소켓'],
  [/^the connection on port (\d+)$/, '포트 $1의 연결'],
  [/^a connection that is over$/, '끝난 연결'],
  [/^the SYN and ACK is sent again$/, 'SYN·ACK를 다시 보냄'],
]

/** In Korean as far as it is known; what a part of it says is looked for too. */
export function noticeInKorean(text: string): string {
  for (const [english, korean] of NOTICES) {
    const parts = english.exec(text)
    if (parts) return korean.replace(/\$(\d)/g, (_, n: string) => noticeInKorean(parts[Number(n)] ?? ''))
  }
  return text
}
