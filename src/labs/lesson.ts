// What a lab of the library is: data.

export interface Lesson {
  /** Stable: by it a lab is found and progress is kept. */
  readonly id: string
  readonly title: string
  /** One sentence: what there is to see. */
  readonly summary: string
  /** The text of the lab: what stands when it is opened. */
  readonly text: string
  /** What then holds, stated as behaviour: the command ends with this status. */
  readonly holds: readonly { readonly machine: string; readonly command: string; readonly status: number }[]
}
