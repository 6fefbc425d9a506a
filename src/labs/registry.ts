// The library of labs, in the order it is listed. A new lab is its file and a line here.
import { bridge } from './bridge.ts'
import { cni } from './cni.ts'
import { dockerNetworks } from './dockernetworks.ts'
import { dockerOverlay } from './dockeroverlay.ts'
import { dockerPublish } from './dockerpublish.ts'
import { dockerService } from './dockerservice.ts'
import { empty } from './empty.ts'
import { kubernetes } from './kubernetes.ts'
import { pods } from './pods.ts'
import { lan } from './lan.ts'
import type { Lesson } from './lesson.ts'
import { nat } from './nat.ts'
import { overlay } from './overlay.ts'
import { router } from './router.ts'
import { veth } from './veth.ts'
import { welcome } from './welcome.ts'

export const LESSONS: readonly Lesson[] = [
  welcome,
  veth,
  bridge,
  router,
  lan,
  nat,
  overlay,
  dockerPublish,
  dockerNetworks,
  dockerOverlay,
  dockerService,
  cni,
  pods,
  kubernetes,
  empty,
]
