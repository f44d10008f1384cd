// Lighthouse, with its own settings: a phone on a slow line, which it computes from a quick visit.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { TRUST } from "../../lib/certificate.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** How many times a page is looked at; the visit in the middle counts. */
const VISITS = 3;

/** Of each page with a `name`, a `server` and a `url`: scores of 0 to 100, and what they lack. */
export async function scoresOf(pages) {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? "chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", TRUST],
  });
  try {
    const scored = [];
    for (const { name, server, url } of pages) {
      server.line = null;
      const visits = [];
      for (let visit = 1; visit <= VISITS; visit += 1) visits.push(await look(url.href, chrome.port));
      scored.push({ name, ...median(visits) });
    }
    return scored;
  } finally {
    chrome.kill();
  }
}

async function look(url, port) {
  const options = { port, onlyCategories: CATEGORIES, logLevel: "error" };
  const { lhr } = await lighthouse(url, options);
  const failing = CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs)
    .filter(({ weight, id }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.995)
    .map(({ id }) => `${id} (${lhr.audits[id].displayValue ?? lhr.audits[id].title})`);
  const scores = CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)]);
  return { scores: Object.fromEntries(scores), findings: [...new Set(failing)] };
}

/** The visit that stands in the middle by performance, which alone differs from one to the next. */
function median(visits) {
  const sorted = visits.sort((a, b) => a.scores.performance - b.scores.performance);
  return sorted[Math.floor(sorted.length / 2)];
}
