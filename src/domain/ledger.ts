import type { Ore } from "./money";

export type Account = "outside" | "available" | "reserved" | "committed" | "drawn";
export type Movement =
  | "provide"
  | "adjust"
  | "transfer"
  | "rollOver"
  | "reserve"
  | "unreserve"
  | "commit"
  | "recommit"
  | "release"
  | "draw"
  | "revert";

/** Where money may go. One law besides: no account below zero, for the pot, for the case and for the part. */
export const MOVES: Record<Movement, readonly (readonly [Account, Account])[]> = {
  provide: [["outside", "available"]],
  adjust: [
    ["outside", "available"],
    ["available", "outside"],
  ],
  transfer: [["available", "available"]],
  rollOver: [["available", "available"]],
  reserve: [["available", "reserved"]],
  unreserve: [["reserved", "available"]],
  commit: [["reserved", "committed"]],
  recommit: [["committed", "committed"]],
  release: [["committed", "available"]],
  draw: [["committed", "drawn"]],
  revert: [["available", "outside"]],
};

export type PotAddress = { fundId: string; potId: string };
export type PartAddress = PotAddress & { caseId: string; partId: string };

/** A movement as a command says it; öre, above zero. */
export type Booking =
  | ({ movement: "provide" | "revert"; amount: Ore } & PotAddress)
  | ({ movement: "adjust"; amount: Ore; direction: "in" | "out" } & PotAddress)
  | { movement: "transfer" | "rollOver"; amount: Ore; from: PotAddress; to: PotAddress }
  | ({ movement: "reserve" | "unreserve"; amount: Ore; caseId: string } & PotAddress)
  | ({ movement: "commit" | "release" | "draw"; amount: Ore } & PartAddress)
  | ({ movement: "recommit"; amount: Ore; caseId: string; partId: string; toPartId: string } & PotAddress);

export type End = {
  account: Account;
  fundId: string | null;
  potId: string | null;
  caseId: string | null;
  partId: string | null;
};

const OUTSIDE: End = { account: "outside", fundId: null, potId: null, caseId: null, partId: null };
const available = ({ fundId, potId }: PotAddress): End => ({
  account: "available",
  fundId,
  potId,
  caseId: null,
  partId: null,
});
const reserved = ({ fundId, potId, caseId }: PotAddress & { caseId: string }): End => ({
  account: "reserved",
  fundId,
  potId,
  caseId,
  partId: null,
});
const ofPart = (account: "committed" | "drawn", { fundId, potId, caseId, partId }: PartAddress): End => ({
  account,
  fundId,
  potId,
  caseId,
  partId,
});

/** The two ends of a booking. */
export function endsOf(it: Booking): { from: End; to: End } {
  switch (it.movement) {
    case "provide":
      return { from: OUTSIDE, to: available(it) };
    case "revert":
      return { from: available(it), to: OUTSIDE };
    case "adjust":
      return it.direction === "in"
        ? { from: OUTSIDE, to: available(it) }
        : { from: available(it), to: OUTSIDE };
    case "transfer":
    case "rollOver":
      return { from: available(it.from), to: available(it.to) };
    case "reserve":
      return { from: available(it), to: reserved(it) };
    case "unreserve":
      return { from: reserved(it), to: available(it) };
    case "commit":
      return { from: reserved(it), to: ofPart("committed", it) };
    case "release":
      return { from: ofPart("committed", it), to: available(it) };
    case "draw":
      return { from: ofPart("committed", it), to: ofPart("drawn", it) };
    case "recommit":
      return { from: ofPart("committed", it), to: ofPart("committed", { ...it, partId: it.toPartId }) };
  }
}
