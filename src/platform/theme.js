// Runs before the first paint: sets the chosen theme, so that nothing flashes. "System" is stored as the
// absence of a choice. The page for what is not there answers in the frames of other sites too, which are
// sent on to a smaller one.
(() => {
  const { pathname, search, hash } = location;
  const embedded = `${document.documentElement.dataset.base}embed/`;
  const missing = `${embedded}missing`;
  if (pathname.startsWith(embedded) && pathname !== missing) location.replace(missing + search + hash);
  try {
    const theme = localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }
})();
