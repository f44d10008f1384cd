// Runs in every page under /embed/: looks as its address asks, and tells the page around it how high it is. It keeps nothing, fetches nothing, and works where the frame has no origin of its own.
//
// To the page around it: { masthead: 1, kind: "height", height } in CSS pixels.
// From the page around it: { masthead: 1, kind: "theme", theme: "auto" | "light" | "dark" }.
// Beside these it speaks WordPress's: { message: "height" | "link", value, secret } and { message: "ready" }.
(() => {
  const root = document.documentElement;
  const widget = document.querySelector(".widget");
  const address = new URLSearchParams(location.search);
  // What fits no pattern is passed over: an address can say anything.
  const asked = (name, pattern) => pattern.exec(address.get(name) ?? "");

  // How it looks.
  const setTheme = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else if (theme === "auto") delete root.dataset.theme;
  };
  setTheme(address.get("theme"));
  const accent = asked("accent", /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i);
  if (accent) root.style.setProperty("--accent", `#${accent[1]}`);
  const font = asked("font", /^(serif|sans|mono|system)$/);
  if (font) root.dataset.font = font[1];
  const width = asked("width", /^[1-9][0-9]{2,3}$/);
  if (width) widget.style.maxWidth = `${width[0]}px`;

  // How high it is.
  if (parent === window) return;
  const secret = /[#?]secret=([a-z0-9]+)$/i.exec(location.hash)?.[1];
  // To whoever is around it: a height is no secret.
  const tell = (message) => parent.postMessage(message, "*");
  // At most eight messages a second; after so many without a break it is taken for a loop.
  const PAUSE = 125;
  const MOST = 24;
  const CALM = 1000;
  let [height, shownWidth, toldAt, inARow, growing, rest, timer] = [0, 0, -CALM, 0, 0, CALM, 0];
  const report = () => {
    tell({ masthead: 1, kind: "height", height });
    if (secret) tell({ message: "height", value: Math.min(1000, Math.max(200, height)), secret });
  };
  const measure = () => {
    timer = 0;
    const box = widget.getBoundingClientRect();
    const next = Math.ceil(box.height);
    if (Math.abs(next - height) < 2) return;
    const now = performance.now();
    const isInARow = now - toldAt < CALM;
    inARow = isInARow ? inARow + 1 : 0;
    // A page around it that grows with it, and makes it grow, would never end; one that is made narrower is
    // another matter.
    growing = isInARow && next > height && Math.abs(box.width - shownWidth) < 1 ? growing + 1 : 0;
    if (growing > MOST) return watch.disconnect();
    [height, shownWidth, toldAt] = [next, box.width, now];
    report();
    if (!isInARow) rest = CALM;
    if (inARow > MOST) {
      [toldAt, inARow, rest] = [now + rest, 0, 2 * rest];
    }
  };
  const watch = new ResizeObserver(() => {
    timer ||= setTimeout(measure, Math.max(0, toldAt + PAUSE - performance.now()));
  });
  watch.observe(widget);
  // Browsers may put off what nobody sees yet, and observers with it.
  measure();
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data === null || typeof data !== "object") return;
    if (data.masthead === 1 && data.kind === "theme") setTheme(data.theme);
    if (secret && data.message === "ready" && data.secret === secret && height > 0) report();
  });
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      // WordPress opens no others.
      if (link?.host !== location.host) return;
      event.preventDefault();
      tell({ message: "link", value: link.href, secret });
    });
  }
})();
