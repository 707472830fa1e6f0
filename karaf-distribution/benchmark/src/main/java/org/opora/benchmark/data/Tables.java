package org.opora.benchmark.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes families into the tables of the product as its use cases would, many at a time. Sealed
 * columns stay empty.
 */
final class Tables {
  private static final String BUNDLE = "case-registry";
  private static final String READ = "registry.read";
  private static final String[] OPENED = {"Založen spis", "Założono akta", "Case file opened"};
  private static final String[] AGREED = {
    "Uzavřena dohoda", "Zawarto umowę", "Agreement concluded"
  };
  private static final String[] PLACED = {
    "Dítě přišlo do rodiny", "Dziecko trafiło do rodziny", "A child came to the family"
  };
  private static final String[] VISITED = {"Osobní kontakt", "Kontakt koordynatora", "Visit"};
  private static final String[] UNANNOUNCED = {
    "Neohlášený osobní kontakt", "Niezapowiedziany kontakt koordynatora", "Unannounced visit"
  };
  private static final List<String> KINDS = List.of("LONG_TERM", "KINSHIP", "GUARDIAN");

  private final Rows rows;
  private final Proofs proofs;
  private final UUID director;
  private final LocalDate today;
  private final Batch people;
  private final Batch words;
  private final Batch files;
  private final Batch carers;
  private final Batch assignments;
  private final Batch agreements;
  private final Batch childFiles;
  private final Batch placements;
  private final Batch granted;
  private final Batch relations;
  private final Batch findables;
  private final Batch findableWords;
  private final Batch visits;
  private final Batch present;
  private final Batch children;

  Tables(Rows rows, UUID director, LocalDate today) throws SQLException {
    this.rows = rows;
    this.director = director;
    this.today = today;
    people =
        table(
            "CASE_REGISTRY.PERSON",
            "ID, VERSION, GIVEN, FAMILY, GIVEN_N, FAMILY_N, BIRTH_DATE, UNDISCLOSED, REGISTERED_ON,"
                + " REGISTERED_BY");
    words = table("CASE_REGISTRY.PERSON_WORD", "ID, WORD, PERSON");
    files =
        table(
            "CASE_REGISTRY.CASE_FILE",
            "ID, VERSION, FILE_NUMBER, NUMBER_N, FAMILY_NAME, FAMILY_N, OPENED_ON");
    carers = table("CASE_REGISTRY.FILE_CARER", "ID, FILE, PERSON, SINCE_DAY");
    assignments = table("CASE_REGISTRY.ASSIGNMENT", "ID, FILE, STAFF, KIND, SINCE_DAY");
    agreements =
        table(
            "CASE_REGISTRY.AGREEMENT",
            "ID, VERSION, FILE, KIND, MEDIATED, CONCLUDED_ON, AUTHORITY");
    childFiles = table("CASE_REGISTRY.CHILD_FILE", "ID, CHILD");
    placements =
        table(
            "CASE_REGISTRY.PLACEMENT",
            "ID, VERSION, FILE, CHILD, CHILD_FILE, SINCE_DAY, COURT_REFERENCE");
    granted =
        table("CASE_REGISTRY.GRANTED", "ID, FILE, STAFF, SUBJECT_KIND, SUBJECT, KIND, SINCE_DAY");
    relations = table("ACCESS.RELATION", "ID, STAFF, SUBJECT_KIND, SUBJECT, KIND, SINCE, ORIGIN");
    findables =
        table(
            "CASE_REGISTRY.FINDABLE",
            "ID, ORIGIN, KIND, SOURCE, SUBJECT_KIND, SUBJECT, PERMISSION, TITLE_CS, TITLE_PL,"
                + " TITLE_EN, HREF");
    findableWords = table("CASE_REGISTRY.FINDABLE_WORD", "ID, WORD, ENTRY, PERMISSION, SUBJECT");
    visits =
        table(
            "CASE_REGISTRY.VISIT",
            "ID, VERSION, FILE, VISITED_ON, STARTS_AT, MINUTES, ANNOUNCED, PLACE, RECORDED_BY,"
                + " RECORDED_AT");
    present = table("CASE_REGISTRY.VISIT_PERSON", "ID, VISIT, PERSON");
    children =
        table("CASE_REGISTRY.VISIT_CHILD", "ID, VISIT, CHILD, CHILD_FILE, SEEN_ALONE, LEARNT_BY");
    proofs = new Proofs(rows);
  }

  private Batch table(String name, String columns) throws SQLException {
    return rows.of(name, columns);
  }

  /** For whoever writes more about the same families. */
  Proofs proofs() {
    return proofs;
  }

  /** What a search shows of a family, and nothing else of it. */
  void addToBeFound(Family family) throws SQLException {
    for (Family.Member member : family.everybody()) {
      person(member);
    }
    cover(family);
    for (Family.Member carer : family.carers()) {
      carers.add(key(), family.file(), carer.person(), family.since());
    }
    for (Family.Child child : family.children()) {
      placed(family, child);
    }
  }

