// Search in a Masthead archive from any page of the same site; docs/search-module.md shows how. The
// module at the root of the site calls this one with the index of the archive.

/**
 * Starts to search: fetches the engine and the root of the index in the folder `index`.
 *
 * @param {URL} index
 * @returns {Search}
 */
export function openSearch(index) {
  return new Search(index);
}

/** Why there is no answer. `kind` is "offline", "missing", "version" or "broken", as in worker.js, or "failed" if no worker could be started. */
export class SearchError extends Error {
  constructor({ kind, message }) {
    super(message);
    this.name = "SearchError";
    this.kind = kind;
  }
}

class Search {
  #worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  #id = 0;
  /** The request that is waited for, or whose completion may still come: { id, resolve, reject, onComplete }. */
  #current = null;
  #failure = null;

  constructor(index) {
    this.#worker.postMessage({ index: index.href });
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      this.#failure = new SearchError({ kind: "failed", message: "The search could not be started." });
      this.#current?.reject(this.#failure);
      this.#current = null;
    };
  }

  /**
   * Looks for `text`. The answer is as described in worker.js, and `isFinal` in it says whether it is
   * complete. Gives null if another query or `close` came before the answer; throws a SearchError if
   * there is none.
   *
   * @param {string} text
   * @param {object} [options]
   * @param {string[]} [options.sections] ids of section families; none for any
   * @param {?string} [options.from] the first day of hits, "YYYY-MM-DD"
   * @param {?string} [options.to] the last day of hits
   * @param {"relevance" | "newest"} [options.sort]
   * @param {number} [options.offset] how many hits to leave out at the beginning
   * @param {number} [options.limit] how many hits to give at most
   * @param {(answer: object) => void} [options.onComplete] gets the complete answer if the first one
   *   was not, unless another query comes before
   * @returns {Promise<?object>}
   */
  query(text, options = {}) {
    const { sections = [], from = null, to = null } = options;
    const { sort = "relevance", offset = 0, limit = 10, onComplete } = options;
    this.#current?.resolve(null);
    if (this.#failure) {
      return Promise.reject(this.#failure);
    }
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#current = { id, resolve, reject, onComplete, isAnswered: false };
      this.#worker.postMessage({ id, query: text, sections, from, to, sort, offset, limit });
    });
  }

  /** Ends the search and frees its memory. */
  close() {
    this.#worker.terminate();
    this.#failure = new SearchError({ kind: "failed", message: "The search was closed." });
    this.#current?.resolve(null);
    this.#current = null;
  }

  #receive({ id, answer, isFinal, error }) {
    const current = this.#current;
    if (id === undefined || id !== current?.id) {
      return;
    }
    if (error) {
      current.reject(new SearchError(error));
    } else if (current.isAnswered) {
      current.onComplete?.({ ...answer, isFinal });
    } else {
      current.isAnswered = true;
      current.resolve({ ...answer, isFinal });
    }
  }
}
