export const jobs = {
  title: "Nattjobb",
  sentence: {
    done: "Alla nattjobb är gjorda, senast {when}.",
    late: "{days, plural, one {Nattjobben ligger en dag efter.} other {Nattjobben ligger # dagar efter.}}",
    failing:
      "{count, plural, one {Ett nattjobb har misslyckats och görs om.} other {# nattjobb har misslyckats och görs om.}}",
    never: "Nattjobben har inte körts än.",
  },
  lead: "Nattjobben flyttar medel efter deras dagar, larmar och kontrollerar att pengarna stämmer.",
  toAlarms: "Se larmen",
  today: "i dag {time}",
  onDay: "{day} {time}",
  never: "aldrig",
  inStep: "i fas",
  behind: "{days, plural, one {en dag efter} other {# dagar efter}}",
  finding: "Så går det för varje jobb",
  table: {
    label: "Nattjobb",
    task: "Jobb",
    last: "Senast gjort",
    behind: "Läge",
  },
  tasks: {
    moveFunds: "Flytta medel efter deras dagar",
    raiseAlarms: "Larma",
    proveLedger: "Kontrollera pengar och historik",
    tidyUp: "Städa",
  },
  does: {
    moveFunds: "Öppnar och stänger medel och återför det som inte är säkrat.",
    raiseAlarms: "Ser efter vilka sista dagar som är nära och vad som har stannat.",
    proveLedger: "Jämför saldon, dagssummor och ärenden med boken. Ingenting rättas.",
    tidyUp: "Tar bort utgångna inloggningar och gamla kvitton på skickade formulär.",
  },
  late: {
    title: "Nattjobben står stilla",
    text: "Be den som driftar portalen att starta dem med npm run worker. Allt som har missats görs då, en gång och i ordning.",
  },
  failures: {
    label: "Jobb som har misslyckats",
    finding: "Misslyckades och görs om",
    text: "Portalen försöker igen av sig själv. Misslyckas det i flera dagar: visa felet och koden för den som driftar portalen.",
    tried: "Försök",
    attempts: "{count, plural, one {ett försök, {when}} other {# försök, senast {when}}}",
    error: "Fel och kod i loggen",
  },
};
