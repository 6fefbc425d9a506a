// Words of what comes with the hand (Hands.tsx), in both languages: none is needed before it.
import { preferences } from '../../store/preferences.ts'

const en = {
  several: '{n} selected',
  align: 'Align…',
  distribute: 'Distribute…',
  left: 'Left edges',
  centre: 'Centres, in a column',
  right: 'Right edges',
  top: 'Top edges',
  middle: 'Middles, in a row',
  bottom: 'Bottom edges',
  across: 'Evenly across',
  down: 'Evenly down',
  selectAll: 'Select everything',
  selectNone: 'Select nothing',
  copy: 'Copy',
  paste: 'Paste',
  duplicate: 'Duplicate',
  deleteAll: 'Delete',
  allUp: 'Bring all up',
  allDown: 'Bring all down',
  nothingCopied: 'Nothing is copied yet: select namespaces or bridges and copy them.',
  notCopied: 'Namespaces and bridges can be copied: select some.',
  fit: 'Fit view',
  zoomToSelection: 'Zoom to what is selected',
  tidy: 'Tidy up',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  map: 'Show or hide the map',
}

export type HandWords = typeof en

const ko: HandWords = {
  several: '{n}개 선택됨',
  align: '정렬…',
  distribute: '간격 맞추기…',
  left: '왼쪽 가장자리',
  centre: '가운데, 세로로',
  right: '오른쪽 가장자리',
  top: '위쪽 가장자리',
  middle: '가운데, 가로로',
  bottom: '아래쪽 가장자리',
  across: '가로로 고르게',
  down: '세로로 고르게',
  selectAll: '모두 선택',
  selectNone: '선택 해제',
  copy: '복사',
  paste: '붙여넣기',
  duplicate: '복제',
  deleteAll: '삭제',
  allUp: '모두 켜기',
  allDown: '모두 끄기',
  nothingCopied: '아직 복사한 것이 없습니다. 네임스페이스나 브리지를 골라 복사하세요.',
  notCopied: '네임스페이스와 브리지를 복사할 수 있습니다. 먼저 고르세요.',
  fit: '화면에 맞추기',
  zoomToSelection: '선택한 곳으로 확대',
  tidy: '정리하기',
  zoomIn: '확대',
  zoomOut: '축소',
  map: '지도 보이기·감추기',
}

export function handWords(): HandWords {
  return preferences.getState().language === 'ko' ? ko : en
}
