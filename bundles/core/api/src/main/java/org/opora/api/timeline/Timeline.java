package org.opora.api.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/** Pushed, so that a file's story is one query, and what a removed module wrote stays readable. */
@ProviderType
public interface Timeline {
  /** In the writer's transaction. The same origin and source again replaces the entry. */
  void put(Viewer viewer, NewEntry entry);

  /** In the writer's transaction. */
  void withdraw(String origin, UUID source);

  /**
   * Entries of a file the viewer may see, newest first. An entry whose data class the viewer lacks
   * is left out.
   */
  Page<Entry> of(Viewer viewer, CaseFileId file, String after, int limit);

  /**
   * The entries of these records in the story of a file, for whoever shows what a record proves.
   *
   * @return by key of the record; those that the viewer may not see, and records without an entry,
   *     are missing
   */
  Map<UUID, Entry> behind(Viewer viewer, CaseFileId file, Collection<UUID> records);

  /**
   * The newest entries over the files in which the viewer works now: what happened in my families.
   * For who works in none and may see all: what was written lately in the centre.
   */
  List<Recent> recent(Viewer viewer, int limit);

  /**
   * @param origin id of the writing bundle
   * @param kind short code, such as {@code visit}
   * @param source key of the record behind it
   * @param subject whose story it belongs to: a case file, or a child's sub-file, with which it
   *     moves
   * @param on the day it happened
   * @param permission who may see that it happened
   * @param title content-free, in three languages
   * @param href path of the record's page, or null
   * @param person at whom a wall closes the entry as well, under every key; null when it tells of
   *     nobody in particular, or the subject says who
   * @param writtenIn case file in which it was written, where the subject may go to another one: a
   *     wall at that file closes the entry as well, and its pages are not linked from another; null
   *     otherwise
   */
  record NewEntry(
      String origin,
      String kind,
      UUID source,
      Subject subject,
      LocalDate on,
      String permission,
      DataClass dataClass,
      Title title,
      String href,
      PersonId person,
      CaseFileId writtenIn) {
    /** What a wall at its subject alone closes. */
    public NewEntry(
        String origin,
        String kind,
        UUID source,
        Subject subject,
        LocalDate on,
        String permission,
        DataClass dataClass,
        Title title,
        String href) {
      this(origin, kind, source, subject, on, permission, dataClass, title, href, null, null);
    }

    /** The same, closed also by a wall at this person. */
    public NewEntry about(PersonId who) {
      return new NewEntry(
          origin, kind, source, subject, on, permission, dataClass, title, href, who, writtenIn);
    }

    /** The same, written in this file and closed also by a wall at it. */
    public NewEntry writtenIn(CaseFileId file) {
      return new NewEntry(
          origin, kind, source, subject, on, permission, dataClass, title, href, person, file);
    }
  }

  /**
   * @param source key of the record behind it
   * @param by name of the writer
   * @param href null when the bundle is not installed now, or its page belongs to another file
   */
  record Entry(
      UUID id,
      String origin,
      String kind,
      UUID source,
      LocalDate on,
      Title title,
      String by,
      String href) {}

  /** An entry with its file. */
  record Recent(CaseFileId file, String number, String familyName, Entry entry) {}
}
