// The posts as the peers would see them: items for MiniSearch, rendered pages for Pagefind.
//
// Nothing here is Masthead's own parser, on purpose: labels are verified and peers are fed by an
// independent reading of the posts.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { familiesOf } from "./families.mjs";

const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const shared = process.env.MASTHEAD_SHARED ?? resolve(repository, "../shared");
const archive = join(shared, "lwkd/_posts");
const markdown = new MarkdownIt({ html: false, linkify: false });

/**
 * Every post of a folder, oldest first; without one, of the real archive.
 *
 * `slug` is the file name without `.md`; `date` is the UTC day of the front matter, or the day in
 * the file name where there is no valid one; `html` is the rendered body; `items` are described at
 * `itemsOf`. Ends the process with a message when the archive is not there.
 */
export function readPosts(folder = archive) {
  if (!existsSync(folder)) {
    console.error(`no archive at ${folder}: put it there, or name its parent in MASTHEAD_SHARED`);
    process.exit(2);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readPost(name.slice(0, -".md".length), readFileSync(join(folder, name), "utf8")));
}

function readPost(slug, source) {
  const [, head = "", body = source] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  const title = /^title:\s*(.*)$/m.exec(head)?.[1] ?? slug;
  const post = { slug, title, date: dayOf(head) ?? slug.slice(0, 10), source: body };
  return { ...post, html: markdown.render(body), items: itemsOf(markdown.parse(body, {}), post) };
}

function dayOf(head) {
  const day = /^date:\s*(\d{4}-\d\d-\d\d)/m.exec(head)?.[1];
  const at = new Date(`${day}T00:00:00Z`);
  return !isNaN(at) && at.toISOString().startsWith(day) ? day : undefined;
}

/**
 * The items of a post: each entry of a list, each paragraph or other block, and each heading below
 * level 2 with all that stands under it.
 *
 * `section` is the ids of the families of the level 2 heading above, `sectionHeading` its text (""
 * before the first), `heading` the item's own heading ("" without one), `text` the visible text,
 * `links` the link targets.
 */
function itemsOf(tokens, { slug, date }) {
  const items = [];
  let section = { sectionHeading: "", section: [] };
  let feature;
  const add = (run, heading = "") => {
    const item = { slug, date, ...section, heading, text: textOf(run), links: linksOf(run) };
    items.push(item);
    return item;
  };
  for (const block of blocksOf(tokens)) {
    const [first] = block;
    const level = first.type === "heading_open" ? Number(first.tag.slice(1)) : 0;
    if (level === 1 || level === 2) {
      const sectionHeading = textOf(block);
      section = { sectionHeading, section: familiesOf(sectionHeading) };
      feature = undefined;
    } else if (level > 2) {
      feature = add([], textOf(block));
      feature.links.push(...linksOf(block));
    } else if (feature) {
      feature.text = [feature.text, textOf(block)].filter(Boolean).join(" ");
      feature.links.push(...linksOf(block));
    } else if (first.type.endsWith("_list_open")) {
      for (const entry of blocksOf(block.slice(1, -1))) add(entry);
    } else if (first.type !== "hr") {
      add(block);
    }
  }
  return items.filter((item) => item.text || item.heading);
}

/** Cuts a run of tokens into its outermost blocks. */
function blocksOf(tokens) {
  const blocks = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1).push(token);
    depth += token.nesting;
  }
  return blocks;
}

function textOf(tokens) {
  return tokens
    .map((token) => {
      if (token.type === "inline") return textOfInline(token.children);
      return token.type === "fence" || token.type === "code_block" ? token.content : " ";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function textOfInline(children) {
  return children
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      return token.type === "image" ? "" : token.content;
    })
    .join("");
}

function linksOf(tokens) {
  return tokens
    .flatMap((token) => token.children ?? [])
    .filter((token) => token.type === "link_open")
    .map((token) => token.attrGet("href"));
}
