// The host pages that are measured, each with two servers: its own, and that of what it shows.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OPEN, Server } from "../../lib/server.mjs";
import { chosenOf, issuesOf } from "../../paint/lib/issues.mjs";
import { writePlainPages } from "../../paint/peers/plain.mjs";

/** CSS pixels that the host keeps free: the most that a snippet asks for, as it does for a whole issue. */
const HEIGHT = 2000;

const STYLE = `body { margin: 1rem auto; max-width: 44rem } masthead-embed, iframe { display: block; min-height: ${HEIGHT}px }`;

const hostOf = (part) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>
<style>${STYLE}</style>
</head>
<body>
<p>Text of the host.</p>
${part}
<p>More text of the host.</p>
</body>
</html>
`;

const frameOf = (src) =>
  `<iframe src="${src}" title="An issue" width="100%" height="${HEIGHT}"></iframe>`;

/**
 * The plain page in a frame, and Masthead's widget as a frame and as an element. `site` is the built site,
 * `work` a folder for files. A subject has a name, `archive`, the server of what is shown, with its address
 * `origin`, and `host`, the server of the page around it, with `url`.
 */
export async function subjectsOf({ site, work }) {
  rmSync(work, { recursive: true, force: true });
  const issues = issuesOf(site);
  const { path } = chosenOf(issues).issue;
  const plain = join(work, "plain");
  const subject = async (name, folder, partOf) => {
    const archive = new Server({ "/": folder }, OPEN);
    const origin = new URL(await archive.start()).origin;
    const page = join(work, `${name}.html`);
    mkdirSync(work, { recursive: true });
    writeFileSync(page, hostOf(partOf(origin)));
    const host = new Server({ "/": page }, OPEN);
    return { name, archive, origin, host, url: await host.start() };
  };
  const element = (origin) => `<masthead-embed issue="${path.slice(1)}" height="${HEIGHT}"></masthead-embed>
<script type="module" src="${origin}/embed/v1.js" crossorigin="anonymous"></script>`;
  return [
    await subject("plain page, frame", writePlainPages(issues, plain), (at) => frameOf(at + path)),
    await subject("widget, frame", site, (at) => frameOf(`${at}/embed${path}`)),
    await subject("widget, element", site, element),
  ];
}
