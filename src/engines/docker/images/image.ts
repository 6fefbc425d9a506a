// An image as data: what it runs and what is in its one layer.
import type { Program } from '../../../os/program.ts'
import type { ImageConfig } from '../api/others.ts'

export type ImageEntry =
  | { readonly kind: 'dir'; readonly path: string; readonly mode?: number }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'text'; readonly path: string; readonly text: string; readonly mode?: number }
  /** A program that the host has, too: its file is copied. */
  | { readonly kind: 'program'; readonly path: string; readonly from: string }
  /** One that the image alone has. */
  | { readonly kind: 'own'; readonly path: string; readonly program: Program }

export interface ImageSource {
  /** `nginx:latest`. */
  readonly name: string
  readonly size: number
  readonly config: ImageConfig
  readonly entries: readonly ImageEntry[]
}

export const NO_CONFIG: ImageConfig = {
  Cmd: null,
  Entrypoint: null,
  Env: null,
  Labels: null,
  OnBuild: null,
  User: '',
  Volumes: null,
  WorkingDir: '',
}

export function dir(path: string, mode = 0o755): ImageEntry {
  return { kind: 'dir', path, mode }
}

export function link(path: string, target: string): ImageEntry {
  return { kind: 'link', path, target }
}

export function text(path: string, content: string, mode = 0o644): ImageEntry {
  return { kind: 'text', path, text: content, mode }
}

export function own(path: string, program: Program): ImageEntry {
  return { kind: 'own', path, program }
}

/** An executable script. */
export function script(path: string, content: string): ImageEntry {
  return { kind: 'text', path, text: content, mode: 0o755 }
}
