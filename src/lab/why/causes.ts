// The causes, in the order in which they are asked: what the trace says by itself before what has to be looked for.
import { arpIgnored, duplicateAddress, wideMask, wrongNeighbour } from './causes/arp.ts'
import { bridgePort, vlanFiltering } from './causes/bridgeport.ts'
import { farLinkDown, nobodyThere, noCable, notEnslaved } from './causes/farlink.ts'
import { firewall } from './causes/firewall.ts'
import { ipForward } from './causes/ipforward.ts'
import { deadDnat, listening } from './causes/listening.ts'
import { macvlanParent } from './causes/macvlan.ts'
import { mtu } from './causes/mtu.ts'
import { noResolver, silentResolver, unknownName } from './causes/names.ts'
import { noRoute } from './causes/noroute.ts'
import { otherDeath } from './causes/other.ts'
import { rpFilter } from './causes/rpfilter.ts'
import { echoIgnored, unanswered } from './causes/silent.ts'
import { loDown, narrowMask, noAddress, noRouteHere, notConnected, ownLinkDown } from './causes/unsent.ts'
import { vxlan } from './causes/vxlan.ts'
import type { Cause } from './cause.ts'

export const CAUSES: readonly Cause[] = [
  noResolver,
  unknownName,
  loDown,
  notConnected,
  firewall,
  rpFilter,
  ipForward,
  duplicateAddress,
  vxlan,
  deadDnat,
  noRoute,
  mtu,
  ownLinkDown,
  noAddress,
  narrowMask,
  noRouteHere,
  macvlanParent,
  noCable,
  farLinkDown,
  bridgePort,
  vlanFiltering,
  notEnslaved,
  arpIgnored,
  wideMask,
  nobodyThere,
  wrongNeighbour,
  listening,
  silentResolver,
  echoIgnored,
  unanswered,
  otherDeath,
]
