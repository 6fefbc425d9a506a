/** Of all the programs of a cluster. */
export const VERSION = 'v1.36.4'
