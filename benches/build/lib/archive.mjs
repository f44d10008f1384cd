// A copy of an archive, one post of which can be changed.

import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

export class Archive {
  #post;
  #text;

  /** Copies the archive that the folder `posts` belongs to into `folder`. */
  constructor(posts, folder) {
    const place = dirname(resolve(posts));
    this.folder = folder;
    this.posts = join(folder, basename(place), basename(posts));
    cpSync(place, dirname(this.posts), { recursive: true });
    // Settings stand beside the posts or above.
    const settings = join(place, "..", "masthead.toml");
    if (existsSync(settings)) cpSync(settings, join(folder, "masthead.toml"));

    const names = readdirSync(this.posts).filter((name) => name.endsWith(".md")).sort();
    this.count = names.length;
    this.#post = join(this.posts, names[Math.floor(names.length / 2)]);
    this.#text = readFileSync(this.#post, "utf8");
  }

  /** Ends the post in the middle with a sentence, another one for each number. */
  change(number) {
    writeFileSync(this.#post, `${this.#text}\n\nThis was added as change ${number}.\n`);
  }

  /** Takes the change back. */
  restore() {
    writeFileSync(this.#post, this.#text);
  }
}
