// The pages that are measured, each with its server and the addresses on it.

import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { Server } from "../../lib/server.mjs";
import { writeBook } from "../peers/book.mjs";
import { writeDocsify } from "../peers/docsify.mjs";
import { writePlainPages } from "../peers/plain.mjs";
import { chosenOf, issuesOf } from "./issues.mjs";

const NOTHING = fileURLToPath(new URL("../peers/nothing.html", import.meta.url));

/** A section that every archive has, by the address of its page. */
const SECTION = "/sections/featured-prs";

/**
 * The plain page, Masthead, other builds of it, peers, and the page with nothing.
 *
 * `site` is the built site, `beside` other built sites by name, `mdbook` the program or nothing, `work`
 * a folder for files. A subject has a name, a server, the path of its page, and, where a click leads to
 * the next issue, the path of that.
 */
export function subjectsOf({ site, beside, mdbook, work }) {
  rmSync(work, { recursive: true, force: true });
  const issues = issuesOf(site);
  const { issue, next } = chosenOf(issues);
  const folder = (name) => {
    const path = join(work, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const ours = (name, folder, path, next) => ({ name, server: new Server({ "/": folder }), path, next });
  const all = [
    ours("plain page", writePlainPages(issues, folder("plain")), issue.path, next?.path),
    ours("Masthead", site, issue.path, next?.path),
    ...beside.map(([name, other]) => ours(name, other, issue.path, next?.path)),
    ours("Masthead, home", site, "/"),
    ours("Masthead, section", site, SECTION),
    ours("docsify", writeDocsify(issues, folder("docsify")), `/#${issue.path}`),
  ];
  if (mdbook) all.push(ours("mdBook", writeBook(issues, folder("book"), mdbook), `${issue.path}.html`));
  all.push({ name: "nothing", server: new Server({ "/": NOTHING }), path: "/" });
  return all;
}
