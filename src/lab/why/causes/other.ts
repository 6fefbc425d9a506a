// Every other death, in the words of its reason; and a probe that failed though its packets got through.
import { dropWords } from '../../dropwords.ts'
import type { Cause } from '../cause.ts'
import { trailsOf } from '../lookups.ts'

export const otherDeath: Cause = {
  id: 'other',
  find(scene) {
    const { fate, source, probe, outcome } = scene
    if (fate.kind === 'through') {
      return {
        words: {
          en: 'The packets of {program} get there and back: it failed for another reason, with exit status {status}.',
          ko: '{program}의 패킷은 오고 갑니다: 다른 이유로 실패했습니다(종료 상태 {status}).',
        },
        values: { program: probe.program, status: outcome.status },
        mends: [],
        netns: source.id,
        device: null,
      }
    }
    if (fate.kind === 'unsent') {
      return {
        words: {
          en: '{program} sends nothing from {where}.',
          ko: '{program}이(가) {where}에서 아무것도 보내지 않습니다.',
        },
        values: { program: probe.program, where: scene.name(source) },
        mends: [],
        netns: source.id,
        device: null,
      }
    }
    const { event } = fate
    const drop = trailsOf(fate)
      .flatMap(({ events }) => events)
      .findLast((e) => e.kind === 'drop')
    const netns = scene.netns(event)
    const reason = drop?.kind === 'drop' ? drop.reason : 'NOT_SPECIFIED'
    const what = fate.reply ? { en: 'The reply', ko: '응답이' } : { en: 'The packet', ko: '패킷이' }
    return {
      words: {
        en: `${what.en} dies in {where}{device}: {words} ({reason}).`,
        ko: `${what.ko} {where}{device}에서 죽습니다: {reason}.`,
      },
      values: {
        where: scene.name(netns),
        device: event.deviceName === null ? '' : ` (${event.deviceName})`,
        words: dropWords(reason),
        reason,
      },
      mends: [],
      netns: netns?.id ?? source.id,
      device: null,
    }
  },
}
