// Words as the labels are compared with them: folded, without marks, numbers with dots kept whole.

/** The words of a text, in order. `v1.30` and `1.30` are the same word, `1.30` and `1.30.1` are not. */
export function words(text) {
  const folded = text
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}_])v(?=\d)/gu, "");
  return folded.match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether the words of `phrase` stand in `text` one after the other, exactly. */
export function contains(text, phrase) {
  return holds(words(text), words(phrase), (a, b) => a === b);
}

/** The same, where a word may be inflected: "sidecar containers" is found in "sidecar container". */
export function containsInflected(text, phrase) {
  return holds(words(text), words(phrase), (a, b) => a === b || stem(a) === stem(b));
}

function holds(text, phrase, agree) {
  return text.some((_, at) => phrase.every((word, n) => at + n < text.length && agree(text[at + n], word)));
}

/** A rough stem, good enough to accept what a stemmer may equate. Words with digits have none. */
function stem(word) {
  if (/\d/.test(word) || word.length < 4) return word;
  return word.replace(/(?:ations?|ions?|ings?|ers?|ed|es|ies|ly|y|e|s)$/, "");
}

/** Edits between two words, a swap of neighbours counted as one; `limit + 1` when there are more. */
export function edits(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const rows = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, rows[i - 2][j - 2] + 1);
      }
      rows[i].push(best);
    }
  }
  return Math.min(rows[a.length][b.length], limit + 1);
}
