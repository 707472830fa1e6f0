package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One agreement of the file with everybody in it, as it would be taken over.
 *
 * @param key identifies the family in the file: its number, or its carers when it has none
 * @param number file number as written; empty when there is none
 * @param rows numbers of its rows
 * @param values what the agreement's columns say
 * @param children one for each row that names a child
 * @param undisclosed whether a note asks to keep the address secret
 * @param findings by row
 */
public record Family(
    String key,
    String number,
    List<Integer> rows,
    ValueMap values,
    List<Carer> carers,
    List<Child> children,
    List<Note> notes,
    boolean undisclosed,
    List<Finding> findings) {

  public Family {
    rows = List.copyOf(rows);
    carers = List.copyOf(carers);
    children = List.copyOf(children);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }

  /**
   * @param slot 1 or 2, the place in the file's columns
   * @param nationalId as written; null when there is none
   * @param lastContact last personal contact; null when none is known or the agreement is younger
   */
  public record Carer(
      int slot,
      String given,
      String family,
      LocalDate birthDate,
      String nationalId,
      LocalDate lastContact) {}

  /**
   * @param row number of its row
   * @param birthDate null when not known or doubtful
   * @param nationalId as written; null when there is none
   * @param placedOn first day in the family; the agreement's day, or else today, when the file does
   *     not say
   * @param placedUnknown whether nothing in the file tells the first day
   * @param leftOn last day in the family; null while it lasts
   * @param lastContact last personal contact; null when none is known or the child came later
   */
  public record Child(
      int row,
      String given,
      String family,
      LocalDate birthDate,
      String nationalId,
      LocalDate placedOn,
      boolean placedUnknown,
      LocalDate leftOn,
      LocalDate lastContact,
      ValueMap values) {

    /** What is remembered of the child: as it is taken over, not only as it is written. */
    public ValueMap remembered() {
      return values
          .with(Column.CHILD_BIRTH, text(birthDate))
          .with(Column.PLACED_ON, placedUnknown ? null : text(placedOn))
          .with(Column.LEFT_ON, text(leftOn))
          .with(Column.LAST_CONTACT, text(lastContact))
          .with(Column.CHILD_FAMILY, family);
    }

    private static String text(LocalDate date) {
      return date == null ? null : date.toString();
    }
  }

  /** A remark of one row. */
  public record Note(int row, String text) {}

  public int firstRow() {
    return rows.get(0);
  }

  /**
   * What is remembered of the agreement, the last contact and remarks of rows without a child
   * included.
   */
  public ValueMap remembered() {
    LocalDate contact =
        carers.stream().map(Carer::lastContact).filter(Objects::nonNull).findFirst().orElse(null);
    List<Integer> childRows = children.stream().map(Child::row).toList();
    String remarks =
        notes.stream()
            .filter(note -> !childRows.contains(note.row()))
            .map(Note::text)
            .collect(Collectors.joining("\n"));
    return values
        .with(Column.LAST_CONTACT, contact == null ? null : contact.toString())
        .with(Column.NOTE, remarks);
  }

  /** The name on the cover: one of two carers' names when they differ by an ending only. */
  public String coverName() {
    List<String> names =
        carers.stream().map(Carer::family).filter(name -> !name.isEmpty()).distinct().toList();
    if (names.isEmpty()) {
      return children.isEmpty() ? "?" : children.get(0).family();
    }
    return names.size() == 1 || sameStem(names.get(0), names.get(1))
        ? names.get(0)
        : names.get(0) + ", " + names.get(1);
  }

  private static boolean sameStem(String one, String other) {
    String a = Folded.of(one);
    String b = Folded.of(other);
    int stem = Math.max(2, Math.min(a.length(), b.length()) - 3);
    return a.length() >= stem
        && b.length() >= stem
        && a.substring(0, stem).equals(b.substring(0, stem));
  }
}
