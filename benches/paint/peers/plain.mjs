// Each post as a static page: its Markdown as HTML, a few lines of style, and links to its neighbours.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: true, linkify: true });

const STYLE = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.55 Georgia, serif; }
a { color: #2456c5; }
pre { overflow-x: auto; }
nav { display: flex; justify-content: space-between; }
`;

/** Writes the pages into a folder, and gives it. */
export function writePlainPages(issues, folder) {
  issues.forEach((issue, place) => {
    const file = join(folder, `${issue.path}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageOf(issue, issues[place - 1], issues[place + 1]));
  });
  return folder;
}

function pageOf({ title, body }, previous, next) {
  const link = (issue, name) => (issue ? `<a href="${issue.path}">${name} issue</a>` : "");
  const text = markdown.utils.escapeHtml(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${text}</h1>
${markdown.render(body)}
<nav>${link(previous, "Previous")} ${link(next, "Next")}</nav>
</body>
</html>
`;
}
