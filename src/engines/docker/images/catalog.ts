// The images there are.
import { alpineImage, busyboxImage } from './busybox.ts'
import type { ImageSource } from './image.ts'
import { mysqlImage } from './mysql/image.ts'
import { nginxImage } from './nginx.ts'
import { httpdImage } from './apache/image.ts'
import { curlImage, netshootImage, ubuntuImage } from './others.ts'
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

/** What Docker comes with, in the order they were loaded. */
export const FIRST_IMAGES: readonly string[] = ['busybox:latest', 'alpine:latest', 'nginx:latest']

export function imageSource(name: string): ImageSource | null {
  return CATALOG.find((source) => source.name === name) ?? null
}
