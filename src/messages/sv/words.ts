/** The field's own vocabulary: what a code word is called on screen. */
export const words = {
  roles: {
    employee: "Medarbetare",
    manager: "Chef",
    coordinator: "Samordnare",
    unionRep: "Facklig företrädare",
    hr: "HR och ekonomi",
    admin: "Administratör",
  },
  mandates: {
    authorisedSender: "Behörig avsändare",
    decisionMaker: "Beslutsfattare",
    jointGroupMember: "Ledamot i partsgemensam grupp",
    safetyRep: "Skyddsombud",
  },
  areas: {
    competence: "Kompetens",
    illHealth: "Ohälsa",
    supportTalks: "Stödsamtal och coachning",
  },
  providers: {
    nationalFund: "Omställningsfonden",
    ownRegime: "Egen regi",
    external: "Extern utförare",
  },
  costTypes: {
    courseFee: "Kursavgift",
    validation: "Validering",
    literature: "Kurslitteratur",
    travel: "Resor",
    lodging: "Logi",
    supervision: "Handledning",
    coordination: "Samordning",
    internalResource: "Lön för egen handledare eller lärare",
    otherCompetence: "Annan kompetenshöjande kostnad",
    consultant: "Konsult",
    substitute: "Vikarie",
    participantSalary: "Deltagares lön",
  },
  versions: {
    tloKl2017: "TLO-KL 2017 till april 2020",
    komKr2020: "KOM-KR maj till december 2020",
    komKr2021: "KOM-KR 2021 till september 2022",
    komKr2022: "KOM-KR från oktober 2022",
    lom: "Lokala omställningsmedel (LOM)",
  },
  schemes: {
    tlo: "TLO, förebyggande insatser",
    lom: "Lokala omställningsmedel",
  },
};
