// Networks without interfaces: `host` and `null` (Ref: moby libnetwork/drivers/host/host.go, null/null.go).
import type { Blocking } from '../../../../os/program.ts'
import { forbidden } from '../apiError.ts'
import type { Driver } from './driver.ts'

/** `made`: whether the only one there may be is there already. */
export function plainDriver(name: 'host' | 'null', made: () => boolean): Driver {
  return {
    scope: 'local',
    addressed: false,
    check: () =>
      made() ? forbidden(`only one instance of "${name}" network is allowed`) : { skipGateway: true },
    createNetwork: nothing,
    deleteNetwork: done,
    createEndpoint: nothing,
    waitForward: done,
    deleteEndpoint: done,
    ifacePrefix: () => '',
    gateway: () => null,
  }
}

function* nothing(): Blocking<null> {
  yield* []
  return null
}

function* done(): Blocking<void> {
  yield* []
}
