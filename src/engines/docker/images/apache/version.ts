export const VERSION = '2.4.68'
export const SERVER = `Apache/${VERSION} (Unix)`
export const PREFIX = '/usr/local/apache2'
