import type { ImportRefusal } from '../../store/import.ts'
import type { PartWords } from '../i18n/partWords.ts'

type Key =
  | 'open'
  | 'intro'
  | 'label'
  | 'placeholder'
  | 'file'
  | 'openText'
  | 'back'
  | 'leftOut'
  | ImportRefusal['key']

export const IMPORT_WORDS: PartWords<Key> = {
  en: {
    open: 'Open a file or paste a session…',
    intro:
      'A lab’s text or link, a bash script, a terminal’s text, a Markdown page, or what ip addr, ip route and iptables-save print on a real host. A file may also be dropped anywhere on the page. The lab that is open now stays under the earlier ones.',
    label: 'Text to open',
    placeholder: '$ ip netns add red\n$ ip -n red link\n1: lo: <LOOPBACK> mtu 65536 …',
    file: 'Choose a file…',
    openText: 'Open as a lab',
    back: 'Back to the labs',
    leftOut: 'Opened. Left out, because vethlab does not rebuild their kinds: {names}.',
    empty: 'There is nothing in it.',
    binary: 'This is no text, so it cannot be opened as a lab.',
    tooLong: 'This is longer than 4 MiB, which no lab is, so it was not opened.',
    noCommands: 'No command was found in it.',
    noBlocks: 'No block of commands was found in this page.',
    badLab: 'This lab cannot be read: {why}.',
    badLink: '{why}',
    unknownLine: 'This line is of no listing that vethlab can rebuild: “{line}”.',
  },
  ko: {
    open: '파일 열기 또는 세션 붙여넣기…',
    intro:
      '랩의 텍스트나 링크, bash 스크립트, 터미널 내용, 마크다운 문서, 실제 호스트의 ip addr·ip route·iptables-save 출력을 열 수 있습니다. 파일을 페이지 아무 곳에나 끌어다 놓아도 됩니다. 지금 열린 랩은 이전 랩에 남습니다.',
    label: '열 텍스트',
    placeholder: '$ ip netns add red\n$ ip -n red link\n1: lo: <LOOPBACK> mtu 65536 …',
    file: '파일 선택…',
    openText: '랩으로 열기',
    back: '랩 목록으로',
    leftOut: '열었습니다. vethlab이 다시 만들 수 없는 종류라서 빠진 장치: {names}.',
    empty: '내용이 없습니다.',
    binary: '텍스트가 아니므로 랩으로 열 수 없습니다.',
    tooLong: '4MiB가 넘습니다. 이렇게 긴 랩은 없으므로 열지 않았습니다.',
    noCommands: '명령을 찾지 못했습니다.',
    noBlocks: '이 문서에서 명령 블록을 찾지 못했습니다.',
    badLab: '이 랩을 읽을 수 없습니다: {why}.',
    badLink: '{why}',
    unknownLine: 'vethlab이 다시 만들 수 있는 출력이 아닌 줄이 있습니다: “{line}”.',
  },
}
