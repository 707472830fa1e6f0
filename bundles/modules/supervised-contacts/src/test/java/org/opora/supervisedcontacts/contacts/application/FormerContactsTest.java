package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Collision;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.RoomId;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.testkit.OnEveryDatabase;

/** Contacts from when each had one child, and rooms from when the module kept them. */
class FormerContactsTest {
  private static final int BEFORE = 3;
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  /** The scripts as they were. */
  private static Scripts before() {
    Scripts all = Scripts.beside(SupervisedContactsSchema.class);
    return dialect ->
        all.of(dialect).stream()
            .filter(script -> Integer.parseInt(script.name().substring(1, 4)) <= BEFORE)
            .toList();
  }

  /** What is written as it was written then. */
  private record Then(Product product, Connection connection) {
    void insert(String table, String columns, Object... values) {
      String marks = "?" + ", ?".repeat(values.length - 1);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO SUPERVISED_CONTACTS."
                  + table
                  + " ("
                  + columns
                  + ") VALUES ("
                  + marks
                  + ")")) {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, stored(values[i]));
        }
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private Object stored(Object value) {
      if (value instanceof LocalDate day) {
        return Date.valueOf(day);
      }
      if (value instanceof Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
      }
      return value instanceof UUID key && product == Product.DERBY
          ? ByteBuffer.allocate(16)
              .putLong(key.getMostSignificantBits())
              .putLong(key.getLeastSignificantBits())
              .array()
          : value;
    }
  }

  @OnEveryDatabase
  void whatWasSealedOpensAndEveryContactIsOneOfOneChild(Product product) {
    Register register = new Register(product, new CalendarSchema());
    Viewer director = register.viewer("director", new SupervisedContactsModule());
    Viewer worker = register.viewer("key-worker", new SupervisedContactsModule());
    Family family = register.family(director, worker, "Dřívější");
    ChildFileId file = register.files.childFile(family.child());
    SealedTexts sealed = new SealedTexts(register.house.keys());
    UUID room = UUID.randomUUID();
    UUID plan = UUID.randomUUID();
    UUID mother = UUID.randomUUID();
    UUID held = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    UUID nobody = UUID.randomUUID();
    register
        .house
        .database()
        .add(new SupervisedContactsSchema(), before())
        .run(
            em -> {
              Then then = new Then(product, em.unwrap(Connection.class));
              then.insert("ROOM", "ID, VERSION, NAME, IN_USE", room, 1L, "Modrý pokoj", true);
              then.insert("RESOURCE", "ID", room);
              then.insert(
                  "CONTACT_PLAN",
                  "ID, VERSION, CASE_FILE, CHILD_FILE, CHILD, BASIS, BASIS_REFERENCE, VALID_FROM,"
                      + " FORM, EVERY_WEEKS, MINUTES",
                  plan,
                  1L,
                  family.file().value(),
                  file.value(),
                  family.child().value(),
                  "COURT_DECISION",
                  "12 P 34/2026",
                  LocalDate.of(2026, 9, 1),
                  "ASSISTED_HANDOVER",
                  2,
                  60);
              then.insert(
                  "PLAN_PERSON",
                  "ID, PLAN, NAME_S, KIN, STANDING",
                  mother,
                  plan,
                  sealed.seal(file, SealedTexts.NAME, mother, "Lenka Slavíková"),
                  "MOTHER",
                  "ALLOWED");
              contact(then, held, plan, family, file, room, "HELD", null, null, null, true, mother);
              contact(
                  then, nobody, plan, family, file, room, "HELD", null, null, null, false, mother);
              contact(
                  then,
                  cancelled,
                  plan,
                  family,
                  file,
                  room,
                  "CANCELLED",
                  "PARENT",
                  Instant.parse("2026-10-04T08:15:00Z"),
                  sealed.seal(file, SealedTexts.REASON, cancelled, "Nemoc."),
                  null,
                  mother);
              then.insert(
                  "CONTACT_RECORD",
                  "CONTACT, VERSION, BEFORE_S, DURING_S, AFTER_S, WRITTEN_BY, WRITTEN_AT",
                  held,
                  1L,
                  sealed.seal(file, SealedTexts.BEFORE, held, "Těšilo se."),
                  sealed.seal(file, SealedTexts.DURING, held, "Hráli si."),
                  sealed.seal(file, SealedTexts.AFTER, held, "Klidně."),
                  worker.staff().value(),
                  Instant.parse("2026-10-05T14:00:00Z"));
            });
    assertTrue(register.house.database().remove(SupervisedContactsModule.ID));
    register.house.database().add(new SupervisedContactsSchema());
    try (Centre centre = new Centre(register)) {
      for (int start = 0; start < 2; start++) {
        new FormerRooms(centre.tx, centre.rooms);
      }
      assertEquals(
          "Modrý pokoj", centre.rooms.names(List.of(new RoomId(room))).get(new RoomId(room)));
      assertEquals(1, centre.rooms.inUse().size());
      ContactView was = centre.views.view(worker, new ContactId(held));
      assertEquals(ContactState.HELD, was.row().state());
      assertEquals("Modrý pokoj", was.where());
      assertEquals(held, was.row().key());
      assertEquals(DAY, was.row().day());
      assertEquals(ContactForm.ASSISTED_HANDOVER, was.row().form());
      assertEquals(Boolean.TRUE, was.row().present());
      assertEquals("Těšilo se.", was.children().get(0).record().before());
      assertEquals("Hráli si.", was.children().get(0).record().during());
      assertEquals("Klidně.", was.children().get(0).record().after());
      assertEquals("Lenka Slavíková", was.people().get(0).name());
      assertEquals(Boolean.TRUE, was.people().get(0).met());
      assertEquals(95, centre.tx.read(em -> em.find(Contact.class, held)).minutes());
      ContactView off = centre.views.view(worker, new ContactId(cancelled));
      assertEquals("Nemoc.", off.children().get(0).reason());
      assertEquals(Instant.parse("2026-10-04T08:15:00Z"), off.row().toldAt());
      assertNull(off.row().present());
      assertNull(off.people().get(0).came());
      ContactView missed = centre.views.view(worker, new ContactId(nobody));
      assertEquals(ContactState.NO_SHOW, missed.row().state());
      assertEquals(MissedBy.PARENT, missed.row().missedBy());
      assertEquals(Boolean.FALSE, missed.people().get(0).came());
      Tally tally = centre.reader.tally(worker, family.file(), file, DAY, DAY);
      assertEquals(3, tally.planned());
      assertEquals(1, tally.held());
      assertEquals(1, tally.parentNoShow());
      assertEquals(1, tally.allCancelled());
    }
  }

  private static void contact(
      Then then,
      UUID id,
      UUID plan,
      Family family,
      ChildFileId file,
      UUID room,
      String state,
      String by,
      Instant told,
      byte[] reason,
      Boolean came,
      UUID mother) {
    Object[] all = {
      id,
      1L,
      plan,
      family.file().value(),
      file.value(),
      family.child().value(),
      room,
      UUID.randomUUID(),
      Instant.parse("2026-10-05T12:00:00Z"),
      Instant.parse("2026-10-05T13:35:00Z"),
      state,
      DAY
    };
    String columns =
        "ID, VERSION, PLAN, CASE_FILE, CHILD_FILE, CHILD, ROOM, FACILITATOR, STARTS_AT, ENDS_AT,"
            + " STATE, STARTS_ON";
    if (by != null) {
      columns += ", CANCELLED_BY, TOLD_AT, REASON_S";
      Object[] more = Arrays.copyOf(all, all.length + 3);
      more[all.length] = by;
      more[all.length + 1] = told;
      more[all.length + 2] = reason;
      all = more;
    }
    then.insert("CONTACT", columns, all);
    if (came == null) {
      then.insert("ATTENDANCE", "ID, CONTACT, PLAN_PERSON", UUID.randomUUID(), id, mother);
    } else {
      then.insert(
          "ATTENDANCE", "ID, CONTACT, PLAN_PERSON, CAME", UUID.randomUUID(), id, mother, came);
    }
  }

  @OnEveryDatabase
  void whatIsStillToComeGoesToTheCalendarOnceAndKeepsItsRoom(Product product) {
    Register register = new Register(product, new CalendarSchema());
    Viewer director = register.viewer("director", new SupervisedContactsModule());
    Viewer worker = register.viewer("key-worker", new SupervisedContactsModule());
    Family family = register.family(director, worker, "Plánovaná");
    ChildFileId file = register.files.childFile(family.child());
    SealedTexts sealed = new SealedTexts(register.house.keys());
    UUID room = UUID.randomUUID();
    UUID plan = UUID.randomUUID();
    UUID mother = UUID.randomUUID();
    UUID soon = UUID.randomUUID();
    UUID over = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    Instant tomorrow = Instant.parse("2026-11-03T13:00:00Z");
    register
        .house
        .database()
        .add(new SupervisedContactsSchema(), before())
        .run(
            em -> {
              Then then = new Then(product, em.unwrap(Connection.class));
              then.insert("ROOM", "ID, VERSION, NAME, IN_USE", room, 1L, "Modrý pokoj", true);
              then.insert("RESOURCE", "ID", room);
              then.insert(
                  "CONTACT_PLAN",
                  "ID, VERSION, CASE_FILE, CHILD_FILE, CHILD, BASIS, VALID_FROM, FORM, MINUTES",
                  plan,
                  1L,
                  family.file().value(),
                  file.value(),
                  family.child().value(),
                  "AGREEMENT",
                  LocalDate.of(2026, 9, 1),
                  "SUPERVISED",
                  60);
              then.insert(
                  "PLAN_PERSON",
                  "ID, PLAN, NAME_S, KIN, STANDING",
                  mother,
                  plan,
                  sealed.seal(file, SealedTexts.NAME, mother, "Lenka Slavíková"),
                  "MOTHER",
                  "ALLOWED");
              planned(then, soon, plan, family, file, room, "PLANNED", tomorrow, mother);
              planned(
                  then,
                  over,
                  plan,
                  family,
                  file,
                  room,
                  "PLANNED",
                  tomorrow.minus(Duration.ofDays(7)),
                  mother);
              planned(
                  then,
                  cancelled,
                  plan,
                  family,
                  file,
                  room,
                  "CANCELLED",
                  tomorrow.plus(Duration.ofDays(7)),
                  mother);
            });
    assertTrue(register.house.database().remove(SupervisedContactsModule.ID));
    register.house.database().add(new SupervisedContactsSchema());
    try (Centre centre = new Centre(register)) {
      new FormerRooms(centre.tx, centre.rooms);
      Case other = centre.opened();
      Viewer assists = centre.viewer("key-worker");
      RoomId blue = new RoomId(room);
      LocalDate day = Centre.TODAY.plusDays(1);
      assertEquals(
          List.of(),
          collisions(centre, other, blue, assists, day),
          "before, nobody knows that the room is taken");
      for (int start = 0; start < 2; start++) {
        new FormerContacts(
            centre.tx,
            centre.calendar,
            centre.director.zone(),
            Centre.texts(),
            centre.director.clock());
        assertEquals(
            List.of(Collision.Kind.ROOM_TAKEN), collisions(centre, other, blue, assists, day));
        assertEquals(List.of(soon), inTheBook(centre), "neither what is over nor what was not");
      }
      String refused =
          Centre.refusal(
              () -> centre.book(other, blue, assists.staff(), centre.slot(day, "14:00", "15:00")));
      assertTrue(refused.startsWith("room: "), refused);
      ContactView was = centre.views.view(worker, new ContactId(soon));
      centre.cancel(
          worker,
          new ContactId(soon),
          was.row().version(),
          CancelledBy.CARER,
          centre.director.now(),
          "Nemoc.");
      new FormerContacts(
          centre.tx,
          centre.calendar,
          centre.director.zone(),
          Centre.texts(),
          centre.director.clock());
      assertEquals(
          List.of(),
          collisions(centre, other, blue, assists, day),
          "the room is free, and stays so at the next start");
    }
  }

  /** What stands against another family's contact in the room, but for hours of work. */
  private static List<Collision.Kind> collisions(
      Centre centre, Case other, RoomId room, Viewer assists, LocalDate day) {
    NewContact wanted =
        NewContact.of(
            other.plan(),
            centre.slot(day, "14:00", "15:00"),
            Place.in(room),
            assists.staff(),
            centre.allowed(other));
    return centre.bookings.against(other.worker(), null, wanted).collisions().stream()
        .map(Collision::kind)
        .filter(kind -> kind.grade() != Collision.Grade.TOLD)
        .toList();
  }

  private static List<UUID> inTheBook(Centre centre) {
    return centre
        .register
        .house
        .transactions(CalendarModule.ID)
        .read(
            em -> em.createQuery("SELECT a.source FROM Appointment a", UUID.class).getResultList());
  }

  private static void planned(
      Then then,
      UUID id,
      UUID plan,
      Family family,
      ChildFileId file,
      UUID room,
      String state,
      Instant start,
      UUID mother) {
    then.insert(
        "CONTACT",
        "ID, VERSION, PLAN, CASE_FILE, CHILD_FILE, CHILD, ROOM, FACILITATOR, STARTS_AT, ENDS_AT,"
            + " STATE, STARTS_ON",
        id,
        1L,
        plan,
        family.file().value(),
        file.value(),
        family.child().value(),
        room,
        UUID.randomUUID(),
        start,
        start.plus(Duration.ofMinutes(60)),
        state,
        LocalDate.ofInstant(start, ZoneOffset.UTC));
    then.insert("ATTENDANCE", "ID, CONTACT, PLAN_PERSON", UUID.randomUUID(), id, mother);
  }
}