  /**
   * @param worker looks after the family
   */
  void add(Family family, UUID worker) throws SQLException {
    for (Family.Member member : family.everybody()) {
      person(member);
    }
    cover(family);
    agreed(family);
    UUID assignment = key();
    assignments.add(assignment, family.file(), worker, "KEY_WORKER", family.since());
    grant(family, worker, assignment, assignment, "CASE_FILE", family.file());
    for (Family.Member carer : family.carers()) {
      UUID part = key();
      carers.add(part, family.file(), carer.person(), family.since());
      grant(family, worker, assignment, part, "PERSON", carer.person());
    }
    for (Family.Child child : family.children()) {
      placed(family, child);
      happened(family, "placement-begun", child.placement(), child.placed(), PLACED);
      grant(family, worker, assignment, child.placement(), "PERSON", child.who().person());
      grant(family, worker, assignment, child.placement(), "CHILD_FILE", child.childFile());
    }
    for (Family.Visit visit : family.visits()) {
      visited(family, worker, visit);
    }
  }

  private void person(Family.Member who) throws SQLException {
    people.add(
        who.person(),
        1,
        who.given(),
        who.family(),
        Names.folded(who.given()),
        Names.folded(who.family()),
        who.born(),
        false,
        today,
        director);
    Set<String> further = new LinkedHashSet<>();
    further.addAll(beyondFirst(who.given()));
    further.addAll(beyondFirst(who.family()));
    for (String word : further) {
      words.add(key(), word, who.person());
    }
  }

  private static List<String> beyondFirst(String name) {
    List<String> all = Arrays.asList(Names.folded(name).split(" "));
    return all.subList(1, all.size());
  }

  private void cover(Family family) throws SQLException {
    String page = "/files/" + family.file();
    String number = family.number();
    files.add(
        family.file(),
        1,
        number,
        family.sortKey(),
        family.name(),
        Names.folded(family.name()),
        family.since());
    UUID findable = key();
    findables.add(
        findable,
        BUNDLE,
        "case-file",
        family.file(),
        "CASE_FILE",
        family.file(),
        READ,
        "Spis " + number,
        "Akta " + number,
        "Case file " + number,
        page);
    findableWords.add(key(), number, findable, READ, family.file());
    findableWords.add(key(), Names.folded(family.name()), findable, READ, family.file());
  }

  private void agreed(Family family) throws SQLException {
    happened(family, "file-opened", family.file(), family.since(), OPENED);
    agreements.add(
        family.agreement(),
        1,
        family.file(),
        KINDS.get(family.turn() % KINDS.size()),
        false,
        family.since(),
        "OSPOD Nový Jičín");
    happened(family, "agreement-concluded", family.agreement(), family.since(), AGREED);
  }

  private void placed(Family family, Family.Child child) throws SQLException {
    childFiles.add(child.childFile(), child.who().person());
    placements.add(
        child.placement(),
        1,
        family.file(),
        child.who().person(),
        child.childFile(),
        child.placed(),
        family.reference(child));
  }

  private void visited(Family family, UUID worker, Family.Visit visit) throws SQLException {
    visits.add(
        visit.id(),
        1,
        family.file(),
        visit.on(),
        LocalTime.of(visit.hour(), 0),
        visit.minutes(),
        visit.announced(),
        "HOME",
        worker,
        visit.on().atTime(18, 0));
    for (Family.Member member : family.everybody()) {
      present.add(key(), visit.id(), member.person());
      proofs.ofPerson(
          family,
          member.person(),
          Proofs.Fact.of(BUNDLE, "visit", visit.id(), visit.on()).lasting(visit.minutes()));
    }
    for (Family.Child child : family.children()) {
      children.add(key(), visit.id(), child.who().person(), child.childFile(), true, "NOT_LEARNT");
    }
    entry(
        family,
        "visit",
        visit.id(),
        visit.on(),
        "registry.visit.read",
        "CONTACT_FACTS",
        visit.announced() ? VISITED : UNANNOUNCED,
        worker,
        "/files/" + family.file() + "/visits/" + visit.id());
  }

  private void happened(Family family, String kind, UUID record, LocalDate on, String[] title)
      throws SQLException {
    UUID source = UUID.nameUUIDFromBytes((kind + "|" + record).getBytes(StandardCharsets.US_ASCII));
    entry(family, kind, source, on, READ, "CARE_FACTS", title, director, "/files/" + family.file());
  }

  private void entry(
      Family family,
      String kind,
      UUID source,
      LocalDate on,
      String permission,
      String dataClass,
      String[] title,
      UUID by,
      String href)
      throws SQLException {
    proofs.tell(
        family,
        new Proofs.Told(BUNDLE, kind, source, on, permission, dataClass, title, by, href, null));
  }

  /** Key worker of the file: what the product would derive from the assignment. */
  private void grant(
      Family family, UUID worker, UUID assignment, UUID cause, String kind, UUID subject)
      throws SQLException {
    UUID id =
        UUID.nameUUIDFromBytes(
            (assignment + "|" + cause + "|" + kind + "|" + subject)
                .getBytes(StandardCharsets.US_ASCII));
    granted.add(id, family.file(), worker, kind, subject, "KEY_WORKER", family.since());
    relations.add(key(), worker, kind, subject, "KEY_WORKER", family.since(), BUNDLE + ":" + id);
  }

  private UUID key() {
    return rows.key();
  }
}
