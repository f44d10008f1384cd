// <masthead-embed>: shows a part of a newsletter archive on any page. docs/embedding.md lists its attributes.
//
// The archive is the one that this module comes from. Each element makes a frame of one of its pages and gives
// it the height that the page tells. What stands in the element is shown until then, and for good where frames
// are blocked. Nothing is kept, and no name is added to the page but the element's.
//
// Sites load this file by the hash of its content: it stays as it is. See crates/press/js/frame.js for what
// is told between the two.

const archive = new URL("../", import.meta.url);
const QUERY = ["sections", "item", "count", "theme", "accent", "font", "width"];
const PATHS = ["search", "headlines", "saved", "section", "issue"];
const OTHERS = ["height", "sandbox", "title"];
const LEAST = 40;
const MOST = 20000;
const KEPT_FREE = 240;

// Every element that is on the page; while there are any, one listener hears for all.
const shown = new Set();
const hear = ({ source, origin, data }) => {
  if (data?.masthead !== 1 || data.kind !== "height" || !Number.isFinite(data.height)) return;
  for (const element of shown) if (element.hears(source, origin)) element.grow(data.height);
};

// What an address holds of an attribute: letters, digits and a few signs.
const plain = (text) => text.replace(/^\/+/, "").split("/").filter((part) => part !== "..").map(encodeURIComponent).join("/");

class MastheadEmbed extends HTMLElement {
  static observedAttributes = [...PATHS, ...QUERY, ...OTHERS];
  #frame = null;
  #slot = null;
  #isLate = false;

  connectedCallback() {
    if (shown.size === 0) addEventListener("message", hear);
    shown.add(this);
    this.#make();
  }

  disconnectedCallback() {
    shown.delete(this);
    if (shown.size === 0) removeEventListener("message", hear);
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#frame || before === after || this.#isLate) return;
    if (name === "theme") {
      this.#frame.contentWindow?.postMessage({ masthead: 1, kind: "theme", theme: after ?? "auto" }, "*");
      return;
    }
    // Several attributes are often changed together.
    this.#isLate = true;
    queueMicrotask(() => {
      this.#isLate = false;
      if (this.#frame) this.#make();
    });
  }

  /** The address of the page that the attributes ask for. */
  get src() {
    const kind = PATHS.find((name) => this.hasAttribute(name)) ?? "issue";
    const value = plain(this.getAttribute(kind) ?? "");
    const path = { search: "search", headlines: "headlines", saved: `saved/${value}`, section: `sections/${value}` }[kind];
    const url = new URL(`embed/${path ?? (value || "latest")}`, archive);
    for (const name of QUERY) if (this.getAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
    return url.href;
  }

  /** Whether a message is from the page in this element's frame. */
  hears(source, origin) {
    const own = this.hasAttribute("sandbox") ? [archive.origin, "null"] : [archive.origin];
    return this.#frame !== null && source === this.#frame.contentWindow && own.includes(origin);
  }

  /** Gives the frame the height of its page, and shows it instead of what stood here. */
  grow(height) {
    const { style } = this.#frame;
    style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(height)))}px`;
    style.position = "static";
    style.opacity = "1";
    this.#frame.inert = false;
    this.#slot.hidden = true;
    this.style.minHeight = "0";
  }

  #make() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = document.createElement("iframe");
    const height = Math.min(MOST, Math.max(LEAST, Number(this.getAttribute("height")) || KEPT_FREE));
    this.style.display = "block";
    this.style.position = "relative";
    this.style.minHeight = `${height}px`;
    Object.assign(frame.style, { border: "0", width: "100%", height: `${height}px`, display: "block", position: "absolute", top: "0", opacity: "0", colorScheme: "normal" });
    // Not seen and not reached until its height is known. Were it hidden, browsers would not lay it out.
    frame.inert = true;
    frame.title = this.getAttribute("title") || "Newsletter archive";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    if (this.hasAttribute("sandbox")) frame.setAttribute("sandbox", this.getAttribute("sandbox"));
    frame.src = this.src;
    this.#slot = document.createElement("slot");
    this.#frame = frame;
    root.replaceChildren(this.#slot, frame);
  }
}

if (!customElements.get("masthead-embed")) customElements.define("masthead-embed", MastheadEmbed);
