// The issues of a built site: the Markdown of each lies beside its page.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The week that earlier figures are about. */
const USUAL = "/2023/20230905";

/**
 * The issues in the order of their addresses: `path` below the site, `title`, and `body`, the Markdown
 * without front matter.
 */
export function issuesOf(site) {
  return readdirSync(site, { recursive: true })
    .filter((name) => /^\d{4}[\\/].*\.md$/.test(name))
    .sort()
    .map((name) => {
      const source = readFileSync(join(site, name), "utf8");
      const [, head = "", body = source] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
      const title = /^title:\s*(.*)$/m.exec(head)?.[1] ?? name;
      return { path: `/${name.slice(0, -".md".length).replaceAll("\\", "/")}`, title, body };
    });
}

/** The issue that is measured, and the one after it: the usual one where it is there, else that in the middle. */
export function chosenOf(issues) {
  const usual = issues.findIndex(({ path }) => path === USUAL);
  const place = usual < 0 ? Math.floor((issues.length - 1) / 2) : usual;
  return { issue: issues[place], next: issues[place + 1] };
}
