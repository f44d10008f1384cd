// Pages: what is kept, what the network gives, and else the shell, from which the program can show any
// address.

// How long the network may take before what is kept is shown. A larger number shows newer pages on slow
// lines, later.
const LIMIT_MS = 1000;

// How long a kept page is shown without asking: as long as GitHub Pages lets browsers keep one.
const FRESH_MS = 10 * 60 * 1000;

const KEPT_AT = "x-masthead-kept-at";

async function keptPage(key) {
  const names = (await ownCaches()).filter((name) => name.startsWith(PAGES));
  for (const name of names.reverse()) {
    const page = await (await openCache(name)).match(key);
    if (page) return page;
  }
  return undefined;
}

const isFresh = (page) => Date.now() - Number(page.headers.get(KEPT_AT)) < FRESH_MS;

// What a page of a Masthead says about itself; an empty object for any other page.
function attributesOf(html) {
  const tag = /<html\s[^>]*>/i.exec(html)?.[0] ?? "";
  const value = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return { base: value("data-base"), program: value("data-program"), manifest: value("data-manifest") };
}

// The network's page. Undefined if it gives none, or one of another version of the program: that waits
// until the reader chooses it.
async function askPage(url, key) {
  const response = await fetch(url, { cache: "no-cache", redirect: "manual" });
  if (response.type === "opaqueredirect") return response;
  if (response.status >= 500) return undefined;
  const bytes = await bytesOf(response);
  const answer = answerWith(bytes, response, key);
  const { base, program, manifest } = attributesOf(new TextDecoder().decode(bytes));
  // Somebody else's page, or one of a site that does not work offline any more.
  if (base !== BASE || !program) return answer;
  if (program !== VERSION) {
    registration.update().catch(() => undefined);
    return undefined;
  }
  if (response.ok && HOLDS_MANIFEST.test(manifest)) await keepPage(key, answer.clone(), manifest);
  return answer;
}

async function keepPage(key, page, manifest) {
  page.headers.set(KEPT_AT, String(Date.now()));
  // Without its manifest it could not be shown.
  const { ok } = await answerManifest(manifest);
  if (ok) await keep(await openCache(PAGES + manifest), key, page);
}

async function answerPage(event, url) {
  const key = pageKey(pathOf(url));
  const kept = await keptPage(key);
  // Whoever presses reload wants to know what the site says.
  const isReload = ["no-cache", "no-store", "reload"].includes(event.request.cache);
  if (kept && isFresh(kept) && !isReload) return kept;
  const asked = askPage(url.href, key);
  event.waitUntil(asked.catch(() => undefined));
  return (await inTime(asked, LIMIT_MS)) ?? kept ?? answerShell();
}
