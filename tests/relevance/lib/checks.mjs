// What must be true of a labelled query, each check giving the sentences of what is wrong.

import { breaks } from "./judge.mjs";
import { contains, edits, words } from "./words.mjs";

const FIELDS = ["id", "class", "query", "plain", "relevant", "all", "newest", "empty", "must", "part"];

/** All that is wrong with one query, seen against the posts and their items. */
export function wrongs(query, archive) {
  const unknown = Object.keys(query).filter((field) => !FIELDS.includes(field));
  const shape = unknown.map((field) => `has the unknown field ${field}`);
  if (!query.id.startsWith(`${query.class}-`)) shape.push("has an id that is not of its class");
  if (query.empty) return [...shape, ...answered(query, archive)];
  const labels = query.relevant.map((label) => ({ label, items: itemsOf(label, archive) }));
  return [
    ...shape,
    ...labels.filter(({ items }) => !items.length).map(({ label }) => `nothing fits ${show(label)}`),
    ...outsideFilter(query, labels),
    ...(BY_CLASS[query.class]?.(query, labels, archive) ?? []),
  ];
}

function itemsOf(label, { items }) {
  return items.filter(
    (item) => (!label.slug || item.slug === label.slug) && contains(visible(item), label.text),
  );
}

function outsideFilter({ must }, labels) {
  if (!must) return [];
  return labels
    .filter(({ label, items }) => label.slug && !items.some((item) => !breaks(item, must)))
    .map(({ label }) => `${show(label)} is not what the query allows`);
}

const BY_CLASS = { href: onlyInLinks, reference: named, word: newest, typo: mistyped, prefix: halfTyped };

function named({ query }, labels) {
  const number = numberOf(query);
  const has = ({ links, ...item }) => [visible(item), ...links].some((text) => holds(text, number));
  return labels
    .filter(({ items }) => !items.some(has))
    .map(({ label }) => `${show(label)} has no ${number}`);
}

function onlyInLinks(query, labels, archive) {
  const number = numberOf(query.query);
  const seen = archive.items.filter((item) => holds(visible(item), number));
  return [...named(query, labels), ...seen.map(({ slug }) => `${slug} shows ${number} in its text`)];
}

function newest({ query, relevant }, _, { items }) {
  const dates = items.filter((item) => words(visible(item)).includes(query)).map(({ slug }) => slug);
  const last = dates.sort().at(-1);
  return relevant[0].slug === last ? [] : [`the newest is in ${last}`];
}

/** A mistyped word is in no post, and near to a word of each answer. */
function mistyped({ query }, labels, { vocabulary }) {
  const wrong = words(query).filter((word) => !vocabulary.has(word));
  if (!wrong.length) return ["has no mistyped word"];
  const near = (item) => {
    const there = words(visible(item));
    return wrong.every((word) => there.some((other) => isNear(word, other)));
  };
  return labels
    .filter(({ items }) => !items.some(near))
    .map(({ label }) => `${show(label)} is too far away`);
}

/** The last word goes on in each answer, at the start of a word or of a part of a compound. */
function halfTyped({ query }, labels) {
  const last = words(query).at(-1);
  const begins = (item) => words(visible(item)).some((word) => word.includes(last) && !word.endsWith(last));
  return labels
    .filter(({ items }) => !items.some(begins))
    .map(({ label }) => `${show(label)} does not go on`);
}

/** Why a query without an answer has one after all. */
function answered({ query, plain, empty, must }, { items, source, vocabulary }) {
  switch (empty) {
    case "identifier":
      return holds(source, identifierOf(query)) ? [`${identifierOf(query)} is in a post`] : [];
    case "word":
      return words(query.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).flatMap((word) =>
        [...vocabulary]
          .filter((other) => other.startsWith(word) || isNear(word, other))
          .map((other) => `${word} is near to ${other}`),
      );
    case "phrase":
      return items.some((item) => contains(visible(item), must.phrase)) ? ["the phrase is in a post"] : [];
    case "filter":
      return items.some((item) => !breaks(item, must) && contains(visible(item), plain))
        ? [`${plain} is there`]
        : [];
    default:
      return [`has the unknown reason ${empty}`];
  }
}

/** Whether a typo in a word of this length is forgiven. */
function isNear(word, other) {
  const limit = /\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return edits(word, other, limit) <= limit;
}

/** The number that a reference in any spelling is about. */
function numberOf(query) {
  return /(?:#|pull\/|issues\/|^|\s|-)(\d+)/.exec(query.replace(/#issue.*|\?.*/, ""))[1];
}

/** What of a query must not be in any post: a number for references and KEPs, else the last token. */
function identifierOf(query) {
  const number = /^(?:https:.*\/|.*#|pr |kep[- ]?)(\d+)$/i.exec(query)?.[1];
  return (number ?? query).toLowerCase().replace(/^v(?=\d)/, "");
}

function holds(text, token) {
  const literal = token.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

function visible({ heading, text }) {
  return `${heading} ${text}`;
}

function show({ slug = "any post", text }) {
  return `${slug} "${text}"`;
}
