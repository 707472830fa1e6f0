package org.opora.supervisedcontacts.demo.contributions;

import java.util.List;
import java.util.Map;
import org.opora.supervisedcontacts.demo.application.DemoMeetings.Note;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.observations.domain.Section;

/** What people of the made-up centre saw and wrote. */
final class DemoWords {
  static final String COURT = "Okresní soud v Příkladově";

  static final Seen CALM =
      new Seen(
          "Do centra přišlo s pěstounkou, drželo se jí za ruku a ptalo se, kdo už je uvnitř.",
          "Po chvíli si k matce přisedlo. Stavěli z kostek, matka se ptala na školu a poslouchala.",
          "Rozloučilo se v klidu, u dveří zamávalo. Pěstounka říká, že večer usnulo jako jindy.");

  static final Seen SHY =
      new Seen(
          "Prvních deset minut zůstalo u asistentky a mluvilo potichu.",
          "Uvolnilo se, až když matka vytáhla knížku se zvířaty; četli ji spolu dvakrát.",
          "Na chodbě řeklo, že příště chce hrát pexeso.");

  static final Seen HANDOVER =
      new Seen(
          "Dítě si neslo batoh s věcmi na odpoledne, na babičku se těšilo.",
          "Předání proběhlo u vchodu do parku, dospělí si řekli, kdy se vrátí a co dítě jedlo.",
          "Vrátilo se včas, bylo unavené a spokojené.");

  static final Seen SCREEN =
      new Seen(
          "Dítě si připravilo vysvědčení, aby ho mohlo ukázat.",
          "Spojení dvakrát vypadlo, pokaždé se podařilo navázat. Otec vysvědčení pochválil.",
          "Dítě se ptalo, kdy uvidí tátu doopravdy.");

  static final Seen LETTER =
      new Seen(
          "Dopis přišel v pondělí, klíčová pracovnice ho přečetla předem.",
          "Dítě četlo dopis s pěstounem, potom nakreslilo odpověď.",
          "Obrázek se posílá s dnešní poštou.");

  static final Seen SIBLINGS =
      new Seen(
          "Sourozenci přišli spolu, mladší se držel staršího.",
          "Matka se střídavě věnovala oběma; společně upekli perník v kuchyňce centra.",
          "Oba chtěli odnést kousek perníku domů, matka jim ho zabalila.");

  static final List<Note> NOTES =
      List.of(
          new Note(3, StepKind.NOTE, "Matka dítě pozdravila vsedě, nechala ho přijít samo."),
          new Note(12, StepKind.CHILD_WORDS, "„Mami, umíš ještě to auto z papíru?“"),
          new Note(25, StepKind.GIFT, "Omalovánky, domluveno předem s pěstounkou."),
          new Note(
              41,
              StepKind.INTERVENTION,
              "Matka slíbila návrat domů; asistentka připomněla dohodu a převedla řeč jinam."));

  static final List<Note> LOUD =
      List.of(
          new Note(6, StepKind.NOTE, "Otec mluví nahlas, dítě se dívá do země."),
          new Note(
              14, StepKind.BROKEN, "Otec začal mluvit o soudu, ačkoli je to v dohodě vyloučeno."),
          new Note(17, StepKind.CHILD_WORDS, "„Já už chci domů.“"));

  static final String STOPPED =
      "Otec ani po druhém upozornění nepřestal mluvit o soudu a dítě chtělo odejít.";

  /** A child before, at and after a contact. */
  record Seen(String before, String during, String after) {}

  private DemoWords() {}

  /** The whole report, as far as such a meeting has something in each part. */
  static Map<Section, String> report(Seen seen) {
    return Map.of(
        Section.BEFORE,
        seen.before(),
        Section.DURING,
        seen.during(),
        Section.AFTER,
        seen.after(),
        Section.INTERACTION,
        "Rodič nechával tempo na dítěti, dítě samo vyhledávalo jeho blízkost.",
        Section.CHILD_WORDS,
        "„Příště přijdu zase.“",
        Section.ASSESSMENT,
        "Kontakt dítěti prospívá, potřebuje předvídatelný začátek a konec.",
        Section.RECOMMENDATION,
        "Pokračovat ve stejném rozsahu a délku přehodnotit při nejbližším vyhodnocení.");
  }

  /** What there is while somebody still writes. */
  static Map<Section, String> begun() {
    return Map.of(
        Section.BEFORE, "Přišlo s pěstounkou, těšilo se na omalovánky.",
        Section.CHILD_WORDS, "„Mami, umíš ještě to auto z papíru?“");
  }
}
