/** Languages of the screen. What a terminal prints is Linux's own in all of them. */
export type Language = 'en' | 'ko'
