export const agreements = {
  whyNot: {
    none: "Det finns inget lokalt avtal om omställningsmedel. Utan det går det inte att ansöka. Arbetsgivaren och facken behöver teckna ett. Fråga HR hur långt det har kommit.",
    preparing: "Det lokala avtalet förbereds. Det går att ansöka när avtalet gäller. Fråga HR när det blir.",
    negotiating:
      "Det lokala avtalet förhandlas. Det går att ansöka när avtalet gäller. Fråga HR när det blir.",
    notYet: "Det lokala avtalet är tecknat men gäller först från {day}. Vänta till dess, eller fråga HR.",
    expired:
      "Det lokala avtalet gick ut {day}. Det går inte att ansöka förrän ett nytt gäller. Fråga HR hur långt det har kommit.",
  },
  rules: {
    expired: "Avtalet har gått ut och kan inte ändras. Lägg till ett nytt avtal i stället.",
    noSuchStep:
      "Ett avtal går framåt: förbereds, förhandlas, gäller. Välj ett senare steg, eller lägg till ett nytt avtal.",
    needsFirstDay: "Skriv den första dagen som avtalet gäller.",
    overlaps:
      "Ett annat lokalt avtal gäller under en del av den tiden. Avsluta det först, eller ändra dagarna.",
    onlyLom: "Bara statliga arbetsgivare med LOM har lokala avtal om omställningsmedel.",
  },
};
