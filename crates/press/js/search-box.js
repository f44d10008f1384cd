// Runs in the page under /embed/search: as soon as somebody is about to search, the archive's own search is
// started, and answers here. Where it cannot be started the form leads to the archive.
(() => {
  const MOST = 5;
  const box = document.querySelector("input[type=search]");
  const said = document.querySelector(".said");
  // The module lies at the root of the archive, and the addresses of hits begin below it.
  const archive = new URL("./", new URL(box.dataset.module, location));
  const list = document.querySelector("[data-results]");
  const say = (text) => { said.textContent = text; };
  let search = null;
  const start = () => {
    search ??= import(box.dataset.module).then((module) => module.createSearch());
    search.catch(() => say("Press Enter to search in the archive."));
    return search;
  };
  // `marks` are places in the text, by twos.
  const marked = (text, marks) => {
    const pieces = document.createDocumentFragment();
    let end = 0;
    for (const [from, to] of marks ?? []) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      pieces.append(text.slice(end, from), mark);
      end = to;
    }
    pieces.append(text.slice(end));
    return pieces;
  };
  const line = (hit) => {
    const link = document.createElement("a");
    link.href = new URL(hit.url.slice(1), archive);
    link.dataset.hit = "";
    if (hit.heading) link.append(marked(hit.heading, hit.headingMarks), ". ");
    link.append(marked(hit.text, hit.textMarks));
    const place = document.createElement("p");
    place.className = "date-line";
    place.textContent = hit.section ? `${hit.date} · ${hit.section}` : hit.date;
    const entry = document.createElement("li");
    entry.append(link, place);
    return entry;
  };
  const show = (answer) => {
    if (answer === null) return;
    list.replaceChildren(...answer.hits.map(line));
    say(answer.total === 0 ? "Nothing found." : answer.total === 1 ? "1 result" : `${answer.total} results`);
  };
  box.addEventListener("focus", start, { once: true });
  box.addEventListener("input", async () => {
    if (box.value.trim() === "") {
      list.replaceChildren();
      return say("");
    }
    try {
      show(await (await start()).query(box.value, { limit: MOST, onComplete: show }));
    } catch {
      say("Press Enter to search in the archive.");
    }
  });
})();
