// Words of what is found out on copies of the lab: they come with the part that shows them.
import { usePreference } from '../../store/preferences.ts'

const en = {
  failed: '{program} {host} from {where} failed.',
  maybe: '{program} {host} from {where}',
  why: 'Why?',
  looking: 'Trying it on a copy of the lab…',
  mends: 'Tried on a copy: with this it gets through.',
  noMend: 'No commands were found that would let it through.',
  run: 'Run these',
  runOne: 'Run this',
  note: 'let {program} {host} through',
  again: 'Try again',
  packet: 'Show the packet',
  close: 'Hide',
  unknown: 'That could not be found out.',
  bar: 'Why it failed',
  on: 'on {machine}',
  reach: 'Who reaches whom',
  reachBy: 'Asked by',
  ping: 'ping',
  tcp: 'TCP port',
  refresh: 'Ask again',
  asking: 'Asking on a copy of the lab…',
  asks: 'who asks ↓  who is asked →',
  reached: '{from} reaches {to}',
  notReached: '{from} does not reach {to}',
  self: '{from} itself',
  noAddress: '{to} has no address',
  hint: 'Every pair is tried on a copy of the lab; nothing changes in the lab itself. Choose a field to see why.',
  none: 'There are no two ends that could reach each other yet.',
  summary: '{ok} of {all} pairs reach each other.',
  compare: 'Compare',
  before: 'The run before',
  now: 'This run',
  same: 'Both went the same way.',
  differ: 'They first differ at step {n}.',
  noRunBefore: 'No earlier run of the same kind is remembered.',
  firstDifference: 'first difference',
}

type Words = Readonly<Record<keyof typeof en, string>>

const ko: Words = {
  failed: '{where}에서 실행한 {program} {host}: 실패했습니다.',
  maybe: '{where}에서 실행한 {program} {host}',
  why: '왜?',
  looking: '랩의 사본에서 시험하는 중…',
  mends: '사본에서 확인했습니다. 이렇게 하면 통신이 됩니다.',
  noMend: '통신이 되게 할 명령을 찾지 못했습니다.',
  run: '이 명령들 실행',
  runOne: '이 명령 실행',
  note: '{program} {host} 통하게 하기',
  again: '다시 해 보기',
  packet: '패킷 보기',
  close: '숨기기',
  unknown: '알아내지 못했습니다.',
  bar: '실패한 까닭',
  on: '{machine}에서',
  reach: '누가 누구에게 닿는가',
  reachBy: '시험 방법',
  ping: 'ping',
  tcp: 'TCP 포트',
  refresh: '다시 시험',
  asking: '랩의 사본에서 시험하는 중…',
  asks: '보내는 쪽 ↓  받는 쪽 →',
  reached: '{from} → {to}: 닿습니다',
  notReached: '{from} → {to}: 닿지 않습니다',
  self: '{from} 자신',
  noAddress: '{to}에 주소가 없습니다',
  hint: '모든 쌍을 랩의 사본에서 시험하며, 랩 자체는 바뀌지 않습니다. 칸을 고르면 까닭을 볼 수 있습니다.',
  none: '아직 서로 닿을 수 있는 두 끝이 없습니다.',
  summary: '{all}쌍 가운데 {ok}쌍이 닿습니다.',
  compare: '비교',
  before: '이전 실행',
  now: '이번 실행',
  same: '둘 다 같은 길을 갔습니다.',
  differ: '{n}번째 단계에서 처음 달라집니다.',
  noRunBefore: '기억하고 있는 같은 종류의 이전 실행이 없습니다.',
  firstDifference: '처음 다른 곳',
}

export type WhyText = (key: keyof typeof en, filling?: Readonly<Record<string, string | number>>) => string

export function useWhyText(): WhyText {
  const language = usePreference((p) => p.language)
  const words = language === 'ko' ? ko : en
  return (key, filling = {}) =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole))
}
