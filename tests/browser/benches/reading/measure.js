// Takes the time of steps in a page. Put once into each document; times are milliseconds.
// The app is watched from outside: when its page stands, it scrolls to where the reader shall begin,
// and then gives the heading the focus.

const now = () => performance.now();

// Resolves in the first task after this one, when all microtasks of this one are done.
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(now());
    };
    port2.postMessage(null);
  });

const nextFrame = () => new Promise(requestAnimationFrame);

// When this task has ended: whatever the browser does next, another task or a frame.
const endOfTask = () => Promise.race([nextTask(), nextFrame().then(now)]);

// When the next frame begins to be made, and when it is done.
async function inNextFrame() {
  await nextFrame();
  const begin = now();
  return { begin, end: await nextTask() };
}

// Calls back before and after the next call of a function of the page.
function once(owner, name, onCall, onReturn) {
  const original = owner[name];
  owner[name] = function (...values) {
    owner[name] = original;
    onCall();
    original.apply(this, values);
    onReturn();
  };
}

// What the app has asked for and not yet dealt with, when the last of it came, and how long the app
// took to deal with each.
let open = 0;
let arrived = 0;
const parsed = [];
const [fetchIt, bytesOf] = [window.fetch, Response.prototype.arrayBuffer];
window.fetch = (...request) => {
  open += 1;
  return fetchIt.apply(window, request);
};
Response.prototype.arrayBuffer = async function () {
  const bytes = await bytesOf.call(this);
  const start = (arrived = now());
  nextTask().then((end) => {
    parsed.push(end - start);
    open -= 1;
  });
  return bytes;
};

const longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });

// Waits until nothing is on its way and nothing is left to paint.
async function quiet() {
  do await nextFrame();
  while (open > 0);
  await nextFrame();
  await nextTask();
}

// Clicks on a link of the app and tells what became of it.
async function follow(link) {
  link.scrollIntoView({ block: "center" });
  await quiet();
  longTasks.length = arrived = 0;
  const times = await new Promise((resolve) => {
    let start, made, settled, begin;
    once(window, "scrollTo", () => (made = now()), () => {});
    once(HTMLElement.prototype, "focus", () => {}, () => {
      settled = now();
      begin = Math.max(start, arrived);
      resolve(
        Promise.all([endOfTask(), inNextFrame()]).then(([taskEnd, frame]) => ({
          made: made - start,
          settled: settled - start,
          task: taskEnd - begin,
          frame: frame.end - frame.begin,
          work: taskEnd - begin + frame.end - frame.begin,
          painted: frame.end - start,
        })),
      );
    });
    // In a task of its own, as a person's click is.
    setTimeout(() => {
      start = now();
      link.click();
    });
  });
  await quiet();
  return { ...times, long: longTasks.map(({ duration }) => duration) };
}

// Puts markup in place of the page's own, as the quickest thing that a script can do to show it.
async function replace(html) {
  const main = document.querySelector("main");
  scrollTo(0, document.body.scrollHeight);
  await quiet();
  await new Promise(setTimeout);
  const start = now();
  main.innerHTML = html;
  const made = now() - start;
  scrollTo(0, 0);
  main.querySelector("h1").focus({ preventScroll: true });
  const settled = now() - start;
  const { begin, end } = await inNextFrame();
  return { made, work: settled + end - begin };
}

window.measure = { follow, replace, quiet, parsed };
