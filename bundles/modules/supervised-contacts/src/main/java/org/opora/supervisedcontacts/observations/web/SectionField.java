package org.opora.supervisedcontacts.observations.web;

import java.util.List;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.Section;

/**
 * A part of a report as the form asks for it.
 *
 * @param words drafted, or as they stand; null for none
 */
public record SectionField(Section section, String words) {
  public String field() {
    return Reports.field(section);
  }

  /** Who reads it without anybody letting them. */
  public List<ReceiverKind> readers() {
    return ReceiverKind.reading(section);
  }
}
