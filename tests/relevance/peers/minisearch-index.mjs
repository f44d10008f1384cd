// What MiniSearch indexes, and its settings: those of VitePress's local search (prefix, fuzzy 0.2,
// headings before text before the titles above).

/** MiniSearch's options. VitePress leaves `combineWith` at its default, which is "OR". */
export function settings(combineWith) {
  return {
    fields: ["heading", "text", "sectionHeading"],
    storeFields: ["slug", "date", "section", "heading", "text"],
    searchOptions: {
      combineWith,
      prefix: true,
      fuzzy: 0.2,
      boost: { heading: 4, text: 2, sectionHeading: 1 },
    },
  };
}

/** The items of posts as `readPosts` gives them, each a document. */
export function documentsOf(posts) {
  return posts.flatMap((post) => post.items).map((item, id) => ({ id, ...item }));
}
