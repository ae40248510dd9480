export const refusals = {
  prefix: "Fel: ",
  summary: "{count, plural, one {En sak behöver rättas} other {# saker behöver rättas}}",
  notFound:
    "Det du söker finns inte. Det kan ha flyttats, eller så ligger det utanför det du får se. Fråga samordnaren om du saknar något.",
  movedOn: "Någon annan hann före. Ladda om sidan och se vad som har ändrats.",
  signedOut:
    "Du är inte inloggad längre. Det du skrev finns kvar här. Logga in i en ny flik och skicka sedan igen.",
  signInNewTab: "Logga in i en ny flik",
  noRight: "Din roll får inte göra det här. Byt roll i menyn uppe till höger, eller fråga samordnaren.",
  noMandate: "Det här kräver ett mandat som du inte har i dag. Fråga administratören vem som har det.",
  noSight:
    "Den här sidan hör inte till din roll. Byt roll i menyn uppe till höger, eller fråga administratören.",
  foreignOrigin: "Formuläret kom från en annan webbplats och togs inte emot. Öppna portalen och försök igen.",
  unknownField: "Formuläret innehöll ett fält som portalen inte känner till. Ladda om sidan och försök igen.",
  badField: "Det här går inte att läsa. Skriv om det och försök igen.",
  databaseAway: "Portalen når inte sin databas just nu. Det du skrev finns kvar. Försök igen om en stund.",
  ownCase:
    "Du är part i ärendet och kan därför inte göra det här. Någon annan med samma uppgift får ta över.",
  endorsedIt:
    "Du har tillstyrkt ärendet och kan därför inte besluta om det. Någon annan med mandat får ta över.",
  notEnoughAvailable:
    "Pengarna räcker inte. Det finns inte så mycket kvar att boka i den här delen av ramen.",
  notEnoughReserved: "Beloppet är större än det som är bokat för ärendet.",
  notEnoughCommitted: "Beloppet är större än det som är kvar av den beviljade delen.",
  numberTaken: "Det numret finns redan på en annan insats. Kontrollera numret i fondens svar.",
  claimedTwice: "Den delen har redan en rekvisition. En beviljad del kan bara rekvireras en gång.",
  reversedTwice: "Posten är redan rättad.",
  nameTaken: "Det namnet finns redan. Välj ett annat.",
  employeeNumberTaken: "Det anställningsnumret finns redan på en annan person.",
  endBeforeStart: "Slutdagen ligger före startdagen. Ändra en av dem.",
  badDay: "Skriv dagen som år-månad-dag, till exempel 2026-12-04.",
  badMoney: "Skriv beloppet i kronor, till exempel 48 500 eller 48 500,50.",
  moneyAboveZero: "Beloppet måste vara större än noll.",
  badNumber: "Skriv ett helt tal med siffror, till exempel 12.",
  required: "Fyll i det här.",
  tooLong: "Texten är för lång. Korta den och försök igen.",
  chooseOne: "Välj ett av alternativen.",
  changedMeanwhile:
    "Någon annan har sparat ändringar sedan du öppnade sidan. Båda texterna visas. Jämför dem och spara igen.",
};
