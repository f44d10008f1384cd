// Runs before the first paint, so that nothing flashes or moves after it: says that there are scripts, and
// sets the theme and the fonts. "System" is stored as the absence of a choice. The page for what is not
// there answers in the frames of other sites too, which are sent on to a smaller one.
(() => {
  const root = document.documentElement;
  const { pathname, search, hash } = location;
  const embedded = `${root.dataset.base}embed/`;
  const missing = `${embedded}missing`;
  if (pathname.startsWith(embedded) && pathname !== missing) location.replace(missing + search + hash);
  root.dataset.app = "starting";
  // A page that has broken off has nothing that could start the program.
  addEventListener("DOMContentLoaded", () => {
    if (!globalThis.startProgram) root.dataset.app = "failed";
  });
  try {
    const kept = (name) => localStorage.getItem(`masthead:${root.dataset.base}:${name}`);
    // The archive's own; else the one that all archives of this site had in common before.
    const theme = kept("theme") ?? localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (kept("fonts")) {
      root.dataset.fonts = "here";
      // Asked for before the styles name them, they are there for the first layout.
      for (const name of ["source-serif-4", "source-sans-3", "source-code-pro"]) {
        const href = `${root.dataset.base}fonts/${name}.woff2`;
        const link = document.createElement("link");
        document.head.append(Object.assign(link, { rel: "preload", as: "font", crossOrigin: "", href }));
      }
    }
  } catch {
    // Storage is closed to this page: the system's theme it is, and its fonts.
  }
})();
