// Keeps the page for when there is no network: every file of one build, taken together and let go together. Filled in and
// written to the build by offline.mjs. A page that is open keeps the build it began with; the next visit has the new one.
const CACHE = 'vethlab __VERSION__'
const FILES = ['__FILES__']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)))
})

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('vethlab ') && name !== CACHE
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  const page = request.mode === 'navigate'
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(page ? 'index.html' : request, { ignoreSearch: true, ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  )
})
