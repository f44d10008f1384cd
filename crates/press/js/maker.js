// Runs in the page for making snippets, alone or in a dialog of the archive. Its address says where to begin:
// `?issue=2023/20230905&item=i-…`, `?section=deprecated`, `?search`; what is chosen then is in the form. The
// text of the snippets is that of the preview, so that they read well where no frame is shown.
(() => {
  const maker = document.querySelector(".maker");
  const form = maker.querySelector("form");
  const preview = maker.querySelector("iframe");
  const said = maker.querySelector(".said");
  const { embed, base, integrity } = maker.dataset;
  const fields = Object.fromEntries([...form.elements].filter((field) => field.name !== "sections").map((field) => [field.name, field]));
  const boxes = [...form.querySelectorAll("[name=sections]")];
  const asked = new URLSearchParams(location.search);
  const site = maker.dataset.site ?? new URL(base, location).href;
  const has = (select, value) => [...select.options].some((option) => option.value === value);

  try {
    const theme = localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }

  const issue = asked.get("issue")?.replace(/^\/+/, "");
  if (issue) {
    if (!has(fields.path, issue)) fields.path.prepend(new Option("This issue", issue));
    fields.path.value = issue;
  } else if (asked.has("section")) {
    fields.path.value = `sections/${asked.get("section")}`;
  } else if (asked.has("search")) {
    fields.path.value = "search";
  }
  let item = asked.get("item") ?? "";
  for (const box of boxes) box.checked = (asked.get("sections") ?? "").split(",").includes(box.value);

  const kind = () => {
    const path = fields.path.value;
    if (path === "search") return "search";
    return /^(headlines$|sections\/|saved\/)/.test(path) ? "list" : "issue";
  };
  // The choices that are not what they are without being chosen.
  const choices = () => {
    const chosen = [];
    const add = (name, value) => { if (value) chosen.push([name, value]); };
    if (kind() === "issue") {
      const sections = boxes.filter((box) => box.checked).map((box) => box.value);
      add("sections", item ? "" : sections.join(","));
      add("item", item);
    }
    for (const field of form.querySelectorAll("[data-default]")) {
      const isFit = field.checkValidity() && (field.name !== "count" || kind() === "list");
      if (isFit && field.value !== field.dataset.default) add(field.name, field.value.replace(/^#/, ""));
    }
    return chosen;
  };
  const query = (chosen) => (chosen.length ? `?${new URLSearchParams(chosen)}`.replaceAll("%2C", ",") : "");
  // Works without scripts too, where a single section or item is asked for.
  const fragment = (chosen) => {
    const { sections, item: one } = Object.fromEntries(chosen);
    if (one) return `#${one}`;
    return sections && !sections.includes(",") ? `#only-${sections}` : "";
  };
  const attributes = () => {
    const path = fields.path.value;
    const [folder, id] = path.split("/");
    if (path === "headlines" || path === "search") return [[path, null]];
    if (folder === "sections") return [["section", id]];
    return folder === "saved" ? [["saved", id]] : [["issue", path]];
  };

  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  const attribute = ([name, value]) => (value === null ? ` ${name}` : ` ${name}="${escaped(String(value))}"`);
  const words = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const whole = (link) => new URL(link.getAttribute("href").slice(base.length), site).href;
  const MOST_LINES = 12;

  let height = 240;
  // The head of the preview and what is to be seen in it, as text with links.
  const text = () => {
    const shown = preview.contentDocument;
    const title = shown?.querySelector("h1 a");
    if (!title) return null;
    const lines = [...shown.querySelectorAll(".item, .issue-line")].filter((line) => line.getClientRects().length > 0);
    const listed = lines.slice(0, MOST_LINES).map((line) => `  <li>${escaped(words(line.querySelector("h3, h4") ?? line).slice(0, 200))}</li>\n`);
    const list = listed.length ? `  <ul>\n${listed.join("")}  </ul>\n` : "";
    const from = words(shown.querySelector("footer p"));
    return {
      title: words(title),
      markup: `<blockquote>\n  <p><a href="${escaped(whole(title))}">${escaped(words(title))}</a></p>\n${list}  <p>${escaped(from)}</p>\n</blockquote>`,
    };
  };
  const write = () => {
    const known = text();
    if (!known) return;
    const chosen = choices();
    const address = new URL(`embed/${fields.path.value}${query(chosen)}${fragment(chosen)}`, site).href;
    const loader = `<script type="module" src="${new URL("embed/v1.js", site)}" integrity="${integrity}" crossorigin="anonymous"><\/script>`;
    const element = [...attributes(), ...chosen, ["height", height]].map(attribute).join("");
    maker.querySelector("[name=text]").value = known.markup;
    maker.querySelector("[name=frame]").value = `${known.markup}\n<iframe src="${escaped(address)}" title="${escaped(known.title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
    maker.querySelector("[name=element]").value = `<masthead-embed${element}>\n${known.markup}\n</masthead-embed>\n${loader}`;
  };

  // The items of the issue in the preview.
  const listItems = () => {
    if (kind() !== "issue") return;
    const idOf = (entry) => entry.id || entry.querySelector(":scope > [id]")?.id;
    const entries = [...(preview.contentDocument?.querySelectorAll(".item") ?? [])].filter(idOf);
    const options = entries.map((entry) => new Option(words(entry.querySelector("h3, h4") ?? entry).slice(0, 60), idOf(entry)));
    fields.item.replaceChildren(new Option("All", ""), ...options);
    fields.item.value = item;
  };
  const show = () => {
    for (const part of form.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== kind();
    const chosen = choices();
    // Not by `src`, which would make an entry in the history.
    preview.contentWindow.location.replace(`${embed}/${fields.path.value}${query(chosen)}`);
  };
  preview.addEventListener("load", () => {
    listItems();
    write();
  });
  addEventListener("message", ({ source, data }) => {
    if (source !== preview.contentWindow || data?.masthead !== 1 || !Number.isFinite(data.height)) return;
    height = Math.min(2000, Math.max(40, Math.ceil(data.height)));
    preview.height = height;
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target === fields.item) item = target.value;
    if (target === fields.path) item = "";
    show();
  });
  maker.addEventListener("click", async ({ target }) => {
    const form = target.dataset?.copy;
    if (!form) return;
    const area = maker.querySelector(`[name=${form}]`);
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = "Copied";
    } catch {
      area.select();
      said.textContent = "Selected: copy it with the keyboard";
    }
  });
  show();
})();
