// The posts as a book of mdBook, with its own settings.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes the book's sources into a folder, has the program build it, and gives the folder of the result. */
export function writeBook(issues, folder, mdbook) {
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("book.toml", `[book]\ntitle = "Archive"\nlanguage = "en"\n`);
  const entries = issues.map(({ path, title }) => `- [${title}](.${path}.md)`);
  write("src/SUMMARY.md", `# Summary\n\n${entries.join("\n")}\n`);
  for (const { path, title, body } of issues) write(`src${path}.md`, `# ${title}\n\n${body}`);
  // It warns of every `<string>` in a post.
  execFileSync(mdbook, ["build", folder], { stdio: "ignore" });
  return join(folder, "book");
}
