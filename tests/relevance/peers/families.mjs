// The section families that `masthead.toml` gives headings.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

const settings = new URL("../../../masthead.toml", import.meta.url);
const families = parse(readFileSync(settings, "utf8")).families;

/**
 * The ids of the families of a heading, by the rules of `masthead.toml`: as a whole, then in its
 * parts. A family's own id or name stands for itself.
 */
export function familiesOf(heading) {
  const whole = familyOf(heading);
  if (whole) return [whole];
  const parts = heading.split(/\band\b|[&/,]/i).map(familyOf).filter(Boolean);
  return parts.length ? [...new Set(parts)] : ["other"];
}

function familyOf(heading) {
  const spoken = plain(heading);
  const fits = (pattern) =>
    new RegExp(`^${pattern.split("*").map(plain).join(".*").replace(/ ?\.\* ?/g, ".*")}$`).test(spoken);
  const itself = families.find(({ id }) => id === spoken.replace(/ /g, "-"));
  return (itself ?? families.find(({ headings }) => headings.some(fits)))?.id;
}

function plain(text) {
  return text
    .toLowerCase()
    .replace(/\b\d+(\.\d+)*\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
