// The causes, in the order in which they are asked: what the trace says by itself before what has to be looked for.
import { arpIgnored, duplicateAddress, wideMask, wrongNeighbour } from './causes/arp.ts'
import { bridgePort } from './causes/bridgeport.ts'
import { vlanFiltering } from './causes/bridgevlans.ts'
import { farLinkDown, nobodyThere, noCable, notEnslaved } from './causes/farlink.ts'
import { podRoute } from './causes/clusterroutes.ts'
import { serviceAddress, serviceName, servicePort } from './causes/clusterservices.ts'
import { dockerName, dockerResolver, hostInternal } from './causes/dockernames.ts'
import {
  containerElsewhere,
  internalNetwork,
  noNetwork,
  overlap,
  paused,
  stoppedAddress,
} from './causes/dockernetworks.ts'
import { dockerPort } from './causes/dockerports.ts'
import { firewall } from './causes/firewall.ts'
import { hairpin } from './causes/hairpin.ts'
import { hostMask } from './causes/hostmask.ts'
import { ipForward } from './causes/ipforward.ts'
import { deadDnat, listening } from './causes/listening.ts'
import { arpOff, sameMac } from './causes/macs.ts'
import { macvlanParent } from './causes/macvlan.ts'
import { loopbackSource } from './causes/loopbacksource.ts'
import { mtu } from './causes/mtu.ts'
import { noResolver, silentResolver, unknownName } from './causes/names.ts'
import { networkDown } from './causes/networkdown.ts'
import { nobodyHas } from './causes/nobody.ts'
import { noRoute } from './causes/noroute.ts'
import { otherDeath } from './causes/other.ts'
import { portAddress } from './causes/portaddress.ts'
import { portFlags } from './causes/portflags.ts'
import { pmtuBlackHole } from './causes/pmtu.ts'
import { policyRule } from './causes/policyrule.ts'
import { rpFilter } from './causes/rpfilter.ts'
import { echoIgnored, unanswered } from './causes/silent.ts'
import { timeToLive } from './causes/ttl.ts'
import { staleFlow } from './causes/staleflow.ts'
import { loDown, narrowMask, noAddress, noRouteHere, notConnected, ownLinkDown } from './causes/unsent.ts'
import { vlanTags } from './causes/vlantags.ts'
import { vxlan } from './causes/vxlan.ts'
import { wrongDevice } from './causes/wrongdevice.ts'
import type { Cause } from './cause.ts'

export const CAUSES: readonly Cause[] = [
  hostInternal,
  dockerName,
  noNetwork,
  internalNetwork,
  paused,
  stoppedAddress,
  overlap,
  containerElsewhere,
  dockerPort,
  serviceName,
  serviceAddress,
  servicePort,
  podRoute,
  noResolver,
  unknownName,
  dockerResolver,
  loDown,
  notConnected,
  pmtuBlackHole,
  firewall,
  networkDown,
  nobodyHas,
  rpFilter,
  policyRule,
  timeToLive,
  loopbackSource,
  ipForward,
  duplicateAddress,
  vxlan,
  staleFlow,
  hairpin,
  deadDnat,
  noRoute,
  mtu,
  ownLinkDown,
  noAddress,
  narrowMask,
  hostMask,
  noRouteHere,
  macvlanParent,
  noCable,
  farLinkDown,
  bridgePort,
  vlanFiltering,
  vlanTags,
  portFlags,
  notEnslaved,
  arpIgnored,
  arpOff,
  portAddress,
  sameMac,
  wideMask,
  wrongDevice,
  nobodyThere,
  wrongNeighbour,
  listening,
  silentResolver,
  echoIgnored,
  unanswered,
  otherDeath,
]
