// The finder's words, in both languages: it is loaded when it is asked for.
import { usePreference } from '../../store/preferences.ts'

const en = {
  title: 'Find and do',
  placeholder: 'Find a thing, an action, a lab… or $ and a command',
  things: 'On the canvas',
  selected: 'With {name}',
  canvas: 'Canvas',
  tools: 'Add',
  lab: 'This lab',
  labs: 'Labs',
  terminals: 'Terminals',
  settings: 'Settings',
  command: 'Run on {machine}',
  nothing: 'Nothing is called that.',
  found: '{n} found',
  undo: 'Undo',
  redo: 'Redo',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  stepBack: 'Step back',
  reset: 'Start again…',
  share: 'Share…',
  reach: 'Who reaches whom…',
  help: 'Keys',
  allLabs: 'All labs…',
  light: 'Light theme',
  dark: 'Dark theme',
  system: 'Theme of the system',
  back: 'Backspace goes back',
  keys: '↑ ↓ choose, Enter does it, Esc closes',
  commandHint: 'typed into the terminal of {machine}',
}

export type FinderWords = typeof en

const ko: FinderWords = {
  title: '찾기와 실행',
  placeholder: '대상, 동작, 실습 찾기… 또는 $ 뒤에 명령',
  things: '캔버스',
  selected: '{name}에 할 일',
  canvas: '캔버스 동작',
  tools: '추가',
  lab: '지금 실습',
  labs: '실습',
  terminals: '터미널',
  settings: '설정',
  command: '{machine}에서 실행',
  nothing: '그런 이름은 없습니다.',
  found: '{n}개 찾음',
  undo: '실행 취소',
  redo: '다시 실행',
  play: '재생',
  pause: '멈춤',
  step: '한 단계 앞으로',
  stepBack: '한 단계 뒤로',
  reset: '처음부터…',
  share: '공유…',
  reach: '누가 누구에게 닿나…',
  help: '단축키',
  allLabs: '모든 실습…',
  light: '밝은 테마',
  dark: '어두운 테마',
  system: '시스템 테마',
  back: 'Backspace로 돌아갑니다',
  keys: '↑ ↓ 고르기, Enter 실행, Esc 닫기',
  commandHint: '{machine}의 터미널에 입력됩니다',
}

export function useFinderWords(): FinderWords {
  return usePreference((p) => p.language) === 'ko' ? ko : en
}
