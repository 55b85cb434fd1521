/** A run is drawn no more often than this while it goes on, and takes no more of the time than that: it is being measured meanwhile. */
const shortestMs = 33;
const longestShare = 0.06;

/** Decides when to draw: soon after anything was asked for, and again and again at a bounded pace while something is live. */
export class Pace {
  readonly #draw: () => void;
  readonly #isLive: () => boolean;
  #request = 0;
  #asked = false;
  #nextLiveAt = 0;
  #inSight = true;

  constructor(draw: () => void, isLive: () => boolean) {
    this.#draw = draw;
    this.#isLive = isLive;
  }

  /** Draws at the next frame of the screen. */
  ask(): void {
    this.#asked = true;
    this.#schedule();
  }

  /** Goes on as long as it is live; nothing is drawn ahead of its time. */
  wake(): void {
    if (this.#isLive()) this.#schedule();
    else this.ask();
  }

  /** What was asked for has been drawn already. */
  drawn(): void {
    this.#asked = false;
  }

  /** Whether anybody could see what is drawn. */
  set inSight(inSight: boolean) {
    this.#inSight = inSight;
    if (inSight) this.ask();
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
  }

  #schedule(): void {
    // What is done is drawn also out of sight: its height must be right before a reader comes to it.
    if (this.#request === 0 && (this.#inSight || !this.#isLive()))
      this.#request = requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    this.#request = 0;
    const startedAt = performance.now();
    if (this.#asked || (this.#isLive() && startedAt >= this.#nextLiveAt)) {
      this.#asked = false;
      this.#draw();
      const tookMs = performance.now() - startedAt;
      this.#nextLiveAt = startedAt + Math.max(shortestMs, tookMs / longestShare);
    }
    if (this.#isLive() || this.#asked) this.#schedule();
  }
}
