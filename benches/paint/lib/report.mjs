// The figures as Markdown tables: ratios to the plain page first, then what was measured.

import { kilobytes, quantile, table } from "../../lib/tables.mjs";

/** The tables for what `run.mjs` has gathered: for each page its `cold`, `repeated` and `next` runs. */
export function report(pages) {
  return [
    ratios(pages),
    "**Cold**",
    visits(pages, "cold"),
    "**Repeated**",
    visits(pages, "repeated"),
    "**The next issue, by a click**",
    clicks(pages.filter(({ next }) => next.length)),
  ].join("\n\n");
}

/** Medians divided by those of the plain page; blocking and bytes would divide by nothing. */
function ratios(pages) {
  const plain = pages.find(({ name }) => name === "plain page");
  if (!plain) return "";
  const columns = [
    ["cold: first paint", (page) => of(page.cold, "first")],
    ["largest paint", (page) => of(page.cold, "largest")],
    ["repeated: first paint", (page) => of(page.repeated, "first")],
    ["largest paint", (page) => of(page.repeated, "largest")],
    ["next issue", (page) => (page.next.length ? quantile(page.next, 0.5) : NaN)],
  ];
  const ratio = (page, median) => {
    const value = median(page) / median(plain);
    return Number.isNaN(value) ? "" : value.toFixed(2);
  };
  return table(
    ["divided by the plain page's", ...columns.map(([name]) => name)],
    pages
      .filter((page) => page !== plain)
      .map((page) => [page.name, ...columns.map(([, median]) => ratio(page, median))]),
  );
}

function visits(pages, kind) {
  return table(
    [
      "",
      "first paint, ms",
      "largest paint, ms",
      "of these, from – to",
      "blocking, ms",
      "longest task, ms",
      "layout shift",
      "before the largest paint, kB",
      "in all, kB",
    ],
    pages.map(({ name, [kind]: runs }) => {
      const largest = runs.map((run) => run.largest);
      return [
        name,
        of(runs, "first").toFixed(0),
        of(runs, "largest").toFixed(0),
        `${Math.min(...largest).toFixed(0)} – ${Math.max(...largest).toFixed(0)}`,
        of(runs, "blocking").toFixed(0),
        of(runs, "longest").toFixed(0),
        of(runs, "shift").toFixed(3),
        kilobytes(of(runs, "bytesFirst")),
        kilobytes(of(runs, "bytes")),
      ];
    }),
  );
}

function clicks(pages) {
  return table(
    ["", "until painted, ms", "from – to"],
    pages.map(({ name, next }) => [
      name,
      quantile(next, 0.5).toFixed(0),
      `${Math.min(...next).toFixed(0)} – ${Math.max(...next).toFixed(0)}`,
    ]),
  );
}

/** Lighthouse's scores, out of 100, as `lighthouse.mjs` gives them. */
export function scoreTable(pages) {
  const categories = Object.keys(pages[0].scores);
  return table(
    ["Lighthouse", ...categories, "what costs points"],
    pages.map(({ name, scores, findings }) => [name, ...Object.values(scores), findings.join(", ")]),
  );
}

/** The median of a figure over all runs. */
function of(runs, figure) {
  return quantile(runs.map((run) => run[figure]), 0.5);
}
