// Runs in each page before anything else, and keeps what the browser tells about it. Times are in
// milliseconds since 1970, so that those of two pages, and those of the server, can be compared.

/* global tell */

const { timeOrigin } = performance;

const seen = { start: timeOrigin, first: 0, largest: 0, afterClick: 0, tasks: [], shift: 0 };

const watch = (type, take) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true });
};
watch("paint", ({ name, startTime }) => {
  if (name === "first-contentful-paint") seen.first = timeOrigin + startTime;
});
watch("largest-contentful-paint", ({ startTime }) => (seen.largest = timeOrigin + startTime));
// What a click has brought on the screen within the page: it lasts from the click to the paint.
watch("interaction-contentful-paint", ({ startTime, duration }) => {
  seen.afterClick = timeOrigin + startTime + duration;
});
watch("longtask", ({ startTime, duration }) => seen.tasks.push([timeOrigin + startTime, duration]));
watch("layout-shift", ({ value, hadRecentInput }) => {
  if (!hadRecentInput) seen.shift += value;
});

globalThis.whatWasSeen = () => seen;

addEventListener("click", ({ timeStamp }) => tell(String(timeOrigin + timeStamp)), { capture: true });
