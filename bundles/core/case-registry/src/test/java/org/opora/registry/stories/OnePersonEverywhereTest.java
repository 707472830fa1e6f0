package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.RegistrySchema;
import org.opora.registry.people.application.Parting;
import org.opora.registry.register.EveryRoom;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/**
 * Two entries turn out to be one person, and then not: every room of the register tells of the one
 * person, and afterwards of the two again as if nothing had been. The columns come from the rooms
 * themselves, so a new room has to be written in here before this test passes.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePersonEverywhereTest {
  /** What a decision on two entries works out anew from the rows of both. */
  private static final Set<String> WORKED_OUT =
      Set.of(
          "CASE_REGISTRY.DOUBT",
          "ACCESS.CANONICAL_PERSON",
          "ACCESS.SAME_PERSON",
          "ACCESS.SAME_KEY");

  /** Written when two entries are one person already: which of them brought the move. */
  private static final Set<String> ONLY_WHILE_ONE =
      Set.of("PERSON_ADDRESS.ENDED_BY", "PERSON_REACH.ENDED_BY");

  @Parameter TestDatabase.Product product;
  private Register register;
  private EveryRoom rooms;
  private Viewer director;
  private Family one;
  private Family other;
  private Family third;

  @BeforeParameterizedClassInvocation
  void writtenInEveryRoom() {
    register = new Register(product);
    rooms = new EveryRoom(register);
    director = rooms.director();
    one = rooms.written("Stejná");
    other = rooms.written("Táž");
    third = rooms.written("Ještě táž");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void everyColumnThatHoldsAPersonIsWrittenOnBothSides() {
    for (String column : new RegistrySchema().personColumns()) {
      if (ONLY_WHILE_ONE.contains(column)) {
        continue;
      }
      for (Family family : List.of(one, other)) {
        assertNotEquals(
            0,
            rows(column, List.of(family.child(), family.carer())),
            () -> "nothing in " + column + ": write it down in EveryRoom");
      }
    }
  }

  @Test
  void theOnePersonIsKnownInEveryRoomAndTheTwoAfterwards() {
    Map<String, List<String>> tables = tables();
    Map<String, Set<String>> ofOne = seen(one);
    Map<String, Set<String>> ofOther = seen(other);
    ofOne.forEach(
        (room, shown) -> {
          assertTrue(!shown.isEmpty() && !ofOther.get(room).isEmpty(), () -> "nothing in " + room);
          assertTrue(
              Collections.disjoint(shown, ofOther.get(room)), () -> "they are two in " + room);
        });
    Map<String, Long> counted = new TreeMap<>();
    owners()
        .forEach(
            (room, owner) -> counted.put(room, owner.count(keys(one)) + owner.count(keys(other))));

    register.same.declare(director, other.child(), one.child());
    register.same.declare(director, other.carer(), one.carer());
    Map<String, Set<String>> both = new TreeMap<>();
    ofOne.forEach((room, shown) -> both.put(room, union(shown, ofOther.get(room))));
    assertEquals(both, seen(one), "under the entry that leads");
    assertEquals(both, seen(other), "and under the other one");
    for (Family family : List.of(one, other)) {
      Set<PersonId> known = known(family);
      assertEquals(4, known.size());
      owners()
          .forEach(
              (room, owner) ->
                  assertEquals(counted.get(room), owner.count(known), room + " lost something"));
    }
    Map<String, List<String>> merged = tables();
    WORKED_OUT.forEach(merged::remove);
    Map<String, List<String>> kept = new TreeMap<>(tables);
    WORKED_OUT.forEach(kept::remove);
    same(kept, merged);

    register.same.undo(director, other.child());
    register.same.undo(director, other.carer());
    assertEquals(ofOne, seen(one));
    assertEquals(ofOther, seen(other));
    same(tables, tables());
  }

  @Test
  void inAChainWhoeverLedBeforeLeadsAgain() {
    Map<String, List<String>> apart = tables();
    Map<Family, Map<String, Set<String>>> own = new LinkedHashMap<>();
    List.of(one, other, third).forEach(family -> own.put(family, seen(family)));
    declare(other, one);
    Map<String, List<String>> two = tables();
    declare(one, third);
    together(own, Set.of(one, other, third));

    undo(one);
    together(own, Set.of(one, other));
    together(own, Set.of(third));
    same(two, tables());

    declare(one, third);
    undo(other);
    together(own, Set.of(other));
    together(own, Set.of(one, third));
    undo(one);
    same(apart, tables());

    // What was said first is taken back first, by either of the two.
    declare(other, one);
    declare(one, third);
    register.same.undo(director, one.child(), other.child());
    register.same.undo(director, other.carer(), one.carer());
    together(own, Set.of(other));
    together(own, Set.of(one, third));
    undo(one);
    same(apart, tables());
  }

  @Test
  void aWallAtAnyEntryOfAChainClosesThemAllUntilTheyAreParted() {
    declare(other, one);
    declare(one, third);
    for (Family walled : List.of(one, other, third)) {
      Viewer kept = register.viewer("director");
      register
          .access
          .walls()
          .raise(director, kept.staff(), Subject.of(walled.child()), Walls.Ground.SEAL);
      for (Family family : List.of(one, other, third)) {
        assertThrows(
            NotFound.class, () -> register.record.names().of(kept, family.child()), "behind it");
      }
    }
    Viewer kept = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, kept.staff(), Subject.of(third.child()), Walls.Ground.SEAL);
    undo(one);
    assertEquals(2, register.record.names().of(kept, other.child()).size());
    assertThrows(NotFound.class, () -> register.record.names().of(kept, third.child()));
    undo(other);
  }

  @Test
  void aStayInTheSubFileOfTheOtherEntryGetsItsOwnWhenTheyAreTwo() {
    Viewer hers = rooms.worker();
    Viewer his = rooms.worker();
    Family here = register.family(director, hers, "Nocležník");
    PersonId guest = register.person(director, "Nela", "Host", LocalDate.of(2018, 1, 1));
    Family there = register.family(director, his, "Hostitelé");
    register.same.declare(director, guest, here.child());
    var lent = register.files.childFile(here.child());
    register.placements.place(director, there.file(), guest, Register.TODAY, null);
    assertEquals(lent, register.files.childFile(guest), "one child, one sub-file");
    VisitId meanwhile = visited(his, there, guest);
    assertEquals("Kreslí.", views(his, meanwhile, guest));

    Parting then = register.pairs.parting(director, here.child(), guest).orElseThrow();
    assertEquals(Set.of(guest), then.otherMovesOut(), "the page says so before");
    assertEquals(Set.of(), then.oneMovesOut());
    register.same.undo(director, guest);
    var own = register.files.childFile(guest);
    assertNotEquals(lent, own);
    assertEquals(lent, register.files.childFile(here.child()));
    assertTrue(allowed(his, Subject.of(own)), "what is written from now on is theirs");
    assertFalse(allowed(his, Subject.of(lent)), "what came with the one child went with it");
    assertTrue(allowed(hers, Subject.of(lent)));
    assertFalse(allowed(hers, Subject.of(own)));
    assertEquals("", views(his, meanwhile, guest), "it stays where it was written");
    assertEquals("Kreslí.", views(director, meanwhile, guest));
    assertEquals("Kreslí.", views(his, visited(his, there, guest), guest));
  }

  @Test
  void inAChainAStayGoesOnInTheSubFileOfWhoIsStillTheSame() {
    Family here = register.family(director, null, "Nocležník a");
    Family beyond = register.family(director, null, "Nocležník c");
    Family there = register.family(director, null, "Hostitelé dál");
    PersonId guest = register.person(director, "Nina", "Hostová", LocalDate.of(2018, 1, 1));
    register.same.declare(director, guest, here.child());
    register.same.declare(director, here.child(), beyond.child());
    register.placements.place(director, there.file(), guest, Register.TODAY, null);
    register.same.undo(director, here.child());
    assertEquals(register.files.childFile(here.child()), register.files.childFile(guest));
    assertEquals(register.files.childFile(guest), stayOf(there, guest));
    register.same.undo(director, guest);
    assertEquals(register.files.childFile(guest), stayOf(there, guest));
    assertNotEquals(register.files.childFile(here.child()), stayOf(there, guest));
  }

  private ChildFileId stayOf(Family family, PersonId child) {
    return register.placements.of(director, family.file()).stream()
        .filter(stay -> stay.child().equals(child))
        .findFirst()
        .orElseThrow()
        .childFile();
  }

  private VisitId visited(Viewer worker, Family family, PersonId child) {
    return register.visits.record(
        worker,
        family.file(),
        new NewVisit(
            Register.TODAY,
            null,
            60,
            true,
            Place.HOME,
            Set.of(family.carer(), child),
            List.of(new ChildPart(child, true, null, "Kreslí.", ViewLearntBy.CONVERSATION)),
            "Klid."));
  }

  private String views(Viewer viewer, VisitId visit, PersonId child) {
    return register.visits.view(viewer, visit).children().stream()
        .filter(part -> part.child().equals(child))
        .map(ChildPart::view)
        .collect(Collectors.joining());
  }

  private boolean allowed(Viewer viewer, Subject subject) {
    return register.access.access().decide(viewer, CaseFiles.READ, subject).allowed();
  }

  private void declare(Family alias, Family leading) {
    register.same.declare(director, alias.child(), leading.child());
    register.same.declare(director, alias.carer(), leading.carer());
  }

  private void undo(Family alias) {
    register.same.undo(director, alias.child());
    register.same.undo(director, alias.carer());
  }

  /** Every room shows of each of these what it shows of them all, and nothing else. */
  private void together(Map<Family, Map<String, Set<String>>> own, Set<Family> families) {
    Map<String, Set<String>> all = new TreeMap<>();
    families.forEach(
        family ->
            own.get(family)
                .forEach((room, shown) -> all.merge(room, shown, OnePersonEverywhereTest::union)));
    families.forEach(family -> assertEquals(all, seen(family)));
  }

  @Test
  void anEntryGoesOnInItsOwnSubFile() {
    Family here = register.family(director, null, "Podspis");
    Family there = register.family(director, null, "Podspis jinde");
    var own = register.files.childFile(there.child());
    register.same.declare(director, there.child(), here.child());
    Family next = register.family(director, null, "Podspis dál");
    register.placements.place(director, next.file(), there.child(), Register.TODAY, null);
    assertEquals(own, register.files.childFile(there.child()));
    assertEquals(
        own,
        register.placements.of(director, next.file()).stream()
            .filter(stay -> stay.child().equals(there.child()))
            .findFirst()
            .orElseThrow()
            .childFile(),
        "what is written meanwhile is not left behind in the other one");
    register.same.undo(director, there.child());
    assertEquals(own, register.files.childFile(there.child()));
    assertNotEquals(own, register.files.childFile(here.child()));
  }

  @Test
  void oneChildInTwoFamiliesIsADoubtAndTwoChildrenAreNone() {
    Family here = register.family(director, null, "Pochyba");
    Family there = register.family(director, null, "Pochyba jinde");
    register.same.declare(director, there.child(), here.child());
    assertEquals(Set.of("two-families " + there.file()), doubts(here));
    assertEquals(Set.of("two-families " + here.file()), doubts(there));
    register.same.undo(director, there.child());
    assertEquals(Set.of(), doubts(here));
    assertEquals(Set.of(), doubts(there), "nothing is left behind in either file");
  }

  private Set<String> doubts(Family family) {
    return register.files.cover(director, family.file()).doubts().stream()
        .map(doubt -> doubt.kind() + " " + doubt.other())
        .collect(Collectors.toSet());
  }

  /** What every room shows of the child and the carer, as keys of its records. */
  private Map<String, Set<String>> seen(Family family) {
    Map<String, Set<String>> all = new TreeMap<>();
    readers()
        .forEach(
            (room, reader) ->
                all.put(room, union(reader.apply(family.child()), reader.apply(family.carer()))));
    return all;
  }

  private Map<String, Function<PersonId, Set<String>>> readers() {
    var record = register.record;
    Map<String, Function<PersonId, Set<String>>> all = new LinkedHashMap<>();
    all.put(
        "files",
        person -> of(register.people.view(director, person).files(), file -> file.number()));
    all.put("names", person -> of(record.names().of(director, person), row -> row.id()));
    all.put("addresses", person -> of(record.addresses().of(director, person), row -> row.id()));
    all.put("reach", person -> of(record.reaching().of(director, person).all(), row -> row.id()));
    all.put("secrecy", person -> of(record.secrecy().of(director, person), row -> row.id()));
    all.put(
        "safety",
        person -> of(register.safety.of(director, person).orElseThrow(), row -> row.id()));
    all.put("relatives", person -> of(register.kin.of(director, person), row -> row.tie()));
    all.put(
        "households", person -> of(register.households.of(director, person), h -> h.household()));
    all.put(
        "decisions",
        person ->
            of(
                rooms.legal.desk.position(director, person, Register.TODAY).decisions(),
                row -> row.id()));
    all.put(
        "representatives",
        person ->
            of(
                rooms.legal.desk.position(director, person, Register.TODAY).representatives(),
                row -> row.id()));
    all.put(
        "visits, for the clock",
        person ->
            of(
                register.evidence.lastAnywhere("visit", List.of(person), Register.TODAY).keySet(),
                key -> key.file()));
    all.put(
        "heard, for the clock",
        person ->
            of(
                register
                    .evidence
                    .lastAnywhere("child-view", List.of(person), Register.TODAY)
                    .keySet(),
                key -> key.file()));
    all.put("disability", person -> of(rooms.disability.of(director, person), row -> row.id()));
    return all;
  }

  private static <T> Set<String> of(Collection<T> rows, Function<T, ?> key) {
    return rows.stream()
        .map(key)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    return Stream.of(some, more)
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, PersonDataOwner> owners() {
    return Map.of(
        "own data", register.own, "relatives", register.kinData, "intake", rooms.intake.data);
  }

  private static Set<PersonId> keys(Family family) {
    return Set.of(family.child(), family.carer());
  }

  private Set<PersonId> known(Family family) {
    return keys(family).stream()
        .flatMap(person -> register.people.idsOf(person).stream())
        .collect(Collectors.toSet());
  }

  private long rows(String column, List<PersonId> people) {
    String[] parts = column.split("\\.");
    return register.tx.read(
        em -> {
          String sql =
              "SELECT COUNT(*) FROM CASE_REGISTRY."
                  + parts[0]
                  + " WHERE "
                  + parts[1]
                  + " IN (?, ?)";
          try (PreparedStatement ask = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < 2; i++) {
              UUID key = people.get(i).value();
              ask.setObject(i + 1, product == TestDatabase.Product.DERBY ? bytes(key) : key);
            }
            try (ResultSet row = ask.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
          }
        });
  }

  private static byte[] bytes(UUID key) {
    return java.nio.ByteBuffer.allocate(16)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }

  /** Every row of every table of the register and of access, but for the trail. */
  private Map<String, List<String>> tables() {
    return register.tx.read(
        em -> {
          Connection connection = em.unwrap(Connection.class);
          Map<String, List<String>> all = new TreeMap<>();
          try {
            List<String> names = new ArrayList<>();
            try (ResultSet found =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
              while (found.next()) {
                names.add((found.getString(2) + "." + found.getString(3)).toUpperCase());
              }
            }
            for (String name : names) {
              boolean ours = name.startsWith("CASE_REGISTRY.") || name.startsWith("ACCESS.");
              if (ours && !name.contains("AUDIT") && !name.contains("SCHEMA_HISTORY")) {
                all.put(name, rows(connection, name));
              }
            }
            return all;
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement ask = connection.prepareStatement("SELECT * FROM " + table);
        ResultSet row = ask.executeQuery()) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          Object value = value(row, i);
          text.append(value instanceof byte[] some ? Arrays.toString(some) : value).append('|');
        }
        rows.add(text.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }

  /** What lies in a column; a large object says nothing of what it holds. */
  private static Object value(ResultSet row, int column) throws SQLException {
    return switch (row.getMetaData().getColumnType(column)) {
      case Types.BLOB -> row.getBytes(column);
      case Types.CLOB -> row.getString(column);
      default -> row.getObject(column);
    };
  }

  private static void same(Map<String, List<String>> before, Map<String, List<String>> after) {
    assertEquals(before.keySet(), after.keySet());
    assertTrue(before.size() > 40, "tables: " + before.keySet());
    before.forEach((table, rows) -> assertEquals(rows, after.get(table), table));
  }
}
