import type { Same } from "../same";
import type { administration as sv } from "../sv/administration";

export const administration: Same<typeof sv> = {
  units: {
    rules: {
      topStays: "The topmost unit is the employer itself. It cannot be moved or ended.",
      circle: "A unit cannot lie under itself. Choose another parent unit.",
      parentEnded: "The parent unit has ended. Choose a unit that remains.",
      openChildren:
        "{count, plural, one {One unit lies} other {# units lie}} under this one. Move or end them first.",
      successorCircle:
        "The unit cannot be merged into itself, or into a unit that is merged into it. Choose another.",
      successorEnded: "That unit does not exist the day after. Choose one that remains.",
      noSuccessor: "The unit is not merged into another. Move the people one by one.",
    },
  },
};
