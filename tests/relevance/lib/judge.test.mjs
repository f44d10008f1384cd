// Figures of made-up answers, worked out by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, summarise } from "./judge.mjs";

const A = { slug: "a", text: "the first answer" };
const B = { slug: "b", text: "the second answer", grade: 1 };
const hit = (slug, text, more = {}) => ({ slug, text, ...more });
const right = hit("a", "It is the `first` answer.");
const also = hit("b", "The second answer");
const wrong = hit("a", "another item of the same post");

test("an item counts where its post and its words are those of a label", () => {
  const figures = judge({ relevant: [A] }, { results: [wrong, right] });
  assert.deepEqual([figures.rank, figures.success1, figures.success5], [2, 0, 1]);
  assert.equal(figures.reciprocal, 0.5);
});

test("a page counts where its post does, and each post once", () => {
  const figures = judge({ relevant: [B] }, { unit: "page", results: [wrong, wrong, also] });
  assert.equal(figures.rank, 2);
});

test("an answer of grade 1 is right but not best", () => {
  const figures = judge({ relevant: [A, B] }, { results: [also, right] });
  assert.deepEqual([figures.success1, figures.best1], [1, 0]);
});

test("recall is counted only where the labels are complete", () => {
  const results = [right, right];
  assert.equal(judge({ relevant: [A, B], all: true }, { results }).recall, 0.5);
  assert.equal(judge({ relevant: [A, B] }, { results }).recall, undefined);
});

test("any result to a query without an answer is a false positive", () => {
  const empty = "word";
  assert.equal(judge({ empty }, { results: [right] }).falsePositive, 1);
  assert.equal(judge({ empty }, { results: [] }).falsePositive, 0);
});

test("results outside of a filter are counted, by heading, family and both ends of a range", () => {
  const must = { section: "deprecated", from: "2023-01-01", to: "2023-12-31" };
  const results = [
    hit("a", "x", { section: "Removals", date: "2023-01-01" }),
    hit("a", "x", { section: ["deprecated", "reversions"], date: "2023-12-31" }),
    hit("a", "x", { section: "Promotions", date: "2023-05-05" }),
    hit("a", "x", { section: "Deprecated", date: "2024-01-01" }),
  ];
  assert.equal(judge({ relevant: [A], must }, { results }).broken, 2);
});

test("a phrase may be inflected but not scattered, and a word left out is left out", () => {
  const count = (must, text) => judge({ relevant: [A], must }, { results: [hit("a", text)] }).broken;
  assert.equal(count({ phrase: "sidecar containers" }, "a Sidecar\ncontainer"), 0);
  assert.equal(count({ phrase: "sidecar containers" }, "containers of a sidecar"), 1);
  assert.equal(count({ phrase: "etcd 3.5.1" }, "etcd v3.5.10"), 1);
  assert.equal(count({ without: ["test"] }, "a Test"), 1);
});

test("means leave out the queries that have no such figure, and violations are summed", () => {
  const relevant = [A];
  const judged = [
    judge({ relevant, must: { without: ["item"] } }, { results: [wrong, wrong] }),
    judge({ relevant }, { results: [right] }),
    judge({ empty: "word" }, { results: [right] }),
  ];
  const figures = summarise(judged);
  assert.deepEqual([figures.success1, figures.falsePositives, figures.violations], [0.5, 1, 2]);
  assert.equal(figures.recall10, null);
});
