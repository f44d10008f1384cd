// Finds things on a page as people and assistive technology know them: by role and name.
// Put before every script that the tests run in a page.

const IMPLICIT_ROLES = {
  "a[href]": "link",
  "article": "article",
  "button": "button",
  "dialog": "dialog",
  "footer": "contentinfo",
  "h1, h2, h3, h4, h5, h6": "heading",
  "header": "banner",
  "input[type=checkbox]": "checkbox",
  "input[type=search]": "searchbox",
  "li": "listitem",
  "main": "main",
  "nav": "navigation",
  "ol, ul": "list",
  "section[aria-label], section[aria-labelledby]": "region",
};

function roleOf(element) {
  const implicit = () => Object.entries(IMPLICIT_ROLES).find(([selector]) => element.matches(selector));
  return element.getAttribute("role") ?? implicit()?.[1];
}

// What an element says, white space folded, without decoration and without the marks that link to it.
function wordsOf(element) {
  const parts = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const isAside = node !== element && node.matches("[aria-hidden=true], [hidden], a[aria-label^='Copy link'], a.embed[aria-label]");
    return isAside ? "" : [...node.childNodes].map(parts).join("");
  };
  return parts(element).replace(/\s+/g, " ").trim();
}

function nameOf(element) {
  const label = document.getElementById(element.getAttribute("aria-labelledby")) ?? element.labels?.[0];
  return element.getAttribute("aria-label") ?? wordsOf(label ?? element);
}

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

function everyOne({ role, name, inside }) {
  const scope = inside ? everyOne(inside)[0] : document;
  if (!scope) return [];
  const isMeant = (said) =>
    name === null || (name.endsWith("…") ? said.startsWith(name.slice(0, -1)) : said === name);
  const elements = [...scope.querySelectorAll("*")].filter(isShown);
  if (role === "text") {
    const fitting = elements.filter((element) => isMeant(wordsOf(element)));
    return fitting.filter((element) => !fitting.some((other) => other !== element && element.contains(other)));
  }
  return elements.filter((element) => roleOf(element) === role && isMeant(nameOf(element)));
}

// The one element that fits; null while there is none, or more than one where one was meant.
function theOne(finder) {
  const found = everyOne(finder);
  return found.length === 1 || (finder.isFirst && found.length > 0) ? found[0] : null;
}
