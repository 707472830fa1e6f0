package org.opora.registry.story.persistence;

import java.util.List;
import org.opora.registry.shared.domain.StoredTitle;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.TimelineEntry;

/** The tables of timeline, search and evidence. */
public final class StoryTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Source.class,
              StoredTitle.class,
              TimelineEntry.class,
              Findable.class,
              FindableWord.class,
              EvidenceFact.class),
          List.of("EVIDENCE.PERSON"),
          List.of("EVIDENCE.FILE", "TIMELINE.SUBJECT", "FINDABLE.SUBJECT"));

  private StoryTables() {}
}
