import { forecast } from "./forecast";

export const money = {
  distribution: {
    nobody: "Det finns ingen att fördela till. Välj minst en enhet.",
    namedTwice: "Samma enhet finns med två gånger. Ta bort den ena.",
    negativeTotal: "Beloppet att fördela är mindre än noll. Ändra det.",
    negativeFloor: "Golvet är mindre än noll. Skriv noll eller mer.",
    negativeWeight: "En enhet har ett antal eller en lönesumma under noll. Rätta den.",
    floorTooHigh:
      "Golven blir {floors, number} kr tillsammans och det finns {total, number} kr att fördela. Sänk golvet eller välj färre enheter.",
    noWeight:
      "Ingen enhet har någon anställd eller lönesumma att fördela efter. Fyll i underlaget, eller fördela för hand.",
    missingWeight:
      "{names} saknar {by, select, heads {antal anställda} other {lönesumma}}. Be administratören fylla i det på {count, plural, one {enheten} other {enheterna}}, eller fördela för hand.",
    negativePart: "En del är mindre än noll. Rätta den.",
    notWhole:
      "Delarna blir {sum, number} kr tillsammans, men {total, number} kr ska fördelas. {over, select, true {Minska dem med {difference, number} kr.} other {{difference, number} kr är kvar att fördela.}}",
  },
  provision: {
    noRates: "Det finns ingen procentsats. Lägg till minst en.",
    notAShare: "Satsen som börjar {from} ska ligga mellan 0 och 100 procent, med högst fyra decimaler.",
    endBeforeStart: "Satsen som börjar {from} slutar {until}, alltså innan den börjar. Ändra en av dagarna.",
    overlap:
      "Satsen som börjar {first} gäller fortfarande när satsen från {second} börjar. Ändra en av dagarna.",
    gap: "Ingen sats gäller från {from} till {until}. Förläng den ena satsen eller lägg till en.",
    noRateOn: "Ingen sats gäller {day}. Lägg till en sats för den dagen och försök igen.",
    negativePayroll: "Lönesumman är mindre än noll. Ändra den.",
    wrongScheme: "De här medlen räknas inte fram så. Välj ett annat sätt.",
    dayOutside: "Dagen ligger utanför medlens period, {from} till {until}. Välj en dag i perioden.",
    negativeSum: "Summan att dela på är mindre än noll. Ändra den.",
    noNationalPayroll:
      "Utan en lönesumma för alla arbetsgivare går det inte att dela. Skriv den som står i beskedet.",
    aboveNational: "Er lönesumma är större än alla arbetsgivares tillsammans. Kontrollera båda beloppen.",
    openedBefore: "Ingående balans finns redan i de här medlen. Rätta den posten i boken om den är fel.",
    nothing: "Det blir noll kronor att avsätta. Kontrollera beloppen.",
  },
  forecast,
  coding: {
    missing: "{segment} saknas. Fyll i koden, eller fråga ekonomi vilken den är.",
    form: {
      digits:
        "{segment} ska ha {fixed, select, true {{min}} other {{min} till {max}}} siffror. Du skrev {code}.",
      letters:
        "{segment} ska ha {fixed, select, true {{min}} other {{min} till {max}}} bokstäver. Du skrev {code}.",
      both: "{segment} ska ha {fixed, select, true {{min}} other {{min} till {max}}} siffror eller bokstäver. Du skrev {code}.",
    },
    notAllowed: "{segment} {code} finns inte i er lista. Kontrollera koden, eller fråga ekonomi.",
    noSuchSegment: "Koddelen {segment} används inte {day}. Ta bort koden, eller fråga ekonomi.",
    noName: "Koddelen saknar namn. Skriv ett.",
    badKey:
      "{segment} har ett kortnamn som inte går att använda. Börja med en liten bokstav och använd bara små bokstäver, siffror och bindestreck.",
    badLength:
      "{segment} har en längd som inte går. Kortast ska vara minst 1, längst högst 40 och inte under kortast.",
    badAllowed:
      "Koden {code} i listan för {segment} följer inte koddelens egen längd och form. Rätta koden eller formen.",
    twiceAtOnce: "{segment} finns två gånger för samma dagar. Avsluta den ena innan den andra börjar.",
    samePlace: "{segment} har samma plats i SIE-filen som en annan koddel. Välj en annan dimension.",
    takenDimension:
      "{segment} kan inte ha SIE-dimension {dimension}, för den betyder något annat. Välj 1, 2, 6 eller ett tal från 20.",
  },
  reconciliation: {
    cause: {
      amount: "Beloppet skiljer",
      dayOutsideMonth: "Dagen ligger utanför månaden",
      unknownNumber: "Numret finns inte på någon öppen post",
      twice: "Bokförd två gånger",
    },
    noItem: "Ingen öppen post i portalen",
    noActual: "Finns inte i ekonomisystemet",
    byNumber: "Hittad på numret",
    byAmount: "Hittad på belopp och dag, utan nummer",
    already: "Månaden stämdes av {day}. Ingenting är ändrat.",
    notOver: "Månaden slutar {day}. Stäm av den när den är slut, så att inga fler rader kommer till.",
    nothingNew:
      "{count, plural, one {Filens enda rad är redan inläst} other {Alla # rader är redan inlästa}}. Ingenting är ändrat.",
    noLines: "Ingen rad i filen har någon av koderna. Ändra urvalet eller välj en annan fil.",
    twiceInFile:
      "Verifikationen {voucher} har rad {line} två gånger i filen. Välj en kolumn för radnummer, eller exportera filen på nytt.",
    clash:
      "Verifikationen {voucher}, rad {line}, är redan inläst med ett annat belopp eller en annan dag. Fråga ekonomi vad som har ändrats. Ingenting är inläst.",
    noCause:
      "{count, plural, one {En post skiljer sig och saknar orsak. Skriv den} other {# poster skiljer sig och saknar orsak. Skriv dem}} och stäm av sedan.",
    monthClosed:
      "Filen har en rad från {day}, och {month} är redan avstämd. Ta bort den månaden ur filen. Ingenting är läst in.",
  },
  csv: {
    empty: "Filen är tom. Välj en annan fil.",
    notText: "Filen är inte en textfil. Spara den som CSV i ditt kalkylprogram och försök igen.",
    badCharacter:
      "Rad {line}: ett tecken går inte att läsa. Spara filen på nytt som CSV med UTF-8 och försök igen.",
    openQuote: "Rad {line}, kolumn {column}: ett citattecken öppnas men stängs aldrig. Rätta raden i filen.",
    afterQuote:
      "Rad {line}, kolumn {column}: det står text efter ett stängt citattecken. Rätta raden i filen.",
    width:
      "Rad {line} har {found, plural, one {# kolumn} other {# kolumner}} men ska ha {expected}. Rätta raden i filen.",
    noColumn: "Kolumnen {name} finns inte i filen. Välj en annan kolumn.",
    noRows: "Filen har inga rader under rubriken. Välj en annan fil.",
    notADay: "Rad {line}, kolumn {column}: {value} är ingen dag. Skriv den som 2026-11-22.",
    notAnAmount: "Rad {line}, kolumn {column}: {value} är inget tydligt belopp. Skriv det som 1234,50.",
    noAmount: "Rad {line}: beloppet saknas i {column}. Fyll i det.",
    missing: "Rad {line}, kolumn {column} är tom. Fyll i den.",
    more: "Det finns fler fel. Rätta de här först och läs in filen igen.",
  },
  sie: {
    notSie:
      "Filen är ingen SIE-fil: den börjar inte med #FLAGGA. Exportera den på nytt från ekonomisystemet.",
    notType4: "Filen är av en annan SIE-typ. Exportera den som typ 4, med verifikationer.",
    encodingUtf8: "Filen är i UTF-8, fast SIE ska vara i teckentabellen PC8. Den är läst som UTF-8.",
    encodingLatin1:
      "Filen är i Latin-1 eller Windows-1252, fast SIE ska vara i teckentabellen PC8. Den är läst så.",
    encodingUnclear:
      "Det går inte att avgöra filens teckentabell: å, ä och ö är skrivna på två sätt. Exportera den på nytt. Ingenting är läst in.",
    alreadyRead: "Filen är märkt som redan inläst i ett annat system.",
    skippedRows:
      "{count, plural, one {# borttagen eller tillagd rad} other {# borttagna eller tillagda rader}} i verifikationerna hoppades över.",
    openQuote: "Rad {line}: ett citattecken öppnas men stängs aldrig. Exportera filen på nytt.",
    openBrace: "Rad {line}: en klammer öppnas men stängs aldrig. Exportera filen på nytt.",
    strayBrace: "Rad {line}: en klammer står där ingen ska stå. Exportera filen på nytt.",
    rowOutside: "Rad {line}: en transaktion står utanför en verifikation. Exportera filen på nytt.",
    tooFew: "Rad {line}: {record} saknar uppgifter. Exportera filen på nytt.",
    badObjects: "Rad {line}: objekten ska stå två och två, dimension och kod. Exportera filen på nytt.",
    badAmount: "Rad {line}: {value} är inget belopp. Det ska ha punkt och högst två decimaler.",
    badDay: "Rad {line}: {value} är ingen dag. Den ska skrivas som 20261122.",
    unbalanced:
      "Verifikationen {voucher} på rad {line} går inte jämnt upp. Den skiljer {difference, number} kr. Rätta den och försök igen.",
    nothing: "Det finns ingen verifikation att skriva. Välj en annan period.",
    noName: "Arbetsgivaren saknar namn. Fyll i det i inställningarna.",
    badOrgNumber: "Organisationsnumret ska ha tio siffror, som 212000-0000. Rätta det i inställningarna.",
    noRowsIn: "Verifikationen {voucher} har inga rader. Ta bort den eller fyll på den.",
    doesNotBalance:
      "Verifikationen {voucher} går inte jämnt upp. Den skiljer {difference, number} kr. Rätta konteringen och försök igen.",
    badAccount:
      "Verifikationen {voucher} har kontot {account}. Ett konto ska vara siffror. Rätta konteringen.",
    badAccountName: "Kontot {account} {name} är inte siffror. Rätta det i kontoplanen.",
    takenDimension: "SIE-dimension {dimension} betyder något annat. Välj 1, 2, 6 eller ett tal från 20.",
    undeclared:
      "SIE-dimension {dimension} används men har inget namn. Lägg till den i inställningarna för kontering.",
    emptyObject: "Verifikationen {voucher} har en tom kod i SIE-dimension {dimension}. Rätta konteringen.",
  },
};
