package org.opora.registry.trail.application;

import java.time.LocalDate;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Which part of the trail is wanted.
 *
 * @param from first day
 * @param to last day
 * @param staff null for everybody
 * @param topic what it is about, as {@link ActWords} calls it; null for all
 * @param outcome null for all
 * @param file only what is about this file; or null
 * @param person only what is about this person, under every key; or null
 */
public record TrailQuery(
    LocalDate from,
    LocalDate to,
    StaffId staff,
    String topic,
    Outcome outcome,
    CaseFileId file,
    PersonId person) {

  /** Everything on these days. */
  public static TrailQuery of(LocalDate from, LocalDate to) {
    return new TrailQuery(from, to, null, null, null, null, null);
  }

  /** What is kept of the question in the trail: days and keys. */
  String detail() {
    StringBuilder detail = new StringBuilder("from=" + from + ";to=" + to);
    add(detail, "staff", staff);
    add(detail, "topic", topic);
    add(detail, "outcome", outcome);
    add(detail, "file", file);
    add(detail, "person", person);
    return detail.toString();
  }

  private static void add(StringBuilder detail, String name, Object value) {
    if (value != null) {
      detail.append(';').append(name).append('=').append(value);
    }
  }
}
