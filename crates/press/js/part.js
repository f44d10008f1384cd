// Runs in the pages under /embed/ that hold more than every site wants: shows of it what the address asks for.
// A single section or item can be asked for without this script, by a fragment; style/embed.css sees to that.
(() => {
  const widget = document.querySelector(".widget");
  const every = (selector) => [...widget.querySelectorAll(selector)];
  const address = new URLSearchParams(location.search);
  // What fits no pattern is passed over: an address can say anything.
  const asked = (name, pattern) => pattern.exec(address.get(name) ?? "");

  const count = asked("count", /^[1-9][0-9]?$/);
  if (count) every("[data-list] > *").forEach((line, place) => (line.hidden = place >= Number(count[0])));
  const only = (parts, isWanted) => {
    let isAny = false;
    for (const part of parts) {
      part.hidden = !isWanted(part);
      isAny ||= !part.hidden;
    }
    for (const content of every(".content, .content ~ .prose")) content.hidden = !isAny;
    widget.querySelector(".missing").hidden = isAny;
  };
  const families = asked("sections", /^[a-z0-9-]+(,[a-z0-9-]+)*$/)?.[0].split(",");
  if (families) {
    only(every(".part"), (part) => families.some((id) => part.dataset.families.split(" ").includes(id)));
  }
  const id = address.get("item");
  if (id) {
    const items = every(".item");
    const idOf = (item) => item.id || item.querySelector(":scope > [id]")?.id || "";
    // An item that was edited keeps the half of its id that tells its links, or the one that tells its words.
    const halves = (text) => /^i-(.{5})(.{5})/.exec(text)?.slice(1);
    const wanted = halves(id);
    const kept = items.filter((item) => halves(idOf(item))?.some((half, place) => half === wanted?.[place]));
    const item = items.find((item) => idOf(item) === id) ?? (kept.length === 1 ? kept[0] : null);
    only(every(".part"), (part) => part.contains(item));
    for (const other of every(".item, .part h2, .part hr, .content ~ .prose")) other.hidden = !other.contains(item);
  }
})();
