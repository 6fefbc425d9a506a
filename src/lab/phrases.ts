// What a story's steps say, as keys with values, so that a page can say it in its own language; and the English.

const ENGLISH = {
  drop: '{reason} in {fn}: {words}',
  'xmit.to': 'to {to}',
  'xmit.gone': 'to a device that is gone',
  'xmit.unplugged': 'nothing is plugged in',
  'no-route': '{dst}: no route',
  'forwarding-off': '{dst}: it is for another host, and net.ipv4.ip_forward is 0 here',
  'reverse-path': '{dst}: the way back to its source leads out of another device (rp_filter)',
  'martian-source': '{dst}: its source is no address a packet may come from',
  'martian-destination': '{dst}: its destination is no address a packet may go to',
  'not-joined': '{dst}: the device it came in by has not joined the group it is for',
  neighbour: '{address} is {state}',
  'neighbour.at': '{address} is {state} at {mac}',
  'fdb-learn': 'learns {mac} on {port}',
  'fdb-hit': '{mac} is on {port}',
  'fdb-flood': '{mac} is flooded to {ports}',
  'fdb-flood.none': '{mac} is flooded to no port',
  copy: 'a copy of packet {parent}',
  octets: '{count} octets',
  'rule.counts': 'matches; it only counts',
  'rule.matches': 'matches: {target}',
  'rule.miss': 'no: {option} {wanted}, but it is {found}',
  policy: 'policy {verdict}',
  'conntrack.flow': '{state} of {flow}',
  'conntrack.reply': '{state}, the reply',
  'conntrack.reply.flow': '{state}, the reply of {flow}',
  nat: '{before} becomes {after}',
  'ipvs.scheduled': 'service {service} → {dest} by {scheduler}',
  'ipvs.known': 'service {service} → {dest}, a connection it knows',
  'ipvs.nobody': 'service {service}: no server can take it ({scheduler})',
  'ipvs.reply': 'the answer of {dest} for service {service}',
} as const

export type PhraseKey = keyof typeof ENGLISH

export interface Phrase {
  readonly key: PhraseKey
  readonly values: Readonly<Record<string, string | number>>
}

export function phrase(key: PhraseKey, values: Phrase['values'] = {}): Phrase {
  return { key, values }
}

/** In English. */
export function formatPhrase({ key, values }: Phrase): string {
  return ENGLISH[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
