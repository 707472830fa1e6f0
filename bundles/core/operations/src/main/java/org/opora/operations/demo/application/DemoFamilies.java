package org.opora.operations.demo.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;

/**
 * Made-up families. The same number gives the same family, whenever it is made, so that a start
 * that broke off goes on as if nothing had happened; only the days follow today.
 */
final class DemoFamilies {
  private static final long SEED = 20_261_101L;
  private static final int HALF_A_YEAR = 183;
  private static final int LATE_EACH = 15;

  private final People people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final Placements placements;

  DemoFamilies(People people, CaseFiles files, Agreements agreements, Placements placements) {
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.placements = placements;
  }

  /**
   * A family, as it was made.
   *
   * @param born days of birth of the children
   * @param since day of the agreement
   */
  record Family(
      CaseFileId file, List<PersonId> carers, Map<PersonId, LocalDate> born, LocalDate since) {
    List<PersonId> children() {
      return List.copyOf(born.keySet());
    }
  }

  /**
   * Opens the file of a family and writes down who belongs to it; in the caller's transaction.
   *
   * @param worker looks after the family
   * @param deputy stands in
   */
  Family open(int number, Viewer director, StaffId worker, StaffId deputy) {
    Random random = new Random(SEED + number * 7919L);
    LocalDate today = director.today();
    CareKind kind = CareKind.values()[number % CareKind.values().length];
    LocalDate concluded = today.minusDays(HALF_A_YEAR + 30 + random.nextInt(1_400));
    String[] surname = DemoWords.FAMILIES.get(number % DemoWords.FAMILIES.size());
    Address address =
        new Address(
            DemoWords.pick(DemoWords.STREETS, random) + " " + (1 + random.nextInt(90)),
            DemoWords.pick(DemoWords.TOWNS, random),
            (10 + random.nextInt(60)) + "0 0" + (1 + random.nextInt(9)));
    CaseFileId file = files.open(director, new NewFile(null, surname[2], concluded));
    List<PersonId> carers = carers(random, director, file, surname, address, concluded, kind);
    files.assign(director, file, worker, deputy, concluded);
    boolean mediated = kind != CareKind.KINSHIP && kind != CareKind.GUARDIAN;
    agreements.conclude(
        director, file, new NewAgreement(kind, mediated, concluded, "OSPOD " + address.town()));
    Map<PersonId, LocalDate> born =
        children(random, director, file, surname, address, concluded, kind);
    return new Family(file, carers, born, concluded);
  }

  private List<PersonId> carers(
      Random random,
      Viewer director,
      CaseFileId file,
      String[] surname,
      Address address,
      LocalDate since,
      CareKind kind) {
    // Grandparents care in kinship; elsewhere couples, and some women alone.
    int age = kind == CareKind.KINSHIP ? 58 : 38;
    boolean couple = random.nextInt(10) < 7;
    List<PersonId> carers = new ArrayList<>();
    carers.add(
        people.register(
            director,
            carer(
                random, DemoWords.pick(DemoWords.WOMEN, random), surname[1], age, address, since)));
    if (couple) {
      carers.add(
          people.register(
              director,
              carer(
                  random, DemoWords.pick(DemoWords.MEN, random), surname[0], age, address, since)));
    }
    carers.forEach(carer -> files.addCarer(director, file, carer, since));
    return carers;
  }

  private static NewPerson carer(
      Random random, String given, String family, int age, Address address, LocalDate since) {
    LocalDate born = since.minusYears(age).minusDays(random.nextInt(3_600));
    String phone =
        String.format("+420 601 %03d %03d", random.nextInt(1_000), random.nextInt(1_000));
    return new NewPerson(new PersonName(given, family), born, null, phone, null, address, false);
  }

