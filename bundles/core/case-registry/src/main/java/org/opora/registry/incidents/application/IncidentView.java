package org.opora.registry.incidents.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Incident.Hindrance;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.domain.State;
import org.opora.registry.incidents.domain.Told;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * An incident as the viewer sees it.
 *
 * @param file its case file, for the trail
 * @param label number and name of the file; null when the viewer may not see it
 * @param hindrance what keeps it from being closed; null when nothing does
 * @param whole whether the viewer may change it; otherwise they only wrote it down or did something
 *     about it
 * @param closedOn null while it is not closed, as {@code closedBy} is
 * @param versions how it read before, the newest first
 */
public record IncidentView(
    UUID id,
    long version,
    CaseFileId file,
    FileLabel label,
    Kind kind,
    State state,
    LocalDate on,
    LocalTime at,
    Wording words,
    LocalDate answeredOn,
    List<Involved> people,
    List<Colleague> staff,
    List<Step> steps,
    Hindrance hindrance,
    boolean whole,
    String author,
    Instant writtenAt,
    LocalDate closedOn,
    String closedBy,
    List<Former> versions) {
  public IncidentView {
    people = List.copyOf(people);
    staff = List.copyOf(staff);
    steps = List.copyOf(steps);
    versions = List.copyOf(versions);
  }

  public record Involved(PersonId person, String name, Part part) {}

  public record Colleague(StaffId staff, String name) {}

  /**
   * @param told null when nobody was told
   */
  public record Step(
      UUID id,
      LocalDate on,
      LocalTime at,
      String doer,
      String what,
      Told told,
      String toldName,
      How how) {}

  /**
   * How it read until somebody amended it.
   *
   * @param answeredOn null while there was no answer
   */
  public record Former(Wording words, LocalDate answeredOn, String why, String by, Instant at) {}
}
