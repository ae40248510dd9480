import type { Required, Segment, SiePlace } from "@/domain/account-coding";
import type { T } from "@/messages/translator";

const fixed = ({ min, max }: Pick<Segment, "min" | "max">) => (min === max ? "yes" : "no");

/** "3 till 6 siffror" beside a field; what is no segment today is to be taken away. */
export function codeHint(segment: Segment | null, t: T): string {
  return segment ? formWords(segment, t) : t("codings.unknown");
}

/** How a segment's codes are written. */
export function formWords({ min, max, signs }: Pick<Segment, "min" | "max" | "signs">, t: T): string {
  return t(`codings.form.${signs}`, { min, max, fixed: fixed({ min, max }) });
}

/** When a segment must be filled in. */
export function requiredWords(required: Required, t: T): string {
  switch (required.when) {
    case "always":
    case "never":
      return t(`codings.required.${required.when}`);
    case "costType":
      return required.costTypes.map((type) => t(`words.costTypes.${type}`)).join(", ");
    case "provider":
      return required.kinds.map((kind) => t(`words.providers.${kind}`)).join(", ");
  }
}

/** Where a segment's codes go in an accounting file. */
export function placeWords(place: SiePlace, t: T): string {
  if (place === null) return t("codings.place.none");
  return place === "account" ? t("codings.place.account") : t("codings.place.dimension", { number: place });
}
