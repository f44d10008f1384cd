// What one answer is worth: the figures of one query, and their means over many.

import { familiesOf } from "../peers/families.mjs";
import { contains, containsInflected, words } from "./words.mjs";

const DEPTH = 10;
const FEATURED = ["featured-prs", "kep-of-the-week"];

/**
 * Judges the results of one query.
 *
 * An engine whose unit is the page is judged by the post alone: its answer is right where the post is
 * one of those asked for. `recall` is absent where the labels are not complete, and all of the
 * figures of rank are absent for a query without an answer, which has `falsePositive` instead.
 */
export function judge(query, { results = [], unit = "item" } = {}) {
  const answers = unit === "page" ? onePerPost(results) : results;
  const first = answers.slice(0, DEPTH);
  const broken = first.filter((result) => breaks(result, query.must ?? {})).length;
  const figures = { broken: query.must || query.empty ? broken : undefined };
  if (query.empty) return { ...figures, falsePositive: results.length > 0 ? 1 : 0 };

  const matched = first.map((result) => query.relevant.filter((label) => fits(result, label, unit)));
  const rank = matched.findIndex((labels) => labels.length > 0) + 1;
  const found = new Set(matched.flat());
  return {
    ...figures,
    rank,
    success1: rank === 1 ? 1 : 0,
    best1: matched[0]?.some((label) => label.grade !== 1) ? 1 : 0,
    success5: rank >= 1 && rank <= 5 ? 1 : 0,
    reciprocal: rank ? 1 / rank : 0,
    recall: query.all ? recall(query.relevant, found, unit) : undefined,
    unanswered: results.length === 0 ? 1 : 0,
  };
}

/** The means of judged queries; a figure that no query has is `null`. `broken` is a sum. */
export function summarise(judged) {
  const of = (name) => judged.map((figures) => figures[name]).filter((value) => value !== undefined);
  const mean = (name) => {
    const values = of(name);
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  };
  return {
    queries: judged.length,
    success1: mean("success1"),
    best1: mean("best1"),
    success5: mean("success5"),
    mrr10: mean("reciprocal"),
    recall10: mean("recall"),
    unanswered: mean("unanswered"),
    falsePositives: mean("falsePositive"),
    violations: of("broken").reduce((sum, value) => sum + value, 0),
  };
}

function onePerPost(results) {
  const seen = new Set();
  return results.filter(({ slug }) => !seen.has(slug) && seen.add(slug));
}

function fits(result, label, unit) {
  if (label.slug && label.slug !== result.slug) return false;
  if (label.slug && unit === "page") return true;
  return !label.text || contains(textOf(result), label.text);
}

/** The share of the labels that were found, of as many as the first ten places can show. */
function recall(labels, found, unit) {
  const name = (label) => (unit === "page" ? label.slug : label);
  const asked = new Set(labels.map(name)).size;
  return Math.min(1, new Set([...found].map(name)).size / Math.min(DEPTH, asked));
}

/** Whether a result is not what the phrase or the filters of its query allow. */
export function breaks(result, { phrase, section, featured, from, to, without = [] }) {
  const sections = [result.section ?? []].flat().flatMap(familiesOf);
  const present = new Set(words(textOf(result)));
  return Boolean(
    (phrase && !containsInflected(textOf(result), phrase)) ||
      (section && !sections.includes(section)) ||
      (featured && !sections.some((name) => FEATURED.includes(name))) ||
      (from && result.date < from) ||
      (to && result.date > to) ||
      without.some((word) => present.has(word)),
  );
}

function textOf({ heading = "", text = "" }) {
  return `${heading} ${text}`;
}
