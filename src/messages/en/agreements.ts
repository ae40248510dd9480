import type { Same } from "../same";
import type { agreements as sv } from "../sv/agreements";

export const agreements: Same<typeof sv> = {
  whyNot: {
    none: "There is no local agreement on transition funds. Without one, nothing can be applied for. The employer and the unions need to sign one. Ask HR how far they have come.",
    preparing:
      "The local agreement is being prepared. You can apply once it is in force. Ask HR when that will be.",
    negotiating:
      "The local agreement is being negotiated. You can apply once it is in force. Ask HR when that will be.",
    notYet: "The local agreement is signed but in force only from {day}. Wait until then, or ask HR.",
    expired:
      "The local agreement expired on {day}. Nothing can be applied for until a new one is in force. Ask HR how far they have come.",
  },
  rules: {
    expired: "The agreement has expired and cannot be changed. Add a new agreement instead.",
    noSuchStep:
      "An agreement moves forward: preparing, negotiating, in force. Choose a later step, or add a new agreement.",
    needsFirstDay: "Write the first day on which the agreement is in force.",
    overlaps: "Another local agreement is in force for part of that time. End it first, or change the days.",
    onlyLom: "Only state employers with LOM have local agreements on transition funds.",
  },
};
