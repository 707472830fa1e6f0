package org.opora.benchmark.data;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A made-up family with its visits.
 *
 * @param agreement the one that has been in force since
 * @param turn place in the series of file numbers
 * @param since day of the agreement
 */
record Family(
    UUID file,
    UUID agreement,
    int turn,
    String name,
    LocalDate since,
    List<Member> carers,
    List<Child> children,
    List<Visit> visits) {

  /** Somebody with a name. */
  record Member(UUID person, String given, String family, LocalDate born) {
    String spoken() {
      return given + " " + family;
    }
  }

  /** A child placed in the family. */
  record Child(Member who, UUID childFile, UUID placement, LocalDate placed) {}

  /** A visit that met everybody. */
  record Visit(UUID id, LocalDate on, int hour, int minutes, boolean announced) {}

  /** As on the cover. */
  String number() {
    return String.format("%03d/%d", turn, since.getYear());
  }

  /** What lists of files are sorted by. */
  String sortKey() {
    return String.format("%d/%06d", since.getYear(), turn);
  }

  /** Under which the court entrusted the child. */
  String reference(Child child) {
    return "12 P " + turn + "/" + child.placed().getYear();
  }

  List<Member> everybody() {
    return java.util.stream.Stream.concat(carers.stream(), children.stream().map(Child::who))
        .toList();
  }
}
