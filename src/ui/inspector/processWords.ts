// Words of the table of processes, in both languages.
import type { PartWords } from '../i18n/partWords.ts'

export type ProcessWord = 'inside' | 'machine' | 'user' | 'command' | 'listens' | 'container'

export const PROCESS_WORDS: PartWords<ProcessWord> = {
  en: {
    inside: 'PID inside',
    machine: 'on {machine}',
    user: 'User',
    command: 'Command',
    listens: 'listens on {socket}',
    container: 'container {name}',
  },
  ko: {
    inside: '안의 PID',
    machine: '{machine}의 PID',
    user: '사용자',
    command: '명령',
    listens: '{socket}에서 듣는 중',
    container: '컨테이너 {name}',
  },
}
