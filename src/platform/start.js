// Runs before the first paint: sets the chosen theme, so that nothing flashes, and notices when the
// program does not start or breaks down. "System" is stored as the absence of a choice.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }
  const notice = (error) => {
    const isPanic = globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
    if (isPanic || root.dataset.app === "starting") root.dataset.app = "failed";
  };
  addEventListener("error", (event) => notice(event.error));
  addEventListener("unhandledrejection", (event) => notice(event.reason));
})();
