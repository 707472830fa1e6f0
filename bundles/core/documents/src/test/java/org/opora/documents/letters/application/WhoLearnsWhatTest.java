package org.opora.documents.letters.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.documents.spi.TemplateData.Why;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.templates.domain.Language;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Whoever receives a letter learns what they may, whatever it is about and whoever writes it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoLearnsWhatTest {
  private static final String ABOUT =
      "{{person.name}}, {{person.born}}, {{person.address}}, {{person.phone}}, {{person.email}}";
  private static final String CHILDREN = "Děti: {{family.children}}";
  private static final String ROWS = "- {{children.name}} {{children.born}}";
  private static final String ADULTS =
      "- {{carers.name}} {{carers.born}} {{carers.address}} {{carers.phone}} {{carers.email}}";

  @Parameter Product product;
  private Bureau bureau;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    bureau = new Bureau(product);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    bureau.close();
  }

  /** Somebody with everything that a letter could tell. */
  private PersonId somebody(String name, int age) {
    return bureau.archive.register.people.register(
        bureau.archive.director,
        new NewPerson(
            new PersonName(name, "Sdělná"),
            Archive.TODAY.minusYears(age),
            null,
            "777 00 " + age,
            name.toLowerCase(java.util.Locale.ROOT) + "@example.org",
            new NewPerson.Address("Ulice " + name, "Obec", "100 00"),
            false));
  }

  /** A child that came into a family. */
  private PersonId child(CaseFileId file, String name) {
    PersonId child = somebody(name, 9);
    bureau.archive.register.placements.place(
        bureau.archive.director, file, child, Archive.TODAY.minusDays(30), null);
    return child;
  }

  private PersonId carer(CaseFileId file, String name, int age) {
    PersonId adult = somebody(name, age);
    bureau.archive.register.files.addCarer(
        bureau.archive.director, file, adult, Archive.TODAY.minusDays(30));
    return adult;
  }

  private Reader office(Case opened, PersonId of, String name) {
    BodyId body = bureau.authorities.authority(name);
    bureau.authorities.desk.state(
        bureau.archive.director,
        opened.family().file(),
        of,
        body,
        name,
        Archive.TODAY.minusDays(5));
    return Bureau.to(body, name);
  }

  private Sheet letter(Viewer viewer, CaseFileId file, Reader to, PersonId about, String... lines)
      throws Exception {
    return bureau
        .letters
        .draft(
            viewer,
            file,
            new NewLetter(null, to, about, "Věc", Language.CS, String.join("\n\n", lines)))
        .sheet();
  }

  /** Words alone, without what is marked. */
  private static String words(Sheet sheet) {
    StringBuilder words = new StringBuilder();
    sheet
        .lines()
        .forEach(
            line ->
                line.pieces().stream()
                    .filter(piece -> piece.words() != null)
                    .forEach(piece -> words.append(piece.words()).append(' ')));
    return words.toString();
  }

  private static void left(Sheet sheet, Why why, String... keys) {
    for (String key : keys) {
      assertTrue(
          sheet.left().stream().anyMatch(one -> one.key().equals(key) && one.why() == why),
          key + " " + sheet.left());
    }
  }

  @Test
  void anOfficeReadsNothingOfTheSiblingWhomALetterIsAbout() throws Exception {
    Case opened = bureau.archive.opened();
    CaseFileId file = opened.family().file();
    PersonId sibling = child(file, "Bohdana");
    Reader office = office(opened, opened.family().child(), "Úřad první");
    Sheet sheet = letter(opened.worker(), file, office, sibling, ABOUT, CHILDREN, ROWS);
    String words = words(sheet);
    assertFalse(words.contains("Bohdana") || words.contains("bohdana"), words);
    assertTrue(words.contains("Ema"), words);
    left(sheet, Why.NOT_THEIRS, "person.name", "person.born", "person.address", "person.phone");
    assertTrue(sheet.left().contains(new Left("children", Why.NOT_THEIRS, 1)), words);

    Reader theirs = office(opened, sibling, "Úřad druhý");
    String told = words(letter(opened.worker(), file, theirs, sibling, ABOUT, ROWS));
    assertTrue(told.contains("Bohdana Sdělná") && told.contains("Ulice Bohdana"), told);
    assertFalse(told.contains("Ema"), told);
  }

  @Test
  void theOfficeOfTheCarersLearnsOfNoChildThatIsNotItsOwn() throws Exception {
    Case opened = bureau.archive.opened();
    CaseFileId file = opened.family().file();
    PersonId child = child(file, "Cyrila");
    Reader office = office(opened, opened.family().carer(), "Úřad pěstounů");
    Sheet sheet = letter(opened.worker(), file, office, child, ABOUT, CHILDREN);
    assertFalse(words(sheet).contains("Cyrila"), words(sheet));
    left(sheet, Why.NOT_THEIRS, "person.name");
  }

  @Test
  void whereAnAdultIsGoesToThemAndToTheOfficesOfTheFamilyOnly() throws Exception {
    Viewer director = bureau.archive.director;
    var files = bureau.archive.register.files;
    CaseFileId file =
        files.open(
            director, new NewFile(FileKind.FAMILY, null, "Oddělená", Archive.TODAY.minusDays(90)));
    PersonId mother = somebody("Dagmara", 38);
    PersonId father = somebody("Evžen", 41);
    for (PersonId parent : List.of(mother, father)) {
      files.join(director, file, parent, PartRole.PARENT, Archive.TODAY.minusDays(90));
    }
    Reader to = Bureau.to(father, "Evžen Sdělná");
    Sheet sheet = letter(director, file, to, mother, ABOUT, ADULTS);
    String words = words(sheet);
    assertTrue(words.contains("Ulice Evžen") && words.contains("777 00 41"), words);
    assertTrue(words.contains("Dagmara Sdělná"), "the name is known to both: " + words);
    for (String secret : List.of("Ulice Dagmara", "777 00 38", "dagmara@", "1988")) {
      assertFalse(words.contains(secret), secret + " in " + words);
    }
    left(sheet, Why.NOT_THEIRS, "person.address", "carers.address", "carers.born", "carers.phone");

    Reader typed = Bureau.to((PersonId) null, "Soused");
    String strange = words(letter(director, file, typed, mother, ABOUT, ADULTS));
    for (String secret : List.of("Ulice", "777 00", "@example", "1988", "1985")) {
      assertFalse(strange.contains(secret), secret + " in " + strange);
    }
  }

  @Test
  void anOfficeOfTheFamilyIsToldWhereItsAdultsAre() throws Exception {
    Case opened = bureau.archive.opened();
    CaseFileId file = opened.family().file();
    PersonId adult = carer(file, "Filoména", 44);
    Reader office = office(opened, opened.family().child(), "Úřad dítěte");
    String told = words(letter(opened.worker(), file, office, adult, ABOUT, ADULTS));
    assertTrue(told.contains("Ulice Filoména") && told.contains("777 00 44"), told);
    // Known by its name alone, as the agreement has it.
    Reader named = Bureau.to((PersonId) null, "Město");
    String byName = words(letter(opened.worker(), file, named, adult, ABOUT));
    assertTrue(byName.contains("Ulice Filoména"), byName);
  }

  @Test
  void onlyThoseWhoCareForTheChildrenLearnOfThemAll() throws Exception {
    Viewer director = bureau.archive.director;
    var files = bureau.archive.register.files;
    for (PartRole role : List.of(PartRole.PARENT, PartRole.OTHER, PartRole.ADOPTER)) {
      FileKind kind = role == PartRole.ADOPTER ? FileKind.ADOPTERS : FileKind.FAMILY;
      CaseFileId file =
          files.open(
              director, new NewFile(kind, null, "Úplná " + role, Archive.TODAY.minusDays(90)));
      PersonId adult = somebody("Gizela", 50);
      files.join(director, file, adult, role, Archive.TODAY.minusDays(90));
      PersonId one = child(file, "Hubert");
      child(file, "Ivana");
      Reader to = Bureau.to(adult, "Gizela Sdělná");
      Sheet sheet = letter(director, file, to, null, CHILDREN, ROWS);
      boolean all = role == PartRole.ADOPTER;
      assertEquals(all, words(sheet).contains("Hubert"), role + words(sheet));
      assertEquals(
          all ? List.of() : List.of(new Left("children", Why.NOT_THEIRS, 2)), sheet.left());
      String about = words(letter(director, file, to, one, ABOUT, CHILDREN, ROWS));
      assertTrue(about.contains("Hubert"), about);
      assertEquals(all, about.contains("Ivana"), role + about);
      assertEquals(all, about.contains("Ulice Hubert"), "where a child is: " + role + about);
    }
  }

  @Test
  void theOfficeOfThoseWhoAreNotToBeFoundIsToldToItselfOnly() throws Exception {
    Case opened = bureau.archive.opened();
    CaseFileId file = opened.family().file();
    Reader court = Bureau.to(bureau.authorities.authority("Okresní soud"), "Okresní soud");
    String asked = "Dohoda: {{agreement.authority}}";
    assertTrue(
        words(letter(opened.worker(), file, court, null, asked)).contains("Město"),
        "while nobody is hidden");
    bureau.archive.register.files.addCarer(
        bureau.archive.director, file, hidden(), Archive.TODAY.minusDays(30));
    Sheet sheet = letter(opened.worker(), file, court, null, asked);
    assertFalse(words(sheet).contains("Město"), words(sheet));
    left(sheet, Why.UNDISCLOSED, "agreement.authority");
    Reader itself = Bureau.to((PersonId) null, "Město");
    assertTrue(words(letter(opened.worker(), file, itself, null, asked)).contains("Dohoda: Město"));
  }

  private PersonId hidden() {
    return bureau.archive.register.people.register(
        bureau.archive.director,
        new NewPerson(
            new PersonName("Jitka", "Skrytá"),
            Archive.TODAY.minusYears(40),
            null,
            null,
            null,
            new NewPerson.Address("Ulice Jitka", "Obec", "100 00"),
            true));
  }
}
