// The canvas's own words. Accessible names of things (naming.ts) are not among them: they name what Linux has.
import { usePreference, preferences, type Language } from '../../store/preferences.ts'

const en = {
  actions: 'Actions',
  addAddress: 'Add address…',
  changeAddress: 'Change address…',
  removeAddress: 'Remove address…',
  bringUp: 'Bring up',
  bringDown: 'Bring down',
  rename: 'Rename…',
  delete: 'Delete',
  ping: 'Ping…',
  point: 'Choose it on the canvas',
  defaultRoute: 'Add default route…',
  openTerminal: 'Open terminal',
  connect: 'Connect to…',
  move: 'Move to namespace…',
  takeFromBridge: 'Take from bridge',
  forwardingOn: 'Turn forwarding on',
  forwardingOff: 'Turn forwarding off',
  addNamespace: 'Add namespace',
  addBridge: 'Add bridge',
  nothing: 'Nothing to choose from',
  address: 'Address of {name}',
  name: 'New name of {name}',
  gateway: 'Gateway of {name}',
  enter: 'Enter runs it, Esc leaves it',
  run: 'Run',
  netnsName: 'Linux cannot rename a network namespace: add one under the new name and move its interfaces.',
  hostName: 'A machine keeps its name.',
  otherEnd: 'Now the other end of the cable. Esc lets go.',
  firstEnd: 'Choose the two ends of the cable. Esc lets go.',
  pingWhom: 'Choose what to ping. Esc lets go.',
  where: 'Choose where it should go. Esc lets go.',
  fit: 'Fit view',
  tidy: 'Tidy up',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  map: 'Map of the canvas',
}

export type Words = typeof en

const ko: Words = {
  actions: '동작',
  addAddress: '주소 추가…',
  changeAddress: '주소 바꾸기…',
  removeAddress: '주소 지우기…',
  bringUp: '켜기',
  bringDown: '끄기',
  rename: '이름 바꾸기…',
  delete: '삭제',
  ping: 'ping 보내기…',
  point: '캔버스에서 고르기',
  defaultRoute: '기본 경로 추가…',
  openTerminal: '터미널 열기',
  connect: '연결…',
  move: '네임스페이스로 옮기기…',
  takeFromBridge: '브리지에서 빼기',
  forwardingOn: '포워딩 켜기',
  forwardingOff: '포워딩 끄기',
  addNamespace: '네임스페이스 추가',
  addBridge: '브리지 추가',
  nothing: '고를 것이 없습니다',
  address: '{name}의 주소',
  name: '{name}의 새 이름',
  gateway: '{name}의 게이트웨이',
  enter: 'Enter로 실행, Esc로 닫기',
  run: '실행',
  netnsName:
    '리눅스는 네트워크 네임스페이스의 이름을 바꿀 수 없습니다. 새 이름으로 만들고 인터페이스를 옮기세요.',
  hostName: '머신의 이름은 바뀌지 않습니다.',
  otherEnd: '케이블의 다른 쪽 끝을 고르세요. Esc로 그만둡니다.',
  firstEnd: '케이블의 양 끝을 고르세요. Esc로 그만둡니다.',
  pingWhom: 'ping을 보낼 곳을 고르세요. Esc로 그만둡니다.',
  where: '놓을 곳을 고르세요. Esc로 그만둡니다.',
  fit: '화면에 맞추기',
  tidy: '정리하기',
  zoomIn: '확대',
  zoomOut: '축소',
  map: '캔버스 지도',
}

const WORDS: Readonly<Record<Language, Words>> = { en, ko }

export function useWords(): Words {
  return WORDS[usePreference((p) => p.language)]
}

/** Outside a component. */
export function wordsNow(): Words {
  return WORDS[preferences.getState().language]
}

/** Puts a name into a text that has a place for it. */
export function fill(text: string, name: string): string {
  return text.replace('{name}', name)
}
