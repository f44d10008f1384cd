// Pagefind's index of the posts, made by its Node API from rendered pages.

import * as pagefind from "pagefind";

/** Indexes posts as `readPosts` gives them, and writes everything that searching needs into a folder. */
export async function writeIndex(posts, outputPath) {
  const { index } = await pagefind.createIndex({});
  for (const post of posts) {
    const { errors } = await index.addHTMLFile({ url: `/${post.slug}`, content: pageOf(post) });
    if (errors.length) throw new Error(errors.join("\n"));
  }
  await index.writeFiles({ outputPath });
  await pagefind.close();
}

/** A post as a rendered page. Years and section families are Pagefind filters. */
function pageOf({ slug, title, date, html, items }) {
  const sections = new Set(items.flatMap((item) => item.section));
  const mark = (kind, name, value) => `<i hidden data-pagefind-${kind}="${name}:${value}"></i>`;
  const marks = [
    mark("meta", "slug", slug),
    mark("meta", "date", date),
    mark("filter", "year", date.slice(0, 4)),
    ...[...sections].map((id) => mark("filter", "section", id)),
  ];
  return `<!doctype html><html lang="en"><head><title>${title}</title></head>
<body><main data-pagefind-body>${marks.join("")}<h1>${title}</h1>${html}</main>
</body></html>`;
}