  /** The eldest first, with the day of birth. */
  private Map<PersonId, LocalDate> children(
      Random random,
      Viewer director,
      CaseFileId file,
      String[] carers,
      Address address,
      LocalDate concluded,
      CareKind kind) {
    int[] often = {1, 1, 1, 2, 2, 2, 3, 4};
    int count = often[random.nextInt(often.length)];
    // Brothers and sisters share a name, which is the carers' own only among relatives.
    String[] surname =
        kind == CareKind.KINSHIP && random.nextBoolean()
            ? carers
            : DemoWords.FAMILIES.get(random.nextInt(DemoWords.FAMILIES.size()));
    int eldest = 4 + random.nextInt(11);
    Map<PersonId, LocalDate> children = new LinkedHashMap<>();
    Set<String> given = new HashSet<>();
    for (int i = 0; i < count; i++) {
      boolean girl = random.nextBoolean();
      String name = DemoWords.pick(girl ? DemoWords.GIRLS : DemoWords.BOYS, random);
      while (!given.add(name)) {
        name = DemoWords.pick(girl ? DemoWords.GIRLS : DemoWords.BOYS, random);
      }
      LocalDate born =
          director.today().minusYears(Math.max(1, eldest - 2L * i)).minusDays(random.nextInt(300));
      PersonId child =
          people.register(
              director,
              new NewPerson(
                  new PersonName(name, girl ? surname[1] : surname[0]),
                  born,
                  null,
                  null,
                  null,
                  address,
                  false));
      LocalDate placed = concluded.plusDays(random.nextInt(20));
      placements.place(
          director, file, child, born.isAfter(placed) ? born : placed, court(random, placed));
      children.put(child, born);
    }
    return children;
  }

  private static String court(Random random, LocalDate placed) {
    return (10 + random.nextInt(40)) + " P " + (20 + random.nextInt(300)) + "/" + placed.getYear();
  }

  /** Visits every four to nine weeks; every fifteenth family waits longer than it should. */
  List<NewVisit> visits(int number, LocalDate today, Family family) {
    Random random = new Random(SEED + number * 104_729L);
    int quiet = number % LATE_EACH == 3 ? 66 + random.nextInt(25) : random.nextInt(58);
    LocalDate last = today.minusDays(quiet);
    LocalDate on = today.minusDays(HALF_A_YEAR);
    if (on.isBefore(family.since().plusDays(21))) {
      on = family.since().plusDays(21);
    }
    List<NewVisit> history = new ArrayList<>();
    while (!on.isAfter(last)) {
      history.add(visit(random, workday(on, last), family));
      LocalDate next = on.plusDays(28 + random.nextInt(36));
      // The last one falls on its day, or every second family would wait too long.
      on = on.isBefore(last) && next.isAfter(last) ? last : next;
    }
    return history;
  }

  private static LocalDate workday(LocalDate day, LocalDate latest) {
    int past = Math.max(0, day.getDayOfWeek().getValue() - 5);
    LocalDate moved = day.minusDays(past);
    return moved.isAfter(latest) ? latest : moved;
  }

  private static NewVisit visit(Random random, LocalDate on, Family family) {
    List<PersonId> carers = family.carers();
    Set<PersonId> present = new HashSet<>(family.children());
    present.add(carers.get(0));
    if (carers.size() > 1 && random.nextInt(10) > 0) {
      present.add(carers.get(1));
    }
    List<ChildPart> parts = new ArrayList<>();
    family
        .born()
        .forEach(
            (child, born) -> parts.add(part(random, child, Period.between(born, on).getYears())));
    return new NewVisit(
        on,
        LocalTime.of(9 + random.nextInt(8), 15 * random.nextInt(4)),
        45 + 15 * random.nextInt(5),
        random.nextInt(5) > 0,
        random.nextInt(8) == 0 ? Place.CENTRE : Place.HOME,
        present,
        parts,
        DemoWords.pick(DemoWords.NOTES, random));
  }

  /** What a child says, shows or is seen to want depends on how old it is. */
  static ChildPart part(Random random, PersonId child, int age) {
    boolean alone = random.nextInt(6) > 0;
    boolean told = random.nextInt(4) > 0;
    String reason = alone ? null : DemoWords.pick(DemoWords.NOT_ALONE, random);
    if (!told) {
      return new ChildPart(child, alone, reason, null, ViewLearntBy.NOT_LEARNT);
    }
    String view = DemoWords.pick(DemoWords.views(age), random);
    ViewLearntBy learnt = ViewLearntBy.values()[random.nextInt(4)];
    return new ChildPart(
        child, alone, reason, view, age < DemoWords.SPEAKS ? ViewLearntBy.OBSERVATION : learnt);
  }
}
