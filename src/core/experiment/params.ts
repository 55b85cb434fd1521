/** A number that a reader sets with a slider and a number field. */
export interface NumberSpec {
  readonly kind: 'number';
  /** What the control changes, in words: "Latency". */
  readonly label: string;
  /** Shown beside the number: "ms", "pages". Empty for a plain number. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** What 0 stands for, where it is no number to take literally: "automatic". */
  readonly zero?: string;
  /** Sliders over several orders of magnitude move in equal ratios. */
  readonly scale?: 'linear' | 'log';
  /** One sentence, where the label does not say enough. */
  readonly hint?: string;
}

/** Free text, such as the reader's own addresses, one a line. */
export interface TextSpec {
  readonly kind: 'text';
  readonly label: string;
  readonly initial: string;
  readonly maxLength: number;
  readonly hint?: string;
}

export type ParamSpec = NumberSpec | TextSpec;
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** The values that a set of specs describes: a number for each `number`, a string for each `text`. */
export type ParamsOf<S extends ParamSpecs> = {
  readonly [K in keyof S]: S[K] extends { kind: 'number' } ? number : string;
};

/** Values whose specs are not known at compile time. */
export type ParamValues = Readonly<Record<string, number | string>>;
