import type { Same } from "../same";
import type { words as sv } from "../sv/words";

export const words: Same<typeof sv> = {
  roles: {
    employee: "Employee",
    manager: "Manager",
    coordinator: "Coordinator",
    unionRep: "Union representative",
    hr: "HR and finance",
    admin: "Administrator",
  },
  mandates: {
    authorisedSender: "Authorised sender",
    decisionMaker: "Decision maker",
    jointGroupMember: "Member of the joint group",
    safetyRep: "Safety representative",
  },
  areas: {
    competence: "Competence",
    illHealth: "Ill-health",
    supportTalks: "Support talks and coaching",
  },
  providers: {
    nationalFund: "The national fund",
    ownRegime: "Own regime",
    external: "External provider",
  },
  costTypes: {
    courseFee: "Course fee",
    validation: "Validation",
    literature: "Course literature",
    travel: "Travel",
    lodging: "Lodging",
    supervision: "Supervision",
    coordination: "Coordination",
    internalResource: "Pay of own supervisor or trainer",
    otherCompetence: "Other competence-raising cost",
    consultant: "Consultant",
    substitute: "Substitute",
    participantSalary: "Participants' pay",
  },
  versions: {
    tloKl2017: "TLO-KL 2017 to April 2020",
    komKr2020: "KOM-KR May to December 2020",
    komKr2021: "KOM-KR 2021 to September 2022",
    komKr2022: "KOM-KR from October 2022",
    lom: "Local transition funds (LOM)",
  },
  schemes: {
    tlo: "TLO, preventive initiatives",
    lom: "Local transition funds",
  },
};
