package org.opora.registry.story.persistence;

import java.util.List;
import org.opora.registry.shared.domain.StoredTitle;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.SpentTime;
import org.opora.registry.story.domain.TimelineEntry;

/** The tables of timeline, search, evidence and the time of staff. */
public final class StoryTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Source.class,
              StoredTitle.class,
              TimelineEntry.class,
              Findable.class,
              FindableWord.class,
              EvidenceFact.class,
              SpentTime.class),
          List.of("EVIDENCE.PERSON", "STAFF_TIME.CHILD"),
          List.of("EVIDENCE.FILE", "STAFF_TIME.FILE", "TIMELINE.SUBJECT", "FINDABLE.SUBJECT"));

  private StoryTables() {}
}
