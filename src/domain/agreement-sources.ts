import type { Version } from "./agreement";

/** A text that a version rests on, by the name it bears itself; `tag` is what comments in the code call it. */
export type AgreementSource = { tag: string; name: string; href: string };

const FUND = "https://www.omstallningsfonden.se";

const source = (tag: string, name: string, href: string): AgreementSource => ({ tag, name, href });

const O1 = source(
  "O1",
  "Omställningsfonden: TLO-KL, ansöka om medel",
  "http://omstallningsfonden.se/tlo-kl/ansoka-om-medel/",
);
const O4 = source(
  "O4",
  "Omställningsfonden: TLO-KL, handlingsplan och föranmälan",
  `${FUND}/arbeta-med-omstallning/tidig-lokal-omstallning-tlo-kl/ansokan-steg-for-steg/handlingsplan-och-foranmalan/`,
);
const O5 = source(
  "O5",
  "Omställningsfonden: Tidig lokal omställning 2017–april 2020",
  `${FUND}/arbeta-med-omstallning/forebyggande-insatser/tidig-lokal-omstallning-2017-april-2020/`,
);
const O6 = source(
  "O6",
  "Omställningsfonden: Förebyggande insatser, ansökan steg för steg",
  `${FUND}/arbeta-med-omstallning/forebyggande-insatser/ansokan-steg-for-steg/`,
);
const O8 = source(
  "O8",
  "Omställningsfonden: Tolkningar och förtydliganden i TLO-KL",
  "http://omstallningsfonden.se/2018/05/tolkningar-och-fortydliganden-i-tlo-kl/",
);
const O10 = source(
  "O10",
  "Omställningsfonden: Tidig lokal omställning efter årsskiftet",
  `${FUND}/om-oss/nyhetsrum/tidig-lokal-omstallning-efter-arsskiftet/`,
);
const O11 = source(
  "O11",
  "Omställningsfonden: 750 miljoner till kompetensutveckling i välfärden",
  `${FUND}/om-oss/nyhetsrum/750-miljoner-till-kompetensutveckling-i-valfarden/`,
);
const O12 = source(
  "O12",
  "Omställningsfonden: Nya medel för förebyggande insatser",
  `${FUND}/om-oss/nyhetsrum/nya-medel-for-forebyggande-insatser/`,
);
const O14 = source(
  "O14",
  "Omställningsfonden: TLO-KL, tillämpning",
  "http://omstallningsfonden.se/tlo-kl/tillampning/",
);
const K1 = source(
  "K1",
  "KOM-KL, bilaga 7–8 om tidig lokal omställning (TLO-KL)",
  "https://skl.se/arbetsgivarekollektivavtal/kollektivavtal/ovrigakollektivavtal/omstallning.2665.html",
);
const K4 = source(
  "K4",
  "SKR:s cirkulär 2020: Överenskommelse om Kompetens- och omställningsavtal, KOM-KR",
  "https://skr.se/tjanster/merfranskr/cirkular/cirkular/2020/overenskommelseomkompetensochomstallningsavtalkomkrmm.33054.html",
);
const K6 = source(
  "K6",
  "SKR: Frågor och svar om KOM-KR, kriterierna för förebyggande insatser",
  "https://skr.se/skr/arbetsgivarekollektivavtal/kollektivavtal/kompetensochomstallningsavtal/fragorochsvaromkomkr.36065.html",
);
const T1 = source(
  "T1",
  "Trygghetsstiftelsen: Lokala omställningsmedel, hur går det till?",
  "https://www.tsn.se/arbetsgivare--facklig/lokala-omstallningsmedel/hur-gar-det-till/",
);
const T4 = source(
  "T4",
  "Trygghetsstiftelsen: Många frågor om hur medlen får användas",
  "https://www.tsn.se/arbetsgivare--facklig/lokala_omstallningsmedel/inspiration/manga-fragor-om-hur-medlen-far-anvandas/",
);
const UM1 = source(
  "UM1",
  "Umeå universitet: Söka utvecklingsmedel",
  "https://www.aurora.umu.se/stod-och-service/administration-och-chef/hr-guiden/kompetensforsorjning/soka-uvecklingsmedel-fran-luf/?menu=true",
);

/** What each version rests on; the agreement itself, or who explains it, stands first. */
export const AGREEMENT_SOURCES: Record<Version, readonly AgreementSource[]> = {
  tloKl2017: [K1, O1, O4, O5, O8, O10, O14],
  komKr2020: [K4, O5, O6, O10],
  komKr2021: [K4, O6, O11],
  komKr2022: [K6, O6, O12],
  lom: [T1, T4, UM1],
};
