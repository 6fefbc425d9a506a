// The words of a filter expression (pcap-filter(7)). Ref: libpcap scanner.l

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  /** A number, whatever way it was written. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'ipv4' | 'ipv6' | 'mac' | 'id'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'dst src link ether ppp slip fddi tr wlan arp rarp ip sctp tcp udp icmp igmp igrp pim vrrp carp radio ip6 icmp6 ' +
    'ah esp atalk aarp decnet lat moprc mopdl iso stp ipx netbeui host net mask port portrange proto protochain ' +
    'gateway less greater byte broadcast multicast and or not len length inbound outbound ifindex vlan mpls pppoed ' +
    'pppoes geneve llc'
  ).split(' '),
)

/** Names that stand for numbers (pcap-filter(7)). */
const NUMBERS: Readonly<Record<string, number>> = {
  icmptype: 0,
  icmpcode: 1,
  'icmp-echoreply': 0,
  'icmp-unreach': 3,
  'icmp-sourcequench': 4,
  'icmp-redirect': 5,
  'icmp-echo': 8,
  'icmp-routeradvert': 9,
  'icmp-routersolicit': 10,
  'icmp-timxceed': 11,
  'icmp-paramprob': 12,
  'icmp-tstamp': 13,
  'icmp-tstampreply': 14,
  'icmp-ireq': 15,
  'icmp-ireqreply': 16,
  'icmp-maskreq': 17,
  'icmp-maskreply': 18,
  icmp6type: 0,
  icmp6code: 1,
  'icmp6-destinationrunreach': 1,
  'icmp6-packettoobig': 2,
  'icmp6-timeexceeded': 3,
  'icmp6-parameterproblem': 4,
  'icmp6-echo': 128,
  'icmp6-echoreply': 129,
  'icmp6-multicastlistenerquery': 130,
  'icmp6-multicastlistenerreportv1': 131,
  'icmp6-multicastlistenerdone': 132,
  'icmp6-routersolicit': 133,
  'icmp6-routeradvert': 134,
  'icmp6-neighborsolicit': 135,
  'icmp6-neighboradvert': 136,
  'icmp6-redirect': 137,
  'icmp6-multicastlistenerreportv2': 143,
  tcpflags: 13,
  'tcp-fin': 1,
  'tcp-syn': 2,
  'tcp-rst': 4,
  'tcp-push': 8,
  'tcp-ack': 16,
  'tcp-urg': 32,
  'tcp-ece': 64,
  'tcp-cwr': 128,
}

const SIGNS = ['<=', '>=', '!=', '==', '<<', '>>', '&&', '||']
const SINGLE = '<>=!()[]:&|+-*/%^'
const MAC = /^[0-9a-fA-F]{1,2}([:.-][0-9a-fA-F]{1,2}){5}$/

/** Null when something can be no word at all. */
export function scanFilter(text: string): readonly Token[] | null {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const blank = /^[ \r\n\t]+/.exec(rest)
    if (blank) {
      at += blank[0].length
      continue
    }
    const address =
      /^([0-9a-fA-F]{1,2}(?::[0-9a-fA-F]{1,2}){5}(?![0-9a-fA-F:])|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*|[0-9a-fA-F]+(?::[0-9a-fA-F]+){7})/.exec(
        rest,
      )
    if (address) {
      const [word] = address
      tokens.push({ kind: MAC.test(word) ? 'mac' : 'ipv6', text: word })
      at += word.length
      continue
    }
    const sign =
      SIGNS.find((s) => rest.startsWith(s)) ?? (SINGLE.includes(rest.charAt(0)) ? rest.charAt(0) : null)
    if (sign !== null) {
      tokens.push(signToken(sign))
      at += sign.length
      continue
    }
    const word = /^\\?[A-Za-z0-9][-_.A-Za-z0-9]*/.exec(rest)
    const token = word && wordToken(word[0])
    if (!word || !token) return null
    tokens.push(token)
    at += word[0].length
  }
  return tokens
}

function signToken(sign: string): Token {
  if (sign === '&&') return { kind: 'word', text: 'and' }
  if (sign === '||') return { kind: 'word', text: 'or' }
  if (sign === '!') return { kind: 'word', text: 'not' }
  return { kind: 'sign', text: sign === '==' ? '=' : sign }
}

function wordToken(word: string): Token {
  if (word.startsWith('\\')) return { kind: 'id', text: word.slice(1) }
  if (KEYWORDS.has(word))
    return { kind: 'word', text: word === 'link' ? 'ether' : word === 'length' ? 'len' : word }
  const named = NUMBERS[word]
  if (named !== undefined) return { kind: 'number', value: named, text: word }
  if (/^(0x[0-9a-fA-F]+|\d+)$/.test(word)) return { kind: 'number', value: readNumber(word), text: word }
  if (/^\d+(\.\d+){1,3}$/.test(word)) return { kind: 'ipv4', text: word }
  return { kind: 'id', text: word }
}

function readNumber(word: string): number {
  return /^0[0-7]+$/.test(word) ? parseInt(word, 8) : Number(word)
}
