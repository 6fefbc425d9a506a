// The images there are. The first of them are on every machine where Docker is installed, in the order they were loaded.
import { alpineImage, busyboxImage } from './busybox.ts'
import type { ImageSource } from './image.ts'
import { mysqlImage } from './mysql/image.ts'
import { nginxImage } from './nginx.ts'
import { curlImage, httpdImage, netshootImage, ubuntuImage } from './others.ts'
import { redisImage } from './redis/image.ts'

export const CATALOG: readonly ImageSource[] = [
  busyboxImage,
  alpineImage,
  nginxImage,
  ubuntuImage,
  httpdImage,
  redisImage,
  mysqlImage,
  curlImage,
  netshootImage,
]

export function imageSource(name: string): ImageSource | null {
  return CATALOG.find((source) => source.name === name) ?? null
}
