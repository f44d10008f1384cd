// Runs before the first paint: sets the chosen theme, so that nothing flashes. "System" is stored as the
// absence of a choice.
(() => {
  try {
    const theme = localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }
})();
