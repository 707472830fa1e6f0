package org.opora.duties.application;

import java.util.List;
import org.opora.api.duties.Duties.Detail;
import org.opora.api.duties.Duties.Line;

/** A line without what it rests on: of all lines of a large centre that would fill the memory. */
final class Outline {
  private Outline() {}

  static Line withoutEvidence(Line line) {
    return with(line, line.detail());
  }

  /** Nor with what is told of it on its own page. */
  static Line of(Line line) {
    return with(line, null);
  }

  private static Line with(Line line, Detail detail) {
    return new Line(
        line.rule(),
        line.ruleSet(),
        line.family(),
        line.whom(),
        line.due(),
        line.doBy(),
        line.status(),
        line.title(),
        line.why(),
        line.paragraph(),
        line.trust(),
        line.ref(),
        detail,
        List.of());
  }
}
