// Texts, images and the parts of the search index.

// From what is kept, else from the network. `isWhole` says whether bytes may be kept.
async function keptOrFetched(request, url, isWhole = async () => true) {
  const cache = await openCache(CONTENT_CACHE);
  // Who has found a kept file to be broken asks past it.
  const kept = request.cache === "reload" ? undefined : await cache.match(url.href);
  if (kept) return kept;
  const response = await fetch(request);
  if (!response.ok) return response;
  const bytes = await bytesOf(response);
  const answer = answerWith(bytes, response, url.pathname);
  if (await isWhole(bytes)) await keep(cache, url.href, answer.clone());
  return answer;
}

const answerIndex = (request, url) => keptOrFetched(request, url);

// The Markdown at an address with `?v=`, the beginning of its hash. One without is asked for by people,
// who get the newest that there is.
async function answerText(request, url) {
  const version = url.searchParams.get("v");
  if (version) {
    const saved = await textFromPack(pathOf(url), version);
    if (saved) return saved;
    const isWhole = async (bytes) => (await sha256(bytes)).startsWith(version);
    const text = await keptOrFetched(request, url, isWhole);
    await dropOtherVersions(url);
    return text;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await openCache(CONTENT_CACHE);
    const kept = await cache.match(url.href, { ignoreSearch: true });
    return kept ?? (await textFromPack(pathOf(url))) ?? Promise.reject(error);
  }
}

// A text that is kept as it is now is not needed as it was.
async function dropOtherVersions(url) {
  const cache = await openCache(CONTENT_CACHE);
  if (!(await cache.match(url.href))) return;
  const versions = await cache.keys(url.href, { ignoreSearch: true });
  const others = versions.filter((version) => version.url !== url.href);
  await Promise.all(others.map((other) => cache.delete(other)));
}

// Images have no version: the network's is the newest.
async function answerImage(event, url) {
  const cache = await openCache(CONTENT_CACHE);
  const asked = fetch(event.request).then(async (response) => {
    if (!response.ok) return response;
    const bytes = await bytesOf(response);
    const answer = answerWith(bytes, response, url.pathname);
    await keep(cache, url.href, answer.clone());
    return answer;
  });
  event.waitUntil(asked.catch(() => undefined));
  const kept = await cache.match(url.href);
  return kept ? ((await inTime(asked, LIMIT_MS)) ?? kept) : asked;
}

// Keeps what a page has shown before this worker answered for it.
async function keepShown(urls) {
  for (const href of urls) {
    const url = new URL(href, ROOT);
    if (!url.href.startsWith(ROOT)) continue;
    const path = pathOf(url);
    if (path.endsWith(".md")) {
      await answerText(new Request(url), url);
    } else if (!(await keptPage(pageKey(path)))) {
      await askPage(url.href, pageKey(path));
    }
  }
}
