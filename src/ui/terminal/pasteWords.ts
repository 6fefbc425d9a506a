import type { PartWords } from '../i18n/partWords.ts'

type Key =
  | 'title'
  | 'intro'
  | 'lines'
  | 'run'
  | 'runOne'
  | 'asIs'
  | 'typographic'
  | 'makePlain'
  | 'hint'
  | 'usePlain'
  | 'dismiss'
  | 'dash'
  | 'quote'
  | 'blank'
  | 'invisible'
  | 'dots'

export const PASTE_WORDS: PartWords<Key> = {
  en: {
    title: 'Paste from a terminal',
    intro: 'Prompts and outputs were recognised. What is ticked will run, one command after the other.',
    lines: 'Lines of the paste',
    run: 'Run {count} commands',
    runOne: 'Run 1 command',
    asIs: 'Paste as it is',
    typographic: 'In it: {characters}. Linux does not take them for what they look like.',
    makePlain: 'Put plain characters in their place',
    hint: 'The paste holds {characters}. Linux does not take them for what they look like.',
    usePlain: 'Paste it with plain characters',
    dismiss: 'Hide the hint',
    dash: 'a typographic dash {character} for {plain}',
    quote: 'a typographic quote {character} for {plain}',
    blank: 'a non-breaking space ({code})',
    invisible: 'an invisible character ({code})',
    dots: 'an ellipsis {character} for {plain}',
  },
  ko: {
    title: '터미널에서 복사한 내용 붙여넣기',
    intro: '프롬프트와 출력을 구분했습니다. 선택한 줄의 명령이 차례로 실행됩니다.',
    lines: '붙여넣을 줄',
    run: '명령 {count}개 실행',
    runOne: '명령 1개 실행',
    asIs: '그대로 붙여넣기',
    typographic: '들어 있는 문자: {characters}. 리눅스는 이 문자를 보이는 대로 받아들이지 않습니다.',
    makePlain: '일반 문자로 바꾸기',
    hint: '붙여넣은 내용에 들어 있는 문자: {characters}. 리눅스는 이 문자를 보이는 대로 받아들이지 않습니다.',
    usePlain: '일반 문자로 바꿔 붙여넣기',
    dismiss: '안내 숨기기',
    dash: '{plain} 대신 쓰인 조판용 대시 {character}',
    quote: '{plain} 대신 쓰인 조판용 따옴표 {character}',
    blank: '줄바꿈 없는 공백({code})',
    invisible: '보이지 않는 문자({code})',
    dots: '{plain} 대신 쓰인 줄임표 {character}',
  },
}
