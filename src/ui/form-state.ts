/** What a server action answers a form with. A plain object, so that it survives the way back without JavaScript. */
export type FormState = {
  /** Heading of the error summary, for example "En sak behöver rättas". */
  summary?: string;
  /** A refusal that belongs to no field. */
  problem?: string;
  /** Beside the problem: where to put it right, in a new tab, so that what was typed stays in this one. */
  link?: { href: string; text: string };
  /** Sentence per field name. */
  errors?: Record<string, string>;
  /** What was typed, given back because React empties the fields after an action. */
  typed?: Record<string, string | string[]>;
  /** Somebody else saved meanwhile: their text per field name, and the revision it stands on. */
  theirs?: { texts: Record<string, string>; revision: number };
  /** A sentence that says it went well. */
  done?: string;
  /** Another number for every answer. */
  turn?: number;
  /** "Fel: ", before the page title and, unseen, before each error. */
  prefix?: string;
};

/** A server action as a form calls it. Bound arguments come first and are gone by then. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
