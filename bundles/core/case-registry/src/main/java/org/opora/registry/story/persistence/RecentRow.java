package org.opora.registry.story.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** An entry with its file. */
public record RecentRow(UUID file, String number, String familyName, TimelineRow entry) {
  public RecentRow(
      UUID file,
      String number,
      String familyName,
      UUID id,
      String origin,
      String kind,
      UUID source,
      LocalDate day,
      String cs,
      String pl,
      String en,
      UUID by,
      String href,
      UUID writtenIn) {
    this(
        file,
        number,
        familyName,
        new TimelineRow(
            id,
            origin,
            kind,
            source,
            day,
            cs,
            pl,
            en,
            by,
            null,
            TimelineRow.link(href, writtenIn, file)));
  }
}
