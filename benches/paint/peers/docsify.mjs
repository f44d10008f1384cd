// The posts in docsify, as its quick start has it: one page that fetches the Markdown and renders it.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../node_modules/docsify/dist/", import.meta.url));

/** Its program and its style. */
const FILES = ["docsify.min.js", "themes/core.min.css"];

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Archive</title>
    <link rel="stylesheet" href="/themes/core.min.css">
  </head>
  <body>
    <div id="app"></div>
    <script>window.$docsify = { name: "Archive" };</script>
    <script src="/docsify.min.js"></script>
  </body>
</html>
`;

/** Writes the site into a folder, and gives it. */
export function writeDocsify(issues, folder) {
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("index.html", PAGE);
  write("README.md", "# Archive\n");
  for (const { path, title, body } of issues) write(`${path}.md`, `# ${title}\n\n${body}`);
  for (const name of FILES) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(join(DIST, name), join(folder, name));
  }
  return folder;
}
