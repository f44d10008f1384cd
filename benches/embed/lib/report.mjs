// The figures as Markdown tables: ratios to the frame of the plain page first, then what was measured.

import { kilobytes, quantile, table } from "../../lib/tables.mjs";

/** The tables for what `run.mjs` has gathered: for each host page its `visits`. */
export function report(pages) {
  return [ratios(pages), figures(pages)].join("\n\n");
}

function ratios([plain, ...others]) {
  const columns = [
    ["first paint", "first"],
    ["largest paint", "largest"],
    ["bytes before it", "bytesFirst"],
    ["bytes in all", "bytes"],
    ["requests", "requests"],
  ];
  return table(
    ["divided by the plain page's", ...columns.map(([name]) => name)],
    others.map((page) => [
      page.name,
      ...columns.map(([, figure]) => (of(page, figure) / of(plain, figure)).toFixed(2)),
    ]),
  );
}

function figures(pages) {
  return table(
    [
      "",
      "first paint in the frame, ms",
      "largest paint, ms",
      "of these, from – to",
      "before it, kB",
      "in all, kB",
      "requests",
      "layout shift of the host",
    ],
    pages.map((page) => {
      const largest = page.visits.map((visit) => visit.largest);
      return [
        page.name,
        of(page, "first").toFixed(0),
        of(page, "largest").toFixed(0),
        `${Math.min(...largest).toFixed(0)} – ${Math.max(...largest).toFixed(0)}`,
        kilobytes(of(page, "bytesFirst")),
        kilobytes(of(page, "bytes")),
        of(page, "requests"),
        of(page, "shift").toFixed(3),
      ];
    }),
  );
}

/** The median of a figure over all visits. */
function of(page, figure) {
  return quantile(page.visits.map((visit) => visit[figure]), 0.5);
}
