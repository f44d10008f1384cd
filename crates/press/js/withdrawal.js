// The service worker of a site that does not work offline, or does not any more: it removes what an
// earlier worker has kept, and itself. `press` puts the constant BASE before it.

const PREFIX = `masthead:${BASE}:`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  // They still run what was kept.
  const pages = await clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => undefined)));
}
