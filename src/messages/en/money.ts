import type { Same } from "../same";
import type { money as sv } from "../sv/money";
import { forecast } from "./forecast";

export const money: Same<typeof sv> = {
  distribution: {
    nobody: "There is nobody to share with. Choose at least one unit.",
    namedTwice: "The same unit is there twice. Remove one of them.",
    negativeTotal: "The amount to share is below zero. Change it.",
    negativeFloor: "The floor is below zero. Enter zero or more.",
    negativeWeight: "A unit has a headcount or payroll below zero. Correct it.",
    floorTooHigh:
      "The floors are SEK {floors, number} together and there is SEK {total, number} to share. Lower the floor or choose fewer units.",
    noWeight: "No unit has any employees or payroll to share by. Fill in the figures, or share by hand.",
    missingWeight:
      "{names} {count, plural, one {has} other {have}} no {by, select, heads {headcount} other {payroll}}. Ask the administrator to fill it in, or share by hand.",
    negativePart: "A part is below zero. Correct it.",
    notWhole:
      "The parts come to SEK {sum, number}, but SEK {total, number} is to be shared. {over, select, true {Take away SEK {difference, number}.} other {SEK {difference, number} is left to share.}}",
  },
  provision: {
    noRates: "There is no rate. Add at least one.",
    notAShare:
      "The rate that begins on {from} must lie between 0 and 100 per cent, with four decimals at most.",
    endBeforeStart:
      "The rate that begins on {from} ends on {until}, before it begins. Change one of the days.",
    overlap:
      "The rate that begins on {first} still holds when the rate from {second} begins. Change one of the days.",
    gap: "No rate holds from {from} to {until}. Extend one of the rates or add one.",
    noRateOn: "No rate holds on {day}. Add a rate for that day and try again.",
    negativePayroll: "The payroll is below zero. Change it.",
    wrongScheme: "This fund is not reckoned that way. Choose another way.",
    dayOutside: "The day lies outside the fund's period, {from} to {until}. Choose a day within it.",
    negativeSum: "The sum to share is below zero. Change it.",
    noNationalPayroll:
      "Without the payroll of all employers nothing can be shared. Write the one in the notice.",
    aboveNational: "Your payroll is larger than that of all employers together. Check both amounts.",
    openedBefore: "This fund already has an opening balance. If it is wrong, correct that entry in the book.",
    nothing: "The sum to set aside is zero. Check the amounts.",
  },
  forecast,
  coding: {
    missing: "{segment} is missing. Fill in the code, or ask the finance office which it is.",
    form: {
      digits:
        "{segment} must have {fixed, select, true {{min}} other {{min} to {max}}} digits. You wrote {code}.",
      letters:
        "{segment} must have {fixed, select, true {{min}} other {{min} to {max}}} letters. You wrote {code}.",
      both: "{segment} must have {fixed, select, true {{min}} other {{min} to {max}}} digits or letters. You wrote {code}.",
    },
    notAllowed: "{segment} {code} is not in your list. Check the code, or ask the finance office.",
    noSuchSegment: "The segment {segment} is not used on {day}. Remove the code, or ask the finance office.",
    noName: "The segment has no name. Enter one.",
    badKey:
      "{segment} has a short name that cannot be used. Begin with a small letter and use only small letters, digits and hyphens.",
    badLength:
      "{segment} has a length that cannot be. Shortest must be at least 1, longest at most 40 and not below shortest.",
    badAllowed:
      "The code {code} in the list for {segment} breaks the segment's own length and form. Correct the code or the form.",
    twiceAtOnce: "{segment} is there twice for the same days. End one before the other begins.",
    samePlace: "{segment} has the same place in the SIE file as another segment. Choose another dimension.",
    takenDimension:
      "{segment} cannot have SIE dimension {dimension}, because it means something else. Choose 1, 2, 6 or a number from 20.",
  },
  reconciliation: {
    cause: {
      amount: "The amount differs",
      dayOutsideMonth: "The day lies outside the month",
      unknownNumber: "No open item has the number",
      twice: "Booked twice",
    },
    noItem: "No open item in the portal",
    noActual: "Not in the accounting system",
    byNumber: "Found by its number",
    byAmount: "Found by amount and day, without a number",
    already: "The month was reconciled on {day}. Nothing has been changed.",
    notOver: "The month ends {day}. Reconcile it when it is over, so that no more lines are added.",
    nothingNew:
      "{count, plural, one {The only line of the file has been taken in already} other {All # lines have been taken in already}}. Nothing has changed.",
    noLines: "No line of the file has any of the codes. Change the selection or choose another file.",
    twiceInFile:
      "The voucher {voucher} has line {line} twice in the file. Choose a column for line numbers, or export the file again.",
    clash:
      "The voucher {voucher}, line {line}, has been taken in already with another amount or another day. Ask finance what has changed. Nothing was taken in.",
    noCause:
      "{count, plural, one {One item differs and has no cause. Write it} other {# items differ and have no cause. Write them}} and reconcile then.",
    monthClosed:
      "The file has a line from {day}, and {month} is already reconciled. Remove that month from the file. Nothing has been read in.",
  },
  csv: {
    empty: "The file is empty. Choose another file.",
    notText: "The file is not a text file. Save it as CSV in your spreadsheet program and try again.",
    badCharacter:
      "Line {line}: a character cannot be read. Save the file again as CSV with UTF-8 and try again.",
    openQuote:
      "Line {line}, column {column}: a quotation mark opens and never closes. Correct the line in the file.",
    afterQuote:
      "Line {line}, column {column}: there is text after a closed quotation mark. Correct the line in the file.",
    width:
      "Line {line} has {found, plural, one {# column} other {# columns}} but must have {expected}. Correct the line in the file.",
    noColumn: "The column {name} is not in the file. Choose another column.",
    noRows: "The file has no lines below the heading. Choose another file.",
    notADay: "Line {line}, column {column}: {value} is not a day. Write it like 2026-11-22.",
    notAnAmount: "Line {line}, column {column}: {value} is not one clear amount. Write it like 1234,50.",
    noAmount: "Line {line}: the amount is missing in {column}. Fill it in.",
    missing: "Line {line}, column {column} is empty. Fill it in.",
    more: "There are more faults. Correct these first and read the file in again.",
  },
  sie: {
    notSie:
      "The file is not an SIE file: it does not begin with #FLAGGA. Export it again from the accounting system.",
    notType4: "The file is of another SIE type. Export it as type 4, with vouchers.",
    encodingUtf8:
      "The file is in UTF-8, though SIE is to be in the character set PC8. It has been read as UTF-8.",
    encodingLatin1:
      "The file is in Latin-1 or Windows-1252, though SIE is to be in the character set PC8. It has been read as such.",
    encodingUnclear:
      "The file's character set cannot be told: å, ä and ö are written in two ways. Export it again. Nothing has been read in.",
    alreadyRead: "The file is marked as already read in by another system.",
    skippedRows:
      "{count, plural, one {# removed or added line} other {# removed or added lines}} in the vouchers {count, plural, one {was} other {were}} skipped.",
    openQuote: "Line {line}: a quotation mark opens and never closes. Export the file again.",
    openBrace: "Line {line}: a brace opens and never closes. Export the file again.",
    strayBrace: "Line {line}: a brace stands where none should. Export the file again.",
    rowOutside: "Line {line}: a transaction stands outside a voucher. Export the file again.",
    tooFew: "Line {line}: {record} lacks some of its values. Export the file again.",
    badObjects: "Line {line}: objects must come in pairs, dimension and code. Export the file again.",
    badAmount: "Line {line}: {value} is not an amount. It must have a point and two decimals at most.",
    badDay: "Line {line}: {value} is not a day. It must be written like 20261122.",
    unbalanced:
      "The voucher {voucher} on line {line} does not balance. It differs by SEK {difference, number}. Correct it and try again.",
    nothing: "There is no voucher to write. Choose another period.",
    noName: "The employer has no name. Fill it in under settings.",
    badOrgNumber:
      "The organisation number must have ten digits, like 212000-0000. Correct it under settings.",
    noRowsIn: "The voucher {voucher} has no lines. Remove it or fill it in.",
    doesNotBalance:
      "The voucher {voucher} does not balance. It differs by SEK {difference, number}. Correct the account coding and try again.",
    badAccount:
      "The voucher {voucher} has the account {account}. An account must be digits. Correct the account coding.",
    badAccountName: "The account {account} {name} is not digits. Correct it in the chart of accounts.",
    takenDimension: "SIE dimension {dimension} means something else. Choose 1, 2, 6 or a number from 20.",
    undeclared:
      "SIE dimension {dimension} is used but has no name. Add it in the settings for account coding.",
    emptyObject:
      "The voucher {voucher} has an empty code in SIE dimension {dimension}. Correct the account coding.",
  },
};
