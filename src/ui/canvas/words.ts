// The canvas's own words. Accessible names of things (naming.ts) are not among them: they name what Linux has.
import { usePreference, preferences, type Language } from '../../store/preferences.ts'
import { koreanNow } from '../i18n/languages.ts'

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
  canReach: 'Can it reach…?',
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
  moreFrames: '{drawn} of {all} frames are drawn',
}

export type Words = typeof en

function wordsIn(language: Language): Words {
  return (language === 'ko' ? koreanNow()?.canvas : null) ?? en
}

export function useWords(): Words {
  return wordsIn(usePreference((p) => p.language))
}

/** Outside a component. */
export function wordsNow(): Words {
  return wordsIn(preferences.getState().language)
}

/** Puts a name into a text that has a place for it. */
export function fill(text: string, name: string): string {
  return text.replace('{name}', name)
}
