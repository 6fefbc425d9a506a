// Words of the form in which a container or a pod is asked for, in both languages.
import { preferences } from '../../../store/preferences.ts'

const en = {
  container: 'Run a container',
  pod: 'Run a pod',
  machine: 'Machine',
  image: 'Image',
  name: 'Name',
  network: 'Network',
  ports: 'Published ports',
  portsHint: '8080:80: port 8080 of the machine leads to 80 of the container',
  command: 'Command',
  commandHint: 'empty: the image’s own',
  port: 'Port',
  portHint: 'the one it listens on, if any',
  notRunning: 'Docker does not run on {name}: it is started first.',
  typed: 'What is typed',
  run: 'Run',
}

const ko: typeof en = {
  container: '컨테이너 실행',
  pod: '파드 실행',
  machine: '머신',
  image: '이미지',
  name: '이름',
  network: '네트워크',
  ports: '공개할 포트',
  portsHint: '8080:80은 머신의 8080번 포트를 컨테이너의 80번으로 잇습니다',
  command: '명령',
  commandHint: '비우면 이미지의 명령',
  port: '포트',
  portHint: '기다리는 포트가 있으면',
  notRunning: '{name}에서 Docker가 실행되고 있지 않습니다. 먼저 시작합니다.',
  typed: '입력되는 명령',
  run: '실행',
}

export function runWords(): typeof en {
  return preferences.getState().language === 'ko' ? ko : en
}
