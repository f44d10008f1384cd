// Runs before the first paint: sets the chosen theme, so that nothing flashes, and starts the program
// when its place in the page is reached. "System" is stored as the absence of a choice.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("masthead:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme it is.
  }

  // The offer to install the app may come before the program, which makes a button of it.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    globalThis.installOffer = event;
  });

  const fail = () => { root.dataset.app = "failed"; };
  const parsed = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  // Imported here and not by a module script, whose failures not every browser tells the page.
  globalThis.startProgram = ({ glue, wasm }) =>
    Promise.all([import(glue), parsed])
      .then(([program]) => program.default({ module_or_path: wasm }))
      .catch(fail);

  // A program that has panicked can say nothing more.
  const notice = (error) => {
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) fail();
  };
  addEventListener("error", (event) => notice(event.error));
  addEventListener("unhandledrejection", (event) => notice(event.reason));
})();
