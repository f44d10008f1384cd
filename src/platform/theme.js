// Runs before the first paint: sets the chosen theme, so that nothing flashes. "System" is stored as the
// absence of a choice.
(() => {
  try {
    const { dataset } = document.documentElement;
    // The archive's own; else the one that all archives of this site had in common before.
    const theme = localStorage.getItem(`masthead:${dataset.base}:theme`) ?? localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }
})();
